namespace SwapEdge.Protocol
{
    /// <summary>What the fields of <see cref="PackInfo4"/> are worth: nothing on the device reads them yet.</summary>
    public static class PackInfo4Quality
    {
        /// <summary>Quality of a field of a copy of this message.</summary>
        public static Quality Of(MessageSlot slot, long signal, long nowMs)
        {
            Quality quality = slot.QualityOf(signal, nowMs, PackInfo4.PeriodMs * SwapPackMessages.StalePeriods);
            return quality != Quality.NotAvailable && signal.IsAbnormal(slot.Data) ? Quality.Abnormal : quality;
        }
    }
}
