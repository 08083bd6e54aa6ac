namespace SwapEdge.Protocol
{
    /// <summary>Voltage of every cell, two bytes each: as many as the message is long.</summary>
    public static class Bmv
    {
        public const int Pgn = 0x1500;
        public const int Priority = 7;
        public const int MaxLength = 512;
        public const int PeriodMs = 10000;
        public const int CellLength = 2;

        private const int VoltageMask = 0x0FFF;
        private const int StepMv = 10;
        private const int GroupBit = 12;

        public static int Count(MessageSlot slot)
        {
            return slot.Length / CellLength;
        }

        /// <summary>Cell from 0; of meaning when <see cref="IsAvailable"/>.</summary>
        public static int CellMv(byte[] data, int cell)
        {
            return (Word(data, cell) & VoltageMask) * StepMv;
        }

        /// <summary>Number of the group that the cell belongs to.</summary>
        public static int Group(byte[] data, int cell)
        {
            return Word(data, cell) >> GroupBit;
        }

        public static bool IsAvailable(byte[] data, int cell)
        {
            return (Word(data, cell) & VoltageMask) != VoltageMask;
        }

        private static int Word(byte[] data, int cell)
        {
            return data[cell * CellLength] | (data[cell * CellLength + 1] << 8);
        }
    }
}
