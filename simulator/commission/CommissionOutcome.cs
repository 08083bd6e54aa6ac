namespace SwapEdge.Simulator;

/// <summary>How a step of commissioning ended.</summary>
public enum CommissionOutcome
{
    Passed = 0,
    Failed = 1,

    /// <summary>There is nothing at this node, or before it, that could be looked at.</summary>
    NotJudged = 2,

    /// <summary>The node did not answer, or nobody brought it into maintenance.</summary>
    TimedOut = 3,
}
