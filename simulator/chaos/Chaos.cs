using System.Diagnostics;

namespace SwapEdge.Simulator;

/// <summary>Many lives at once, one to a core; what each comes to depends on nothing but its seed.</summary>
public static class Chaos
{
    public static ChaosReport Run(ulong first, int seeds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        long began = Stopwatch.GetTimestamp();
        LifeResult[] lives = new LifeResult[seeds];
        Parallel.For(0, seeds, index => lives[index] = Life.Run(first + (ulong)index));
        return new ChaosReport(lives, Stopwatch.GetElapsedTime(began));
    }
}
