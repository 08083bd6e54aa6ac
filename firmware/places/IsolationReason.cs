namespace SwapEdge.Firmware
{
    /// <summary>Why a pack is kept apart; the value of PackIsolated. For ever, append only.</summary>
    public enum IsolationReason
    {
        None = 0,

        /// <summary>It was put into an isolation bay, or found there after a start.</summary>
        IsolationBay = 1,

        /// <summary>Smoke, over-temperature, over-voltage or bad insulation.</summary>
        Alarm = 2,

        /// <summary>It was isolated before the start.</summary>
        Remembered = 3,

        /// <summary>What was remembered before the start cannot be read.</summary>
        MemoryLost = 4,

        /// <summary>It was put behind the door from which another one had just been taken.</summary>
        Unexplained = 5,
    }
}
