using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>What a power cut in the middle of a write leaves of it.</summary>
/// <param name="Kept">Bytes of the append that reached the medium, from its beginning.</param>
/// <param name="MissingPages">
/// A bit for each page of the append that did not, although the file has its new length; 0: none, and
/// <paramref name="Kept"/> counts.
/// </param>
/// <param name="Fill">What is read there instead.</param>
/// <param name="Undone">Of the deletions since the last append, so many of the latest did not reach the medium.</param>
/// <param name="Created">A file that is new is there, though nothing of it is.</param>
public sealed record CutShape(int Kept, uint MissingPages, CutFill Fill, int Undone, bool Created)
{
    /// <summary>Pages reached the medium in another order than they were written.</summary>
    public bool Reordered => MissingPages != 0;

    /// <summary>One of those that a write of this length can end in.</summary>
    public static CutShape Draw(Prng random, int index, int length, int pages, int deletions)
    {
        ArgumentNullException.ThrowIfNull(random);
        int undone = random.Between(0, deletions);
        uint some = (uint)random.Next() & (uint)((1UL << Math.Min(pages, 32)) - 1);
        return (index, length) switch
        {
            (_, 0) or (0, _) => new CutShape(0, 0, CutFill.Ones, undone, Created: false),
            (1, _) => new CutShape(length, 0, CutFill.Ones, 0, Created: true),
            (2, _) => new CutShape(0, 0, CutFill.Ones, undone, Created: true),
            _ when index % 2 == 0 && some != 0 =>
                new CutShape(length, some, (CutFill)random.Between(0, 2), undone, Created: true),
            _ => new CutShape(random.Between(1, length), 0, CutFill.Ones, undone, Created: true),
        };
    }

    public override string ToString() => Reordered
        ? Invariant($"pages {MissingPages:x} missing ({Fill}), {Undone} deletions undone")
        : Invariant($"{Kept} bytes, {Undone} deletions undone");
}
