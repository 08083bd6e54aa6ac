namespace SwapEdge.Simulator;

/// <summary>Judges each step of an exploration.</summary>
public interface IExplorerWatch
{
    /// <summary>Nothing more is to be learned.</summary>
    bool HasEnough { get; }

    /// <summary>
    /// A spot was stepped under a view, whichever sensors must be wrong for it; false: this spot is not followed.
    /// </summary>
    bool Stepped(Explorer explorer, int index, View view);

    /// <summary>The step is possible with so many wrong sensors since the start.</summary>
    void Taken(Explorer explorer, int index, View view, int wrong);
}
