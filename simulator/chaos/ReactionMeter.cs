namespace SwapEdge.Simulator;

/// <summary>
/// Counts, for each cause, the passes from the first that read it to the one that took away what it forbids, both
/// counted. What is given while its cause stands has outlasted all of these passes. Made from levels and frames as the
/// node read them, beside the firmware's own facts.
/// </summary>
public sealed class ReactionMeter
{
    private static readonly int Causes = Enum.GetValues<ReactionCause>().Length;

    private readonly int[] _passes = new int[Causes];
    private readonly bool[] _on = new bool[Causes];

    public ReactionTally Tally { get; } = new();

    /// <summary>The node has lost its power: what was on is off.</summary>
    public void Reset()
    {
        Array.Clear(_passes);
        Array.Clear(_on);
    }

    /// <summary>A pass: whether it read the cause, and whether what the cause forbids was on after it.</summary>
    public void Take(ReactionCause cause, bool stands, bool on)
    {
        int index = (int)cause;
        _passes[index] = stands ? _passes[index] + 1 : 0;
        if (stands && on)
        {
            Tally.Late(cause, _passes[index] + 1);
        }
        else if (stands && _on[index])
        {
            Tally.Count(cause, _passes[index]);
        }

        _on[index] = on;
    }
}
