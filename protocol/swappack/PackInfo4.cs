namespace SwapEdge.Protocol
{
    /// <summary>
    /// Voltage and current of one pack (B2V_PackInfor4, 18C6D0F3). Raw 65534 is abnormal and 65535 invalid.
    /// </summary>
    public static class PackInfo4
    {
        public const uint Id = 0x18C6D0F3;
        public const int PeriodMs = 100;

        //                                                    start len order         sign   factor offset
        public static readonly Signal Pack = new Signal(       0,  8, Order.Intel, false,   1,        0);
        public static readonly Signal VoltageMv = new Signal(  8, 16, Order.Intel, false, 100,        0);
        public static readonly Signal CurrentMa = new Signal( 24, 16, Order.Intel, false, 100, -3000000);
        public static readonly Signal UnitCount = new Signal( 40, 16, Order.Intel, false,   1,        0);

        /// <summary>Quality of a field of a copy of this message.</summary>
        public static Quality QualityOf(MessageSlot slot, Signal signal, long nowMs)
        {
            Quality quality = slot.QualityOf(signal, nowMs, PeriodMs * SwapPackMessages.StalePeriods);
            return quality != Quality.NotAvailable && signal.IsAbnormal(slot.Data) ? Quality.Abnormal : quality;
        }
    }
}
