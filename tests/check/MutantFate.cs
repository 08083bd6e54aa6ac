namespace SwapEdge.Tests.Check;

public enum MutantFate
{
    /// <summary>It does something else somewhere, and no property minds.</summary>
    Missed = 0,
    Caught = 1,

    /// <summary>It does the same wherever the whole table comes to.</summary>
    Same = 2,
}
