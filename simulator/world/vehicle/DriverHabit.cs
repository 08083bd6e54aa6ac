namespace SwapEdge.Simulator;

/// <summary>What a driver forgets, and remembers after a while.</summary>
public enum DriverHabit
{
    None = 0,
    ForgetsHandbrake = 1,
    ForgetsNeutral = 2,

    /// <summary>The key stays on, and with it the high voltage.</summary>
    LeavesKeyOn = 3,

    /// <summary>Is told to go and does not: looks at a telephone.</summary>
    LeavesLate = 4,
}
