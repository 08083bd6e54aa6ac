namespace SwapEdge.Simulator;

/// <summary>
/// The lock of a pack on its vehicle: one or more points that are driven together and travel each at its own pace.
/// Opening needs the release of the safety chain; without a request every bolt stays where it is.
/// </summary>
public sealed class SwapLock
{
    private readonly LockPoint[] _points;

    /// <param name="points">1 to 16.</param>
    /// <param name="parameters">Of each point; those of a bolt when left out.</param>
    public SwapLock(int points = 1, LockParameters? parameters = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, 16);
        LockParameters made = parameters ?? LockParameters.Bolt;
        _points = [.. Enumerable.Range(0, points).Select(point =>
            new LockPoint(made, made.TravelMs - (point * made.StaggerMs)))];
    }

    public IReadOnlyList<LockPoint> Points => _points;

    /// <summary>Every bolt is at its open end: the pack can rise.</summary>
    public bool Open { get; private set; }

    public bool Closed { get; private set; } = true;

    /// <summary>No bolt is at its closed end: nothing holds the pack.</summary>
    public bool HoldsNothing { get; private set; }

    /// <summary>What the switches say, bit n for point n + 1.</summary>
    public int OpenPoints => Mask(point => point.OpenSeen);

    public int ClosedPoints => Mask(point => point.ClosedSeen);

    public void Advance(
        int milliseconds, bool unlock, bool close, bool releasePermitted, double ambientC = 20)
    {
        int way = unlock && releasePermitted && !close ? -1 : close && !unlock ? 1 : 0;
        int open = 0;
        int closed = 0;
        foreach (LockPoint point in _points)
        {
            point.Advance(milliseconds, way, ambientC);
            open += point.Open ? 1 : 0;
            closed += point.Closed ? 1 : 0;
        }

        Open = open == _points.Length;
        Closed = closed == _points.Length;
        HoldsNothing = closed == 0;
    }

    /// <summary>The lock of another vehicle: closed, and nothing wrong with it.</summary>
    /// <param name="moves">How often it has travelled in its life.</param>
    public void Renew(int moves = 0)
    {
        foreach (LockPoint point in _points)
        {
            point.Renew(moves);
        }

        Open = false;
        Closed = true;
        HoldsNothing = false;
    }

    /// <summary>Somebody turns every bolt back with a tool, as fast as it travels.</summary>
    public void OpenByHand()
    {
        foreach (LockPoint point in _points)
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
