namespace SwapEdge.Protocol
{
    /// <summary>State of the pack. Two-bit fields, each with values of its own.</summary>
    public static class Bsm
    {
        public const int Pgn = 0x1300;
        public const int Priority = 6;
        public const int Length = 7;
        public const int PeriodMs = 250;

        // Values of CellVoltage and Charge
        public const int Normal = 0;
        public const int High = 1;
        public const int Low = 2;

        // Value of OverCurrent, OverTemperature, Insulation and Connector; 2 is untrusted
        public const int Abnormal = 1;

        // Values of Permission; 2 is untrusted
        public const int Forbidden = 0;
        public const int Allowed = 1;

        //                                                           start len order         sign   factor offset
        public static readonly Signal MaxCellNumber = new Signal(        0,  8, Order.Intel, false, 1,   1);
        public static readonly Signal MaxTemperatureC = new Signal(      8,  8, Order.Intel, false, 1, -50);
        public static readonly Signal MaxTemperatureProbe = new Signal( 16,  8, Order.Intel, false, 1,   1);
        public static readonly Signal MinTemperatureC = new Signal(     24,  8, Order.Intel, false, 1, -50);
        public static readonly Signal MinTemperatureProbe = new Signal( 32,  8, Order.Intel, false, 1,   1);
        public static readonly Signal CellVoltage = new Signal(         40,  2, Order.Intel, false, 1,   0);
        public static readonly Signal Charge = new Signal(              42,  2, Order.Intel, false, 1,   0);
        public static readonly Signal OverCurrent = new Signal(         44,  2, Order.Intel, false, 1,   0);
        public static readonly Signal OverTemperature = new Signal(     46,  2, Order.Intel, false, 1,   0);
        public static readonly Signal Insulation = new Signal(          48,  2, Order.Intel, false, 1,   0);
        public static readonly Signal Connector = new Signal(           50,  2, Order.Intel, false, 1,   0);
        public static readonly Signal Permission = new Signal(          52,  2, Order.Intel, false, 1,   0);
    }
}
