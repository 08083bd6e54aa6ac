namespace SwapEdge.Protocol
{
    /// <summary>Why the run before this one ended; <c>BootReason</c> of city.proto. For ever, append only.</summary>
    public enum BootReason
    {
        /// <summary>Power loss, brown-out, a hang: the runtime does not tell these apart.</summary>
        Unknown = 0,

        // Planned: noted before it.
        Command = 1,
        SettingsTried = 2,
        SettingsRolledBack = 3,
        Maintenance = 4,

        /// <summary>A thread of the board ended with an exception.</summary>
        Fault = 5,

        /// <summary>The loop had been late for so long that the hardware was about to reset it.</summary>
        Watchdog = 6,
    }
}
