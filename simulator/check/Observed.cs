using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>One thing that a pass may see of a plant, and which sensors must be wrong for it.</summary>
/// <param name="Facts">As the firmware makes them, so far as the phase looks at them.</param>
/// <param name="Letter">What was really so beside the plant.</param>
/// <param name="Wrong">The smallest sets of wrong sensors with which it is seen; the empty set alone when none is.
/// </param>
public sealed record Observed(Fact Facts, Letter Letter, WrongSet[] Wrong)
{
    /// <summary>Seen by working sensors when people want the swap to end well.</summary>
    public bool Willing { get; init; }

    public bool IsTrue => Wrong[0] == WrongSet.None;
}
