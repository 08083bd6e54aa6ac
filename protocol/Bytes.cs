namespace SwapEdge.Protocol
{
    /// <summary>Little-endian numbers in a byte array. The caller has seen that there is room.</summary>
    public static class Bytes
    {
        public static void WriteUInt16(byte[] into, int offset, int value)
        {
            into[offset] = (byte)value;
            into[offset + 1] = (byte)(value >> 8);
        }

        public static void WriteUInt32(byte[] into, int offset, uint value)
        {
            for (int i = 0; i < 4; i++)
            {
                into[offset + i] = (byte)(value >> (8 * i));
            }
        }

        public static void WriteUInt64(byte[] into, int offset, ulong value)
        {
            for (int i = 0; i < 8; i++)
            {
                into[offset + i] = (byte)(value >> (8 * i));
            }
        }

        public static int ReadUInt16(byte[] data, int offset)
        {
            return data[offset] | (data[offset + 1] << 8);
        }

        public static uint ReadUInt32(byte[] data, int offset)
        {
            uint value = 0;
            for (int i = 3; i >= 0; i--)
            {
                value = (value << 8) | data[offset + i];
            }

            return value;
        }

        public static ulong ReadUInt64(byte[] data, int offset)
        {
            ulong value = 0;
            for (int i = 7; i >= 0; i--)
            {
                value = (value << 8) | data[offset + i];
            }

            return value;
        }
    }
}
