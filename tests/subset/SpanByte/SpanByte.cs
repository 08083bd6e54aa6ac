[assembly: System.Reflection.AssemblyVersion("1.17.11.0")]

namespace System
{
    public struct SpanByte { public static extern implicit operator SpanByte(byte[] array); }
}
