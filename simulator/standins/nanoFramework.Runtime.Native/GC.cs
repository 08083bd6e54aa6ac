namespace nanoFramework.Runtime.Native;

/// <summary>Stand-in: a heap as a board with PSRAM has it, on which nothing is ever used.</summary>
public static class GC
{
    public static uint Run(bool compactHeap) => 3_500_000;
}
