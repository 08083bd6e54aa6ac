namespace SwapEdge.Simulator;

/// <summary>
/// One bolt of a lock: it travels between two ends, each with a switch; between the ends neither switch is made.
/// </summary>
public sealed class LockPoint(int travelMs)
{
    private readonly int _newMs = travelMs;

    /// <summary>From 0, open, to the travel time, closed.</summary>
    private int _placeMs = travelMs;

    /// <summary>Time from one end to the other; a point that wears gets slower.</summary>
    public int TravelMs { get; private set; } = travelMs;

    /// <summary>The bolt does not move, whatever drives it.</summary>
    public bool Jammed { get; set; }

    /// <summary>Where the bolt moves by itself while nothing drives it: -1 opens, 1 closes.</summary>
    public int Creeps { get; set; }

    /// <summary>What the switch of the open end is stuck at; null while it works.</summary>
    public bool? OpenStuckAt { get; set; }

    public bool? ClosedStuckAt { get; set; }

    /// <summary>Where the bolt is.</summary>
    public bool Open => _placeMs <= 0;

    public bool Closed => _placeMs >= TravelMs;

    /// <summary>What the switches say of it.</summary>
    public bool OpenSeen => OpenStuckAt ?? Open;

    public bool ClosedSeen => ClosedStuckAt ?? Closed;

    /// <summary>Makes the bolt slower or faster; where it is between its ends stays in proportion.</summary>
    public void Wear(int newTravelMs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(newTravelMs, 1);
        _placeMs = (int)((long)_placeMs * newTravelMs / TravelMs);
        TravelMs = newTravelMs;
    }

    /// <summary>Another point in its place: closed, new, free, with switches that work.</summary>
    public void Renew()
    {
        TravelMs = _newMs;
        _placeMs = _newMs;
        Jammed = false;
        Creeps = 0;
        OpenStuckAt = null;
        ClosedStuckAt = null;
    }

    /// <param name="milliseconds">How long.</param>
    /// <param name="way">-1 opens, 1 closes, 0 stays.</param>
    public void Advance(int milliseconds, int way)
    {
        if (!Jammed)
        {
            int moves = way == 0 ? Creeps : way;
            _placeMs = Math.Clamp(_placeMs + (moves * milliseconds), 0, TravelMs);
        }
    }
}
