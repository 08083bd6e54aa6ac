using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Energy of one regeneration (read raw), time left, number of charges (B2E_Egy7, 18F7D0F3).
    /// </summary>
    public static class Energy7
    {
        public const uint Id = 0x18F7D0F3;
        public const int PeriodMs = 10000;

        public const long SingleRegeneratedTenthKwh =  0 + 32 * Bits;
        public const long RemainingMinutes =          32 + 16 * Bits;
        public const long ChargeCount =               48 + 16 * Bits;
    }
}
