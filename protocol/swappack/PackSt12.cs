namespace SwapEdge.Protocol
{
    /// <summary>
    /// Cooling water, two packs a frame: index 1 packs 1 and 2, index 2 packs 3 and 4 (B2V_ST12, 188CD0F3).
    /// </summary>
    public static class PackSt12
    {
        public const uint Id = 0x188CD0F3;
        public const int PeriodMs = 1000;

        public const int Frames = 2;

        //                                                        start len order         sign   factor offset
        public static readonly Signal FrameIndex = new Signal(     0,  8, Order.Intel, false, 1,    0);
        public static readonly Signal Outlet1TenthC = new Signal(  8, 12, Order.Intel, false, 1, -500);
        public static readonly Signal Inlet1TenthC = new Signal(  20, 12, Order.Intel, false, 1, -500);
        public static readonly Signal Outlet2TenthC = new Signal( 32, 12, Order.Intel, false, 1, -500);
        public static readonly Signal Inlet2TenthC = new Signal(  44, 12, Order.Intel, false, 1, -500);
    }
}
