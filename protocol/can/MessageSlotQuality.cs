namespace SwapEdge.Protocol
{
    /// <summary>
    /// What one signal of a copy is worth, for who reads one by itself: the device, which has rows of readings, is
    /// built without it.
    /// </summary>
    public static class MessageSlotQuality
    {
        /// <summary>Quality of one signal of this copy; a limit of 0 means that the message does not age.</summary>
        public static Quality QualityOf(this MessageSlot slot, long signal, long nowMs, int limitMs)
        {
            if (slot.Received == 0 || !signal.Fits(slot.Length) || !signal.IsAvailable(slot.Data))
            {
                return Quality.NotAvailable;
            }

            return limitMs == 0 || nowMs - slot.TimeMs <= limitMs ? Quality.Valid : Quality.Stale;
        }
    }
}
