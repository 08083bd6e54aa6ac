namespace SwapEdge.Protocol
{
    /// <summary>Five temperature probes of one pack (B2V_PackInfor3, 18C5D0F3).</summary>
    public static class PackInfo3
    {
        public const uint Id = 0x18C5D0F3;
        public const int PeriodMs = 200;

        //                                                             start len order         sign   factor offset
        public static readonly Signal FrameIndex = new Signal(          0,  8, Order.Intel, false, 1,   0);
        public static readonly Signal Pack = new Signal(                8,  8, Order.Intel, false, 1,   0);
        public static readonly Signal ProbeCount = new Signal(         16,  8, Order.Intel, false, 1,   0);
        public static readonly Signal Probe1TemperatureC = new Signal( 24,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Probe2TemperatureC = new Signal( 32,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Probe3TemperatureC = new Signal( 40,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Probe4TemperatureC = new Signal( 48,  8, Order.Intel, false, 1, -50);
        public static readonly Signal Probe5TemperatureC = new Signal( 56,  8, Order.Intel, false, 1, -50);
    }
}
