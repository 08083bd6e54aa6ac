namespace SwapEdge.Simulator;

/// <summary>All that matters of how long a phase has lasted.</summary>
public enum PhaseAge
{
    Fresh = 0,
    Settled = 1,
    Expired = 2,
}
