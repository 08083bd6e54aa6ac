namespace SwapEdge.Protocol
{
    /// <summary>BMS and vehicle identification: 49 bytes as sent by V1.1, 41 by V1.0.</summary>
    public static class Brm
    {
        public const int Pgn = 0x0200;
        public const int Priority = 7;
        public const int MinLength = 41;
        public const int Length = 49;
        public const int PeriodMs = 250;

        /// <summary>Maker, ASCII.</summary>
        public const int MakerOffset = 8;
        public const int MakerLength = 4;

        /// <summary>Vehicle identification, ASCII; zeros or 0xFF where the BMS does not know it.</summary>
        public const int VinOffset = 24;
        public const int VinLength = 17;

        //                                                       start len order         sign   factor offset
        public static readonly Signal Version = new Signal(          0, 24, Order.Intel, false,   1,    0);

        /// <summary>
        /// 1 lead, 2 NiMH, 3 LFP, 4 LMO, 5 LCO, 6 NMC, 7 polymer, 8 LTO; 255 other, which is no "not available".
        /// </summary>
        public static readonly Signal Chemistry = new Signal(       24,  8, Order.Intel, false,   1,    0);
        public static readonly Signal CapacityMah = new Signal(     32, 16, Order.Intel, false, 100,    0);
        public static readonly Signal RatedMv = new Signal(         48, 16, Order.Intel, false, 100,    0);

        /// <summary>Wider than an int: read raw.</summary>
        public static readonly Signal PackSerial = new Signal(      96, 32, Order.Intel, false,   1,    0);
        public static readonly Signal Year = new Signal(           128,  8, Order.Intel, false,   1, 1985);
        public static readonly Signal Month = new Signal(          136,  8, Order.Intel, false,   1,    0);
        public static readonly Signal Day = new Signal(            144,  8, Order.Intel, false,   1,    0);
        public static readonly Signal Cycles = new Signal(         152, 24, Order.Intel, false,   1,    0);

        /// <summary>0 leased, 1 owned.</summary>
        public static readonly Signal Ownership = new Signal(      176,  8, Order.Intel, false,   1,    0);

        /// <summary>First half of bytes 42 to 49, which V1.0 does not send; read raw.</summary>
        public static readonly Signal SoftwareVersion = new Signal(328, 32, Order.Intel, false,   1,    0);
    }
}
