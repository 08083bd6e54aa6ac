namespace SwapEdge.Simulator;

/// <summary>How conditions make one.</summary>
public enum Joining
{
    /// <summary>It is one alone.</summary>
    One,
    All,
    Any,
    Not,
}
