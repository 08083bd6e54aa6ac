using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Where in a file something stands. Lines and columns count from 1; 0: it is of no file.</summary>
public sealed record Place(string File, int Line, int Column)
{
    public static Place Nowhere { get; } = new("", 0, 0);

    public override string ToString() => Line == 0 ? File : Invariant($"{File}:{Line}:{Column}");
}
