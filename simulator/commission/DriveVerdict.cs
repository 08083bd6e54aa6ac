using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What one look says of a drive that is asked for by hand.</summary>
public enum DriveVerdict
{
    /// <summary>Not asked for, or with another: nothing can be said.</summary>
    None = 0,
    Given = 1,

    /// <summary>Not given, and its interlock forbids it.</summary>
    RightlyRefused = 2,

    /// <summary>Not given, and its interlock would allow it.</summary>
    WronglyRefused = 3,

    /// <summary>Given, and its interlock forbids it.</summary>
    WronglyGiven = 4,

    /// <summary>Something else moves.</summary>
    OtherGiven = 5,
}
