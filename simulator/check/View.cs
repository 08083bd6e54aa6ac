using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Observations that no row of a table tells apart.</summary>
public sealed class View(Observed first)
{
    private readonly List<WrongSet> _wrong = [.. first.Wrong];

    /// <summary>The first of them.</summary>
    public Observed First { get; } = first;

    public Fact Facts => First.Facts;

    public bool Willing { get; private set; } = first.Willing;

    public bool IsTrue => _wrong[0] == WrongSet.None;

    public IReadOnlyList<WrongSet> Wrong => _wrong;

    public void Add(Observed other)
    {
        Willing |= other.Willing;
        foreach (WrongSet wrong in other.Wrong)
        {
            if (!_wrong.Exists(set => set.IsWithin(wrong)))
            {
                _wrong.RemoveAll(set => wrong.IsWithin(set));
                _wrong.Add(wrong);
            }
        }
    }
}
