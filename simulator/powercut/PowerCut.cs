using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Many lives of a journal with power cut at every write, two or more at once.</summary>
public static class PowerCut
{
    private const int CutsALife = 2_500;

    /// <param name="first">Seed of the first life; the others follow.</param>
    /// <param name="cuts">At least so many.</param>
    /// <param name="mount">For tests of the test: how a restarted journal sees the medium.</param>
    /// <param name="lies">For tests of the test: see <see cref="CutMedium.Lies"/>.</param>
    public static CutTally Run(ulong first, int cuts, Func<CutMedium, IStore>? mount = null, bool lies = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cuts, 1);
        CutLife[] lives = new CutLife[(cuts + CutsALife - 1) / CutsALife];
        Parallel.For(0, lives.Length, index =>
        {
            lives[index] = new CutLife(
                first + (ulong)index, Math.Min(cuts, CutsALife), mount ?? (medium => medium), lies);
            lives[index].Run();
        });

        CutTally tally = new();
        foreach (CutLife life in lives)
        {
            tally.Add(life.Tally);
        }

        return tally;
    }
}
