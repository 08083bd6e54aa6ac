namespace SwapEdge.Simulator;

/// <summary>How the firmware of a node was called, or what befell it. Numbers are for ever.</summary>
public enum TurnKind
{
    None = 0,

    /// <summary>The node is made of its settings and ports, and started.</summary>
    Start = 1,

    /// <summary>One pass.</summary>
    Pass = 2,

    /// <summary>Its power fails; there is no node until the next start.</summary>
    PowerCut = 3,

    // The city's word without a message, in lives of chaos.
    Abort = 4,
    TakeOutOfService = 5,
    PutIntoService = 6,

    /// <summary>A board says that the pass is over.</summary>
    PassEnd = 7,
}
