namespace System.Diagnostics
{
    public static class Debug { public static extern void WriteLine(string message); }
}

namespace System.Threading
{
    public sealed class Thread
    {
        internal extern Thread();
        public static extern void Sleep(int millisecondsTimeout);
    }
}
