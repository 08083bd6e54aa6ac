using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What the desk says a board knows of itself; the memory is made up.</summary>
public sealed class VirtualVitals : IVitals
{
    public BootReason LastEnd { get; set; }

    public int Findings { get; set; }

    public int FreeBytes { get; set; } = 3_200_000;

    public int NativeFreeBytes { get; set; } = 240_000;

    public int NativeLargestBytes { get; set; } = 110_000;

    public bool ReadMemory(out int freeBytes, out int nativeFreeBytes, out int nativeLargestBytes)
    {
        (freeBytes, nativeFreeBytes, nativeLargestBytes) = (FreeBytes, NativeFreeBytes, NativeLargestBytes);
        return true;
    }
}
