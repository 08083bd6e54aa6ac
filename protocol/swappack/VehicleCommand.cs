using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// What the vehicle commands the pack, and what it knows of its own contactors (V2B_CMD, 1802F3D0).
    /// </summary>
    public static class VehicleCommand
    {
        public const uint Id = 0x1802F3D0;
        public const int PeriodMs = 50;

        // Values of the high-voltage commands
        public const int On = 1;
        public const int Off = 2;

        public const long Checksum =            0 + 8 * Bits;

        /// <summary>0 to 14; 15 is invalid.</summary>
        public const long Life =                8 + 4 * Bits;
        public const long HighVoltageCommand = 12 + 2 * Bits;
        public const long AccessoryCommand =   14 + 2 * Bits;
        public const long SpeedKmh =           16 + 8 * Bits;

        /// <summary>1 off, 2 on; the contactors likewise 1 open, 2 closed. Of the faults 1 is open, 2 welded.</summary>
        public const long HeatingCommand =     24 + 2 * Bits;
        public const long MainPositive =       26 + 2 * Bits;
        public const long MainNegative =       28 + 2 * Bits;
        public const long PreCharge =          30 + 2 * Bits;
        public const long Accessory =          32 + 2 * Bits;
        public const long MainMotor =          34 + 2 * Bits;
        public const long MainMotorFault =     36 + 2 * Bits;
        public const long Auxiliary1 =         38 + 2 * Bits;
        public const long Auxiliary1Fault =    40 + 2 * Bits;
        public const long Auxiliary2 =         42 + 2 * Bits;
        public const long Auxiliary2Fault =    44 + 2 * Bits;
        public const long Auxiliary3 =         46 + 2 * Bits;
        public const long Auxiliary3Fault =    48 + 2 * Bits;
        public const long Auxiliary4 =         50 + 2 * Bits;
        public const long Auxiliary4Fault =    52 + 2 * Bits;
    }
}
