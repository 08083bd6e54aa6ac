namespace System
{
    public struct DateTime
    {
        public extern DateTime(long ticks);
        public static extern DateTime UtcNow { get; }
        public extern long Ticks { get; }
    }

    public class EventArgs { }

    public class Random
    {
        public extern Random();
        public extern virtual void NextBytes(byte[] buffer);
    }

    public sealed partial class String { public extern string Substring(int startIndex); }
}

namespace System.Collections
{
    public class ArrayList { }
}

namespace System.Threading
{
    public sealed class AutoResetEvent : WaitHandle
    {
        public extern AutoResetEvent(bool initialState);
        public extern bool Set();
    }

    public abstract class WaitHandle
    {
        internal extern WaitHandle();
        public extern virtual bool WaitOne(int millisecondsTimeout, bool exitContext);
    }
}
