using System.Runtime.CompilerServices;

[assembly: TypeForwardedTo(typeof(Environment))]

namespace nanoFramework.Runtime.Native;

/// <summary>
/// The collector as seen by the device. On the desk nothing counts as collected, so here an object that lives for an
/// instant shows; on the device only one that stays.
/// </summary>
public static class GC
{
    private const uint HeapBytes = 1u << 31;

    /// <summary>Bytes that are free.</summary>
    public static uint Run(bool compactHeap) => HeapBytes - (uint)System.GC.GetAllocatedBytesForCurrentThread();
}
