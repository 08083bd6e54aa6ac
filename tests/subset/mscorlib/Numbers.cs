namespace System
{
    public struct Boolean { }

    public struct Byte { }

    public struct SByte { }

    public struct Char { }

    public struct Int16 { }

    public struct UInt16 { }

    public partial struct Int32 { public extern override string ToString(); }

    public struct UInt32 { }

    public struct Int64 { }

    public struct UInt64 { }

    public struct Single { }

    public struct Double { }

    public struct IntPtr { }

    public struct UIntPtr { }

    public static class BitConverter
    {
        public static extern uint ToUInt32(byte[] value, int startIndex);
        public static extern ulong ToUInt64(byte[] value, int startIndex);
    }
}
