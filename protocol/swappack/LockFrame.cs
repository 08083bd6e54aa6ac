namespace SwapEdge.Protocol
{
    /// <summary>
    /// Lock and connector of the vehicle, from its swap controller (P2B, 18FFF8A7). "Neither" is not "probably locked",
    /// and while the life counter stands still no value of this frame counts: ask <see cref="SwapPackBus.LockValid"/>.
    /// </summary>
    public static class LockFrame
    {
        public const uint Id = 0x18FFF8A7;
        public const int PeriodMs = 100;

        // Values of LockPin
        public const int Neither = 0;
        public const int Unlocked = 1;
        public const int Locked = 2;

        // Value of the three connector signals
        public const int Connected = 1;

        //                                                        start len order         sign   factor offset
        public static readonly Signal Life = new Signal(              0,  8, Order.Intel, false, 1, 0);
        public static readonly Signal LockPin = new Signal(           8,  2, Order.Intel, false, 1, 0);
        public static readonly Signal Connector = new Signal(        10,  2, Order.Intel, false, 1, 0);
        public static readonly Signal DischargeCircuit = new Signal( 12,  2, Order.Intel, false, 1, 0);
        public static readonly Signal ChargeCircuit = new Signal(    14,  2, Order.Intel, false, 1, 0);
        public static readonly Signal FaultLevel = new Signal(       24,  2, Order.Intel, false, 1, 0);

        /// <summary>
        /// 1..8 connector sensor n level 1, 9..16 level 2, 17..24 level 3, 25..32 sensor n open (level 2).
        /// </summary>
        public static readonly Signal FaultCode = new Signal(        32,  8, Order.Intel, false, 1, 0);
    }
}
