namespace SwapEdge.Simulator;

/// <summary>How something is expected.</summary>
public enum ExpectationKind
{
    /// <summary>It is so at some moment: within a time, after something, or before the end.</summary>
    Eventually,

    /// <summary>It is so at no moment: of the whole run, or within a time, after something.</summary>
    Never,

    /// <summary>It is so at the end.</summary>
    Finally,

    /// <summary>One after another becomes so.</summary>
    InOrder,
}
