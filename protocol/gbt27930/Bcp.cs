namespace SwapEdge.Protocol
{
    /// <summary>Charging parameters of the pack.</summary>
    public static class Bcp
    {
        public const int Pgn = 0x0600;
        public const int Priority = 7;
        public const int Length = 13;
        public const int PeriodMs = 500;

        //                                                       start len order         sign   factor offset
        public static readonly Signal MaxCellMv = new Signal(        0, 16, Order.Intel, false,  10,       0);
        public static readonly Signal MaxCurrentMa = new Signal(    16, 16, Order.Intel, false, 100, -400000);
        public static readonly Signal EnergyWh = new Signal(        32, 16, Order.Intel, false, 100,       0);
        public static readonly Signal MaxVoltageMv = new Signal(    48, 16, Order.Intel, false, 100,       0);
        public static readonly Signal MaxTemperatureC = new Signal( 64,  8, Order.Intel, false,   1,     -50);
        public static readonly Signal ChargePermille = new Signal(  72, 16, Order.Intel, false,   1,       0);
        public static readonly Signal VoltageMv = new Signal(       88, 16, Order.Intel, false, 100,       0);
    }
}
