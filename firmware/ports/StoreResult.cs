namespace SwapEdge.Firmware
{
    /// <summary>What became of an append.</summary>
    public enum StoreResult
    {
        Ok = 0,

        /// <summary>No room; nothing was written.</summary>
        Full = 1,

        /// <summary>The medium failed; what is there is unknown until the next start.</summary>
        Failed = 2,
    }
}
