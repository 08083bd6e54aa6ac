namespace SwapEdge.Protocol
{
    /// <summary>What a BMS on a UART complains of, of whatever make: bits of <see cref="UartValue.Alarms"/>.</summary>
    public static class UartAlarm
    {
        public const int CellHigh = 0x0001;
        public const int CellLow = 0x0002;
        public const int PackHigh = 0x0004;
        public const int PackLow = 0x0008;
        public const int Hot = 0x0010;
        public const int Cold = 0x0020;
        public const int ChargeCurrent = 0x0040;
        public const int DischargeCurrent = 0x0080;
        public const int ShortCircuit = 0x0100;

        /// <summary>The BMS itself: its measuring chip, its power switches too hot.</summary>
        public const int Electronics = 0x0200;
        public const int CellsApart = 0x0400;
        public const int ChargeLow = 0x0800;

        /// <summary>A switch is held open by a setting.</summary>
        public const int Locked = 0x1000;

        /// <summary>A maker's bits in our terms; bits without a term are left out.</summary>
        internal static int Translate(uint bits, int[] terms)
        {
            int alarms = 0;
            for (int i = 0; i < terms.Length; i++)
            {
                if (((bits >> i) & 1) != 0)
                {
                    alarms |= terms[i];
                }
            }

            return alarms;
        }
    }
}
