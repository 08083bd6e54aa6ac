namespace SwapEdge.Protocol
{
    /// <summary>CRC-32/ISO-HDLC (polynomial 04C11DB7h reflected, as in Ethernet and zip).</summary>
    public static class Crc32
    {
        private static readonly uint[] Table = BuildTable();

        public static uint Compute(byte[] data, int offset, int length)
        {
            return Extend(0, data, offset, length);
        }

        /// <summary>The checksum of what <paramref name="crc"/> is the checksum of, followed by these bytes.</summary>
        public static uint Extend(uint crc, byte[] data, int offset, int length)
        {
            uint[] table = Table;
            int end = offset + length;
            crc = ~crc;
            for (int i = offset; i < end; i++)
            {
                crc = table[(int)((crc ^ data[i]) & 0xFF)] ^ (crc >> 8);
            }

            return ~crc;
        }

        private static uint[] BuildTable()
        {
            uint[] table = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                uint value = i;
                for (int bit = 0; bit < 8; bit++)
                {
                    value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
                }

                table[(int)i] = value;
            }

            return table;
        }
    }
}
