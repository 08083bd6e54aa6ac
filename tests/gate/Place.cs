namespace SwapEdge.Tests.Gate;

/// <summary>A line of a source file, relative to the repository's root.</summary>
public readonly record struct Place(string File, int Line)
{
    public override string ToString() => $"{File}({Line})";
}
