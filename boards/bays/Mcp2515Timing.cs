namespace SwapEdge.Boards
{
    /// <summary>
    /// Bit timing of an MCP2515 (datasheet section 5): a bit is 1 + propagation + phase 1 + phase 2 quanta of
    /// 2 * (prescaler + 1) crystal periods, sampled after phase 1; phase 2 has 2 quanta at least.
    /// </summary>
    public static class Mcp2515Timing
    {
        /// <summary>Columns of <see cref="Rows"/>.</summary>
        public const int Columns = 5;

        public static readonly int[] Rows =
        {
            // kbit/s, MHz, CNF1, CNF2, CNF3     quanta, sampled at
            125,  8, 0x01, 0xBC, 0x01,   //      16      87.5 %
            250,  8, 0x00, 0xBC, 0x01,   //      16      87.5 %
            500,  8, 0x00, 0x91, 0x01,   //       8      75.0 %
            125, 16, 0x03, 0xBC, 0x01,   //      16      87.5 %
            250, 16, 0x01, 0xBC, 0x01,   //      16      87.5 %
            500, 16, 0x00, 0xBC, 0x01,   //      16      87.5 %
        };

        /// <summary>Where in <see cref="Rows"/> the registers are, -1 when there is no such row.</summary>
        public static int Find(int kbit, int crystalMhz)
        {
            for (int i = 0; i < Rows.Length; i += Columns)
            {
                if (Rows[i] == kbit && Rows[i + 1] == crystalMhz)
                {
                    return i + 2;
                }
            }

            return -1;
        }
    }
}
