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

        //                                                             start len order         sign   factor offset
        public static readonly Signal Checksum = new Signal(            0,  8, Order.Intel, false, 1, 0);

        /// <summary>0 to 14; 15 is invalid.</summary>
        public static readonly Signal Life = new Signal(                8,  4, Order.Intel, false, 1, 0);
        public static readonly Signal HighVoltageCommand = new Signal( 12,  2, Order.Intel, false, 1, 0);
        public static readonly Signal AccessoryCommand = new Signal(   14,  2, Order.Intel, false, 1, 0);
        public static readonly Signal SpeedKmh = new Signal(           16,  8, Order.Intel, false, 1, 0);

        /// <summary>1 off, 2 on; the contactors likewise 1 open, 2 closed. Of the faults 1 is open, 2 welded.</summary>
        public static readonly Signal HeatingCommand = new Signal(     24,  2, Order.Intel, false, 1, 0);
        public static readonly Signal MainPositive = new Signal(       26,  2, Order.Intel, false, 1, 0);
        public static readonly Signal MainNegative = new Signal(       28,  2, Order.Intel, false, 1, 0);
        public static readonly Signal PreCharge = new Signal(          30,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Accessory = new Signal(          32,  2, Order.Intel, false, 1, 0);
        public static readonly Signal MainMotor = new Signal(          34,  2, Order.Intel, false, 1, 0);
        public static readonly Signal MainMotorFault = new Signal(     36,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Auxiliary1 = new Signal(         38,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Auxiliary1Fault = new Signal(    40,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Auxiliary2 = new Signal(         42,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Auxiliary2Fault = new Signal(    44,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Auxiliary3 = new Signal(         46,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Auxiliary3Fault = new Signal(    48,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Auxiliary4 = new Signal(         50,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Auxiliary4Fault = new Signal(    52,  2, Order.Intel, false, 1, 0);
    }
}
