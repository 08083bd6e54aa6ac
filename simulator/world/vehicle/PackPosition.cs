namespace SwapEdge.Simulator;

/// <summary>One place of a vehicle for a pack: its seat, the lock that holds it there, and its connector.</summary>
public sealed class PackPosition(Seat seat, SwapLock swapLock)
{
    public Seat Seat { get; } = seat;

    public SwapLock Lock { get; } = swapLock;

    public Connector Connector { get; } = new(seat);

    /// <summary>Height over its seat of a pack that is mated: below zero.</summary>
    public double MatedAtM { get; init; } = -0.03;

    /// <summary>Another vehicle has come: its pack is mated and locked, its lock is as good as new.</summary>
    public void Renew(Pack pack, int lockMoves)
    {
        Seat.Pack = pack;
        Seat.PackHeightM = MatedAtM;
        Seat.Clamps = true;
        Connector.Loose = false;
        Lock.Renew(lockMoves);
    }
}
