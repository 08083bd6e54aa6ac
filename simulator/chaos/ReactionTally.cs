namespace SwapEdge.Simulator;

/// <summary>How often, and how fast, each cause has taken away what it forbids.</summary>
public sealed class ReactionTally
{
    private readonly long[] _counts = new long[Enum.GetValues<ReactionCause>().Length];
    private readonly int[] _worst = new int[Enum.GetValues<ReactionCause>().Length];

    /// <summary>Requests and permits that were taken away.</summary>
    public long Counted => _counts.Sum();

    /// <summary>Most passes that any took.</summary>
    public int Worst => _worst.Max();

    /// <summary>What it was that took longest.</summary>
    public ReactionCause WorstOf => (ReactionCause)Array.IndexOf(_worst, Worst);

    public long CountOf(ReactionCause cause) => _counts[(int)cause];

    public int WorstPasses(ReactionCause cause) => _worst[(int)cause];

    /// <summary>Something was taken away in so many passes.</summary>
    public void Count(ReactionCause cause, int passes)
    {
        _counts[(int)cause]++;
        Late(cause, passes);
    }

    /// <summary>It will take so many passes at least.</summary>
    public void Late(ReactionCause cause, int passes) => _worst[(int)cause] = Math.Max(_worst[(int)cause], passes);

    public void Add(ReactionTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (ReactionCause cause in Enum.GetValues<ReactionCause>())
        {
            _counts[(int)cause] += other._counts[(int)cause];
            Late(cause, other._worst[(int)cause]);
        }
    }
}
