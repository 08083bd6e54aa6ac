namespace SwapEdge.Simulator;

/// <summary>Where the lock of a vehicle really is, all its points together.</summary>
public enum LockPlace
{
    Closed = 0,

    /// <summary>At least one point is at neither end, or not at the end of the others.</summary>
    Between = 1,
    Open = 2,
}
