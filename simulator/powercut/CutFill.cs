namespace SwapEdge.Simulator;

/// <summary>What a page reads as that was never written.</summary>
public enum CutFill
{
    Ones = 0,
    Zeros = 1,

    /// <summary>What was there before, in a file that has been deleted.</summary>
    Stale = 2,
}
