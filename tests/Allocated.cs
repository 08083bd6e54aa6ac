namespace SwapEdge.Tests;

/// <summary>What code allocates on this thread, without what the runtime itself allocates now and then beside
/// it.</summary>
public static class Allocated
{
    /// <summary>
    /// Bytes of the round that allocated least: what the code allocates, it allocates in every round; what compiling or
    /// loading it took, only in some.
    /// </summary>
    public static long ByEachRoundOf(Action work) => ByEachRoundOf(() => { }, work);

    /// <summary>The same with something before each round that is not counted.</summary>
    public static long ByEachRoundOf(Action prepare, Action work)
    {
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            prepare();
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
