namespace SwapEdge.Protocol
{
    /// <summary>
    /// What the thermal system answers (T2B, 18FFC13A). Work as in <see cref="ThermalRequest"/>.
    /// </summary>
    public static class ThermalAnswer
    {
        public const uint Id = 0x18FFC13A;
        public const int PeriodMs = 1000;

        //                                                             start len order            sign   factor offset
        public static readonly Signal Work = new Signal(                1,  2, Order.Motorola, false,   1,   0);
        public static readonly Signal HighVoltageRelay = new Signal(    3,  2, Order.Motorola, false,   1,   0);
        public static readonly Signal OutletTemperatureC = new Signal( 15,  8, Order.Motorola, false,   1, -40);
        public static readonly Signal ReturnTemperatureC = new Signal( 23,  8, Order.Motorola, false,   1, -40);
        public static readonly Signal Version = new Signal(            31,  8, Order.Motorola, false,   1,   0);
        public static readonly Signal PowerW = new Signal(             47, 16, Order.Motorola, false, 100,   0);
        public static readonly Signal FaultCode = new Signal(          61,  6, Order.Motorola, false,   1,   0);
        public static readonly Signal FaultLevel = new Signal(         63,  2, Order.Motorola, false,   1,   0);
    }
}
