using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What a board knows of itself, with a tape before it.</summary>
internal sealed class TapedVitals(PortTape tape, IVitals? live) : IVitals
{
    private readonly int _lastEnd = tape.Channel("board.LastEnd");
    private readonly int _findings = tape.Channel("board.Findings");
    private readonly int _known = tape.Channel("board.MemoryKnown");
    private readonly int _free = tape.Channel("board.FreeBytes");
    private readonly int _nativeFree = tape.Channel("board.NativeFreeBytes");
    private readonly int _nativeLargest = tape.Channel("board.NativeLargestBytes");

    public BootReason LastEnd => (BootReason)tape.Value(_lastEnd, (long)(live?.LastEnd ?? BootReason.Unknown));

    public int Findings => (int)tape.Value(_findings, live?.Findings ?? 0);

    public bool ReadMemory(out int freeBytes, out int nativeFreeBytes, out int nativeLargestBytes)
    {
        (int free, int nativeFree, int nativeLargest) = (0, 0, 0);
        bool known = live is not null && live.ReadMemory(out free, out nativeFree, out nativeLargest);
        freeBytes = (int)tape.Value(_free, free);
        nativeFreeBytes = (int)tape.Value(_nativeFree, nativeFree);
        nativeLargestBytes = (int)tape.Value(_nativeLargest, nativeLargest);
        return tape.Value(_known, known ? 1 : 0) != 0;
    }
}
