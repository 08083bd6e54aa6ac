namespace SwapEdge.Protocol
{
    /// <summary>
    /// Little-endian numbers in a byte array. The caller has seen that there is room. Wide ones are read by the
    /// runtime, in the processor's order: that of every device and desk.
    /// </summary>
    public static class Bytes
    {
        public static void WriteUInt16(byte[] into, int offset, int value)
        {
            into[offset] = (byte)value;
            into[offset + 1] = (byte)(value >> 8);
        }

        public static void WriteUInt32(byte[] into, int offset, uint value)
        {
            for (int i = offset; i < offset + 4; i++)
            {
                into[i] = (byte)value;
                value >>= 8;
            }
        }

        public static void WriteUInt64(byte[] into, int offset, ulong value)
        {
            for (int i = offset; i < offset + 8; i++)
            {
                into[i] = (byte)value;
                value >>= 8;
            }
        }

        /// <summary>So many bytes of one array are those of another.</summary>
        public static bool AreSame(byte[] one, int at, byte[] other, int otherAt, int count)
        {
            int i = 0;
            while (i + 8 <= count)
            {
                if (System.BitConverter.ToUInt64(one, at + i) != System.BitConverter.ToUInt64(other, otherAt + i))
                {
                    return false;
                }

                i += 8;
            }

            while (i < count && one[at + i] == other[otherAt + i])
            {
                i++;
            }

            return i == count;
        }

        public static int ReadUInt16(byte[] data, int offset)
        {
            return data[offset] | (data[offset + 1] << 8);
        }

        public static uint ReadUInt32(byte[] data, int offset)
        {
            return System.BitConverter.ToUInt32(data, offset);
        }

        public static ulong ReadUInt64(byte[] data, int offset)
        {
            return System.BitConverter.ToUInt64(data, offset);
        }
    }
}
