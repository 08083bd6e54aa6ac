using static SwapEdge.Protocol.Signal;

namespace SwapEdge.Protocol
{
    /// <summary>
    /// Voltage and current of one pack (B2V_PackInfor4, 18C6D0F3). Raw 65534 is abnormal and 65535 invalid.
    /// </summary>
    public static class PackInfo4
    {
        public const uint Id = 0x18C6D0F3;
        public const int PeriodMs = 100;

        public const long Pack =       0 +  8 * Bits;
        public const long VoltageMv =  8 + 16 * Bits + 100 * Factor;
        public const long CurrentMa = 24 + 16 * Bits + 100 * Factor - 3000000 * Offset;
        public const long UnitCount = 40 + 16 * Bits;
    }
}
