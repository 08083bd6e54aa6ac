namespace SwapEdge.Protocol
{
    /// <summary>Temperatures of up to four charge connectors, two each (B2V_ST7, 1887D0F3).</summary>
    public static class PackSt7
    {
        public const uint Id = 0x1887D0F3;
        public const int PeriodMs = 100;

        //                                                                  start len order         sign   factor offset
        public static readonly Signal ConnectorA1TemperatureC = new Signal(  0,  8, Order.Intel, false, 1, -50);
        public static readonly Signal ConnectorA2TemperatureC = new Signal(  8,  8, Order.Intel, false, 1, -50);
        public static readonly Signal ConnectorB1TemperatureC = new Signal( 16,  8, Order.Intel, false, 1, -50);
        public static readonly Signal ConnectorB2TemperatureC = new Signal( 24,  8, Order.Intel, false, 1, -50);
        public static readonly Signal ConnectorC1TemperatureC = new Signal( 32,  8, Order.Intel, false, 1, -50);
        public static readonly Signal ConnectorC2TemperatureC = new Signal( 40,  8, Order.Intel, false, 1, -50);
        public static readonly Signal ConnectorD1TemperatureC = new Signal( 48,  8, Order.Intel, false, 1, -50);
        public static readonly Signal ConnectorD2TemperatureC = new Signal( 56,  8, Order.Intel, false, 1, -50);
    }
}
