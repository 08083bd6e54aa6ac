namespace SwapEdge.Simulator;

/// <summary>One harm: how often it was tried with so many wrong sensors, and the shortest way to it.</summary>
/// <param name="harm">Which.</param>
/// <param name="possible">This kind of station has what it takes.</param>
/// <param name="tried">By number of wrong sensors; one count for all harms, which are looked for together.</param>
public sealed class RealFinding(Harm harm, bool possible, long[] tried)
{
    public Harm Harm { get; } = harm;

    /// <summary>This kind of station has what it takes.</summary>
    public bool Possible { get; } = possible;

    public string Name { get; } = HarmWords.Of(harm);

    /// <summary>It must not happen with so many wrong sensors.</summary>
    public int Promised { get; init; }

    /// <summary>By number of wrong sensors.</summary>
    public IReadOnlyList<long> Tried { get; } = tried;

    /// <summary>By number of wrong sensors; null where it does not happen.</summary>
    public string?[] Broken { get; } = new string?[WrongSet.Most + 1];

    public bool IsBroken => Possible && Survives(WrongSet.Most) < Promised;

    /// <summary>With how many wrong sensors it cannot happen; -1: it can with none.</summary>
    public int Survives(int most)
    {
        int first = Array.FindIndex(Broken, broken => broken is not null);
        return first < 0 ? most : Math.Min(first - 1, most);
    }
}
