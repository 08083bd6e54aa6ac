namespace SwapEdge.Protocol
{
    /// <summary>
    /// Three cell voltages of one board (B2V_Ucell, 18C1D0F3, and B2V_Ucell1, 18C3D0F3, of the same layout).
    /// </summary>
    public static class CellVoltages
    {
        public const uint Id = 0x18C1D0F3;
        public const uint Id2 = 0x18C3D0F3;
        public const int PeriodMs = 100;

        //                                                     start len order         sign   factor offset
        /// <summary>Whether it starts at 0 or 1 is not stated; <see cref="ProbeStore"/> takes both.</summary>
        public static readonly Signal FrameIndex = new Signal(  0,  8, Order.Intel, false, 1, 0);
        public static readonly Signal Board = new Signal(       8,  8, Order.Intel, false, 1, 0);
        public static readonly Signal Cell1Mv = new Signal(    16, 16, Order.Intel, false, 1, 0);
        public static readonly Signal Cell2Mv = new Signal(    32, 16, Order.Intel, false, 1, 0);
        public static readonly Signal Cell3Mv = new Signal(    48, 16, Order.Intel, false, 1, 0);
    }
}
