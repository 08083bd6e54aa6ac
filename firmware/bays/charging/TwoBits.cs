namespace SwapEdge.Firmware
{
    /// <summary>
    /// The two-bit answers of GB/T 27930: 0 no, 1 yes, 2 untrusted, 3 not used. Only a yes or a no changes what is
    /// known; anything else keeps the previous state.
    /// </summary>
    internal static class TwoBits
    {
        public static int Keep(int previous, uint raw)
        {
            return raw <= 1 ? (int)raw : previous;
        }

        /// <summary>The same for a bit of a set.</summary>
        public static uint Keep(uint set, int bit, uint raw)
        {
            uint mask = 1u << bit;
            return raw == 1 ? set | mask : raw == 0 ? set & ~mask : set;
        }
    }
}
