namespace SwapEdge.Simulator;

/// <summary>One property: how often it was tried, and where it failed first.</summary>
public sealed class Finding(string name)
{
    public string Name { get; } = name;

    public long Tried { get; set; }

    /// <summary>The shortest way to where it does not hold; null while it holds.</summary>
    public string? Broken { get; set; }
}
