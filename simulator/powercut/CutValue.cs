using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>A number that counts upwards: what is kept of it, and what it is about to become.</summary>
internal sealed class CutValue(string name)
{
    public long Now { get; private set; }

    public long Next { get; private set; }

    /// <summary>From now on a write may make it so.</summary>
    public void Begin(long next) => Next = next;

    /// <summary>The write has returned.</summary>
    public void Keep() => Now = Next;

    /// <param name="found">After a restart; null: numbers that do not belong together.</param>
    public CutFlaw? Judge(long? found) => found == Now || found == Next ? null
        : new CutFlaw(
            found < Now, found is null ? $"{name}: a mixture" : Invariant($"{name} {found} instead of {Now}"));

    public void Settle(long found)
    {
        Now = found;
        Next = found;
    }
}
