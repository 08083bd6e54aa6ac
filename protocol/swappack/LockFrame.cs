using static SwapEdge.Protocol.Signal;

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

        public const long Life =              0 + 8 * Bits;
        public const long LockPin =           8 + 2 * Bits;
        public const long Connector =        10 + 2 * Bits;
        public const long DischargeCircuit = 12 + 2 * Bits;
        public const long ChargeCircuit =    14 + 2 * Bits;
        public const long FaultLevel =       24 + 2 * Bits;

        /// <summary>
        /// 1..8 connector sensor n level 1, 9..16 level 2, 17..24 level 3, 25..32 sensor n open (level 2).
        /// </summary>
        public const long FaultCode =        32 + 8 * Bits;
    }
}
