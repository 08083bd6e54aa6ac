using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenLane(ILaneIo live) : ILaneIo
{
    /// <summary>Between two reads, and two writes.</summary>
    public const int PassMs = Station.PassMs;

    private int _bay;

    public Action<LaneInputs>? Shown { get; init; }

    public Func<Drive, Drive>? Given { get; init; }

    public void Read(LaneInputs into)
    {
        live.Read(into);
        Shown?.Invoke(into);
    }

    public void Write(Drive drives, int bay, int pack)
    {
        // A stow that goes on goes on to its bay.
        _bay = bay == 0 ? _bay : bay;
        Drive given = Given?.Invoke(drives) ?? drives;
        live.Write(given, (given & (Drive.Stow | Drive.Fetch)) == 0 ? 0 : _bay, pack);
    }
}
