namespace SwapEdge.Protocol
{
    /// <summary>A list that the standard reserves, a byte an entry; what they mean is the maker's.</summary>
    public static class Bsp
    {
        public const int Pgn = 0x1700;
        public const int Priority = 7;
        public const int MaxLength = 64;
        public const int PeriodMs = 10000;

        public static int Count(MessageSlot slot)
        {
            return slot.Length;
        }
    }
}
