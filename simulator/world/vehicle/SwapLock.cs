namespace SwapEdge.Simulator;

/// <summary>
/// The lock of a pack on its vehicle: one or more points that are driven together and travel each at its own pace.
/// Opening needs the release of the safety chain; without a request every bolt stays where it is.
/// </summary>
public sealed class SwapLock
{
    /// <summary>Time of the slowest point from one end to the other, while nothing wears.</summary>
    public const int TravelMs = 3_000;

    /// <summary>Each further point is so much faster than the one before it.</summary>
    private const int SpreadMs = 40;

    /// <param name="points">1 to 16.</param>
    public SwapLock(int points = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, 16);
        Points = [.. Enumerable.Range(0, points).Select(point => new LockPoint(TravelMs - (point * SpreadMs)))];
    }

    public IReadOnlyList<LockPoint> Points { get; }

    /// <summary>Every bolt is at its open end: the pack can rise.</summary>
    public bool Open { get; private set; }

    public bool Closed { get; private set; } = true;

    /// <summary>No bolt is at its closed end: nothing holds the pack.</summary>
    public bool HoldsNothing { get; private set; }

    /// <summary>What the switches say, bit n for point n + 1.</summary>
    public int OpenPoints => Mask(point => point.OpenSeen);

    public int ClosedPoints => Mask(point => point.ClosedSeen);

    public void Advance(int milliseconds, bool unlock, bool close, bool releasePermitted)
    {
        int way = unlock && releasePermitted && !close ? -1 : close && !unlock ? 1 : 0;
        int open = 0;
        int closed = 0;
        foreach (LockPoint point in Points)
        {
            point.Advance(milliseconds, way);
            open += point.Open ? 1 : 0;
            closed += point.Closed ? 1 : 0;
        }

        Open = open == Points.Count;
        Closed = closed == Points.Count;
        HoldsNothing = closed == 0;
    }

    /// <summary>The lock of another vehicle: closed, and nothing wrong with it.</summary>
    public void Renew()
    {
        foreach (LockPoint point in Points)
        {
            point.Renew();
        }

        Open = false;
        Closed = true;
        HoldsNothing = false;
    }

    /// <summary>Somebody turns every bolt back with a tool, as fast as it travels.</summary>
    public void OpenByHand()
    {
        foreach (LockPoint point in Points)
        {
            point.Creeps = point.Open ? 0 : -1;
        }
    }

    private int Mask(Func<LockPoint, bool> seen)
    {
        int mask = 0;
        for (int point = 0; point < Points.Count; point++)
        {
            mask |= seen(Points[point]) ? 1 << point : 0;
        }

        return mask;
    }
}
