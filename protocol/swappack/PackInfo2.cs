namespace SwapEdge.Protocol
{
    /// <summary>Voltages of three parallel units of one pack (B2V_PackInfor2, 18C4D0F3).</summary>
    public static class PackInfo2
    {
        public const uint Id = 0x18C4D0F3;
        public const int PeriodMs = 100;

        //                                                     start len order         sign   factor offset
        public static readonly Signal FrameIndex = new Signal(  0,  8, Order.Intel, false, 1, 0);
        public static readonly Signal Pack = new Signal(        8,  8, Order.Intel, false, 1, 0);
        public static readonly Signal Unit1Mv = new Signal(    16, 16, Order.Intel, false, 1, 0);
        public static readonly Signal Unit2Mv = new Signal(    32, 16, Order.Intel, false, 1, 0);
        public static readonly Signal Unit3Mv = new Signal(    48, 16, Order.Intel, false, 1, 0);
    }
}
