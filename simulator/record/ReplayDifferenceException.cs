namespace SwapEdge.Simulator;

/// <summary>A replayed node has given another thing than the recorded one, or one more, or one less.</summary>
internal sealed class ReplayDifferenceException(TurnEntry? recorded, TurnEntry? came)
    : Exception("another output than recorded")
{
    /// <summary>Null: nothing more was given in the turn.</summary>
    public TurnEntry? Recorded { get; } = recorded;

    /// <summary>Null: the turn is over.</summary>
    public TurnEntry? Came { get; } = came;
}
