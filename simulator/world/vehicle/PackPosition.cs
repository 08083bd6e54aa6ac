namespace SwapEdge.Simulator;

/// <summary>One place of a vehicle for a pack: its seat, the lock that holds it there, and its connector.</summary>
public sealed class PackPosition(Seat seat, SwapLock swapLock)
{
    public Seat Seat { get; } = seat;

    public SwapLock Lock { get; } = swapLock;

    public Connector Connector { get; } = new(seat);
}
