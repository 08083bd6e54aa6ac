namespace SwapEdge.Boards
{
    /// <summary>
    /// Where one bay is wired, in GPIO numbers. An input that is high says that the named thing is so; the permit is
    /// given while it is high.
    /// </summary>
    public sealed class BayPins
    {
        public int PackPresent;
        public int BayClear;
        public int ContactorOpen;
        public int SmokeLoopClosed;
        public int ChargePermit;
    }
}
