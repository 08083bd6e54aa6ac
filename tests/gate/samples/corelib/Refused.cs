namespace System
{
    public delegate void Action();

    public delegate void Action<T>(T obj);

    public delegate TResult Func<TResult>();

    public partial struct Int32 { public extern string ToString(string format); }

    public sealed partial class String
    {
        public static extern string Format(string format, params object[] args);
        public extern string Substring(int startIndex);
    }

    public partial class Exception { public extern Exception(string message); }

    public abstract class Type { }

    public struct Nullable<T> where T : struct
    {
        public extern Nullable(T value);
        public extern bool HasValue { get; }
        public extern T GetValueOrDefault();
        public static extern implicit operator Nullable<T>(T value);
    }

    public struct Decimal { }

    public struct SpanByte { public extern SpanByte(byte[] array); public extern int Length { get; } }

    public class NotSupportedException : Exception { public extern NotSupportedException(); }

    public static class Environment { public static extern int CurrentManagedThreadId { get; } }
}

namespace System.Threading
{
    public static class Monitor
    {
        public static extern void Enter(object obj);
        public static extern void Exit(object obj);
    }
}

namespace System.Collections.Generic
{
    public interface IEnumerable<T> : IEnumerable { new IEnumerator<T> GetEnumerator(); }

    public interface IEnumerator<T> : IEnumerator, IDisposable { new T Current { get; } }
}

namespace System.Runtime.CompilerServices
{
    public sealed class IsVolatile { }

    public sealed class IteratorStateMachineAttribute : Attribute
    {
        public extern IteratorStateMachineAttribute(Type stateMachineType);
    }

    public static class RuntimeFeature { public const string DefaultImplementationsOfInterfaces = ""; }
}
