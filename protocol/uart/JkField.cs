namespace SwapEdge.Protocol
{
    /// <summary>
    /// The fields of a JK frame: a code and, without a length, as many bytes as the code has. Only the cells say how
    /// long they are. A code that is not known here hides all that follows it.
    /// </summary>
    public static class JkField
    {
        /// <summary>A length in bytes, then for each cell its number and its voltage (2).</summary>
        public const int Cells = 0x79;

        /// <summary>Of the power switches. A temperature above 100 is that much below 0 °C: 101 is -1.</summary>
        public const int BoardTemperature = 0x80;

        /// <summary>In the battery box, and at the cells.</summary>
        public const int BoxTemperature = 0x81;
        public const int CellTemperature = 0x82;

        /// <summary>10 mV.</summary>
        public const int Voltage = 0x83;

        /// <summary>
        /// 10 mA. With protocol version 1 the top bit is 1 while charging and the rest is the amount; with version 0
        /// no current is 10,000, charging less and discharging more.
        /// </summary>
        public const int Current = 0x84;

        /// <summary>Percent.</summary>
        public const int Charge = 0x85;
        public const int ProbeCount = 0x86;
        public const int Cycles = 0x87;

        /// <summary>Ah, all cycles together.</summary>
        public const int CycledCapacity = 0x89;
        public const int CellCount = 0x8A;

        /// <summary>
        /// From bit 0: charge low, switches hot, pack high, pack low, cells hot, charge current, discharge current,
        /// cells apart, box hot, cold, cell high, cell low, two of the measuring chip.
        /// </summary>
        public const int Warnings = 0x8B;

        /// <summary>Bit 0: charging is switched on; bit 1: discharging; bit 2: balancing; bit 3: pack there.</summary>
        public const int Switches = 0x8C;

        /// <summary>Ah, as set.</summary>
        public const int Capacity = 0xAA;

        /// <summary>Text of 4: year and month, such as 2106.</summary>
        public const int Made = 0xB5;

        /// <summary>Texts of 15 and 24.</summary>
        public const int Software = 0xB7;
        public const int MakerId = 0xBA;
        public const int ProtocolVersion = 0xC0;

        public const int First = Cells;
        public const int Last = ProtocolVersion;

        // Bytes of each code from 80 on.
        private static readonly byte[] Lengths = new byte[]
        {
            2, 2, 2, 2, 2, 1, 1, 2, 0, 4, 2, 2, 2, 0, 2, 2,
            2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 2, 2,
            2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 4, 1, 1, 2, 1, 1,
            2, 1, 10, 1, 8, 4, 4, 15, 1, 4, 24, 1, 1, 1, 2, 2,
            1,
        };

        /// <summary>Bytes of a field's value; 0 when the code is not known, and for the cells.</summary>
        public static int LengthOf(int code)
        {
            return code >= BoardTemperature && code <= Last ? Lengths[code - BoardTemperature] : 0;
        }
    }
}
