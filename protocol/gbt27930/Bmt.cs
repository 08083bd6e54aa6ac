namespace SwapEdge.Protocol
{
    /// <summary>Temperature of every probe, a byte each: as many as the message is long.</summary>
    public static class Bmt
    {
        public const int Pgn = 0x1600;
        public const int Priority = 7;
        public const int MaxLength = 128;
        public const int PeriodMs = 10000;

        private const int OffsetC = -50;
        private const int NotAvailable = 0xFF;

        public static int Count(MessageSlot slot)
        {
            return slot.Length;
        }

        /// <summary>Probe from 0; of meaning when <see cref="IsAvailable"/>.</summary>
        public static int TemperatureC(byte[] data, int probe)
        {
            return data[probe] + OffsetC;
        }

        public static bool IsAvailable(byte[] data, int probe)
        {
            return data[probe] != NotAvailable;
        }
    }
}
