namespace SwapEdge.Firmware
{
    /// <summary>One warning raised, changed in level or value, or cleared (level 0). Filled for the caller.</summary>
    public sealed class PackWarningChange
    {
        public PackWarning Warning;
        public int Level;

        /// <summary>Level before.</summary>
        public int PreviousLevel;
        public int Value;
        public long TimeMs;
    }
}
