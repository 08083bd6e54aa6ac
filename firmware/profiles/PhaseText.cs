namespace SwapEdge.Firmware
{
    /// <summary>Names of phases, the same on device and desk.</summary>
    public static class PhaseText
    {
        private static readonly string[] Names =
        {
            "Idle", "Identifying", "Positioning", "Preparing", "Accepting", "Choosing", "Gripping", "Unlocking",
            "Lifting", "Stowing", "Fetching", "Placing", "Mating", "Locking", "Verifying", "Withdrawing", "Releasing",
            "Held", "Stopped", "OutOfService", "Maintenance", "Admitting", "Inserting", "Dispensing", "Taking",
            "GivingBack", "Returning",
        };

        public static string Of(Phase phase)
        {
            return Names[(int)phase];
        }
    }
}
