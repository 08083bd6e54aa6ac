namespace SwapEdge.Firmware
{
    /// <summary>
    /// What wears at a lane, seen over several swaps and told before it fails. Numbers are stored and sent: append
    /// only.
    /// </summary>
    public enum LaneWarning
    {
        None = 0,

        /// <summary>A sensor kept its level through whole swaps; the value is a <see cref="LaneSensor"/>.</summary>
        SensorStuck = 1,

        /// <summary>Opening took long; the value is the time, milliseconds.</summary>
        UnlockSlow = 2,

        /// <summary>Closing took long; the value is the time, milliseconds.</summary>
        LockSlow = 3,
    }
}
