namespace SwapEdge.Simulator;

/// <summary>
/// One bolt of a lock: it travels between two ends, each with a switch; between the ends neither switch is made. A
/// switch that makes bounces for some milliseconds. Ice holds it until it has been driven often enough, or is warm.
/// </summary>
public sealed class LockPoint
{
    private readonly LockParameters _parameters;
    private readonly int _newMs;
    private double _wornMs;

    /// <summary>From 0, open, to the travel time, closed.</summary>
    private int _placeMs;
    private int _atEndMs;
    private int _triedMs;
    private int _warmMs;
    private int _iceTries;

    /// <param name="parameters">Of its lock.</param>
    /// <param name="travelMs">Time from one end to the other.</param>
    public LockPoint(LockParameters parameters, int travelMs)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _newMs = travelMs;
        Renew();
    }

    /// <summary>Time from one end to the other; a point that wears gets slower.</summary>
    public int TravelMs { get; private set; }

    /// <summary>The bolt does not move, whatever drives it.</summary>
    public bool Jammed { get; set; }

    /// <summary>Ice holds it.</summary>
    public bool Frozen => _iceTries > 0;

    /// <summary>Where the bolt moves by itself while nothing drives it: -1 opens, 1 closes.</summary>
    public int Creeps { get; set; }

    /// <summary>What the switch of the open end is stuck at; null while it works.</summary>
    public bool? OpenStuckAt { get; set; }

    public bool? ClosedStuckAt { get; set; }

    /// <summary>Where the bolt is.</summary>
    public bool Open => _placeMs <= 0;

    public bool Closed => _placeMs >= TravelMs;

    /// <summary>What the switches say of it.</summary>
    public bool OpenSeen => OpenStuckAt ?? (Open && Made);

    public bool ClosedSeen => ClosedStuckAt ?? (Closed && Made);

    /// <summary>The contact at its end is made at this moment: it may still bounce.</summary>
    private bool Made => _atEndMs >= _parameters.BounceMs || _atEndMs / _parameters.BounceChangeMs % 2 == 0;

    /// <summary>Water has frozen in it. It comes free after so many tries to move it, or when it is warm.</summary>
    public void Freeze(int tries) => _iceTries = tries;

    /// <summary>As many tries as its lock usually needs.</summary>
    public void Freeze() => Freeze(_parameters.IceTries);

    /// <summary>Makes the bolt slower or faster; where it is between its ends stays in proportion.</summary>
    public void Wear(int newTravelMs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(newTravelMs, 1);
        _placeMs = (int)((long)_placeMs * newTravelMs / TravelMs);
        TravelMs = newTravelMs;
        _wornMs = newTravelMs;
    }

    /// <summary>Another point in its place: closed, free, with switches that work.</summary>
    /// <param name="moves">How often it has travelled in its life.</param>
    public void Renew(int moves = 0)
    {
        _wornMs = _newMs * (1 + (_parameters.WearPerMove * moves));
        TravelMs = (int)_wornMs;
        _placeMs = TravelMs;
        _atEndMs = _parameters.BounceMs;
        _iceTries = 0;
        Jammed = false;
        Creeps = 0;
        OpenStuckAt = null;
        ClosedStuckAt = null;
    }

    /// <param name="milliseconds">How long.</param>
    /// <param name="way">-1 opens, 1 closes, 0 stays.</param>
    /// <param name="ambientC">Of the air.</param>
    public void Advance(int milliseconds, int way, double ambientC)
    {
        if (Frozen)
        {
            Melt(milliseconds, way, ambientC);
        }

        int moves = Jammed || Frozen ? 0 : way == 0 ? Creeps : way;
        int from = _placeMs;
        _placeMs = Math.Clamp(_placeMs + (moves * milliseconds), 0, TravelMs);
        if (_placeMs == from)
        {
            _atEndMs = Math.Min(_atEndMs + milliseconds, _parameters.BounceMs);
        }
        else if (Open || Closed)
        {
            _atEndMs = 0;
            _wornMs *= 1 + _parameters.WearPerMove;
            TravelMs = Closed ? TravelMs : Math.Max(TravelMs, (int)_wornMs);
        }
    }

    private void Melt(int milliseconds, int way, double ambientC)
    {
        // A try is over when it has pushed long enough; the next one begins with another request.
        int before = _triedMs;
        _triedMs = way == 0 ? 0 : _triedMs + milliseconds;
        bool tried = before < _parameters.IceTryMs && _triedMs >= _parameters.IceTryMs;
        _iceTries -= tried ? 1 : 0;
        _warmMs = ambientC > _parameters.IceMeltsC ? _warmMs + milliseconds : 0;
        _iceTries = _warmMs >= _parameters.IceMeltsMs ? 0 : _iceTries;
    }
}
