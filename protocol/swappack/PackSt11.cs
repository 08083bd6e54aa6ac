namespace SwapEdge.Protocol
{
    /// <summary>
    /// Currents of the branches (B2V_ST11, 188BD0F3). A branch that is not fitted sends ones, which is no 3353.5 A.
    /// </summary>
    public static class PackSt11
    {
        public const uint Id = 0x188BD0F3;
        public const int PeriodMs = 100;

        //                                                    start len order         sign   factor offset
        public static readonly Signal Branch1Ma = new Signal(  0, 16, Order.Intel, false, 100, -3200000);
        public static readonly Signal Branch2Ma = new Signal( 16, 16, Order.Intel, false, 100, -3200000);
        public static readonly Signal Branch3Ma = new Signal( 32, 16, Order.Intel, false, 100, -3200000);
        public static readonly Signal Branch4Ma = new Signal( 48, 16, Order.Intel, false, 100, -3200000);
    }
}
