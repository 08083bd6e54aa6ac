namespace SwapEdge.Protocol
{
    /// <summary>
    /// Temperatures of the swap connector (18FEF8A7). Derived from traffic, not from a definition; its period is a
    /// guess on the safe side.
    /// </summary>
    public static class ConnectorTemperatures
    {
        public const uint Id = 0x18FEF8A7;
        public const int PeriodMs = 1000;
        public const int Sensors = 8;

        //                                                             start len order         sign   factor offset
        public static readonly Signal Sensor1TemperatureC = new Signal(  0,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Sensor2TemperatureC = new Signal(  8,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Sensor3TemperatureC = new Signal( 16,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Sensor4TemperatureC = new Signal( 24,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Sensor5TemperatureC = new Signal( 32,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Sensor6TemperatureC = new Signal( 40,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Sensor7TemperatureC = new Signal( 48,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Sensor8TemperatureC = new Signal( 56,  8, Order.Intel, false, 1, -50);
    }
}
