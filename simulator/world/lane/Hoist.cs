namespace SwapEdge.Simulator;

/// <summary>A gantry hoist with a travel axis, a lifting axis and a gripper (locating pin and lock tongue).</summary>
public sealed class Hoist : IPackCarrier
{
    /// <summary>Half a millimetre: two places are the same.</summary>
    private const double CloseM = 0.0005;

    private readonly HoistParameters _parameters;
    private readonly IReadOnlyList<Seat> _bays;
    private readonly Seat[] _places;
    private Seat _vehicle;
    /// <summary>From 0, open, to 1, locked.</summary>
    private double _tongue;
    private Pack? _held;

    /// <param name="parameters">Speeds and distances.</param>
    /// <param name="vehicle">The seats on the vehicle.</param>
    /// <param name="bays">Seats of the bays, bay 1 first.</param>
    public Hoist(HoistParameters parameters, IReadOnlyList<Seat> vehicle, IReadOnlyList<Seat> bays)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(vehicle);
        _parameters = parameters;
        _vehicle = vehicle[0];
        _bays = bays;
        _places = [.. vehicle, .. bays];
        PositionM = parameters.StandbyPositionM;
        HeightM = parameters.TopM;
    }

    public double PositionM { get; private set; }

    public double HeightM { get; private set; }

    public bool Ready { get; set; } = true;

    public bool Raised => HeightM >= _parameters.TopM - CloseM;

    public bool PinSeated => _held is not null || (SeatBelow is { Pack: not null } seat && Touches(seat));

    public bool TongueLocked => _held is not null;

    public Pack? Held => _held;

    /// <summary>The load cell: a pack hangs, and no seat carries it.</summary>
    public bool Loaded => _held is not null && !Rests;

    public bool Moves { get; private set; }

    public bool Meets => _held is not null && SeatBelow is { Pack: { } other } seat && !ReferenceEquals(_held, other)
        && HeightM - seat.HeightM < Seat.DepthM;

    private Seat? SeatBelow => Array.Find(_places, AtPosition);

    private bool Rests => SeatBelow is { } seat && HeightM <= seat.HeightM + CloseM;

    /// <summary>The vehicle drives its lock itself.</summary>
    public bool ServesLock(Seat seat) => true;

    /// <summary>It stands on the vehicle by its weight.</summary>
    public bool Bears(Seat seat) => true;

    public void Advance(int milliseconds, HoistRequest request, int bay, bool powered, Seat vehicle)
    {
        ArgumentNullException.ThrowIfNull(vehicle);
        Moves = false;
        if (!Ready || !powered)
        {
            return;
        }

        _vehicle = vehicle;
        double seconds = milliseconds / 1000.0;
        Seat? seat = bay >= 1 && bay <= _bays.Count ? _bays[bay - 1] : null;
        switch (request)
        {
            case HoistRequest.Grip:
                TakeHold(_vehicle, seconds);
                break;
            case HoistRequest.Lift:
                Raise(seconds);
                break;
            case HoistRequest.Stow when seat is not null:
                Stow(seat, seconds);
                break;
            case HoistRequest.Fetch when seat is not null:
                Fetch(seat, seconds);
                break;
            case HoistRequest.Place:
                Place(seconds);
                break;
            case HoistRequest.Withdraw:
                Withdraw(seconds);
                break;
            default:
                break;
        }
    }

    private void TakeHold(Seat seat, double seconds)
    {
        if (_held is not null || !Above(seat, seconds))
        {
            return;
        }

        double contactM = seat.HeightM + seat.PackHeightM;
        if (HeightM > contactM + CloseM)
        {
            if (OpenTongue(seconds))
            {
                Lower(seat, contactM, seconds);
            }
        }
        else if (seat.Pack is not null)
        {
            LockTongue(seat.Pack, seconds);
        }
    }

    private void Stow(Seat seat, double seconds)
    {
        if (_held is not null && !(AtPosition(seat) && Rests))
        {
            if (Above(seat, seconds))
            {
                Lower(seat, seat.HeightM, seconds);
            }
        }
        else if (OpenTongue(seconds))
        {
            Raise(seconds);
        }
    }

    private void Fetch(Seat seat, double seconds)
    {
        if (_held is not null)
        {
            Raise(seconds);
        }
        else
        {
            TakeHold(seat, seconds);
        }
    }

    private void Place(double seconds)
    {
        if (_held is not null && Above(_vehicle, seconds))
        {
            Lower(_vehicle, _vehicle.HeightM - _parameters.PressM, seconds);
        }
    }

    private void Withdraw(double seconds)
    {
        if (OpenTongue(seconds) && !Raise(seconds))
        {
            Travel(_parameters.StandbyPositionM, seconds);
        }
    }

    /// <summary>Brings the gripper over a seat, raised while it travels. True when it is there.</summary>
    private bool Above(Seat seat, double seconds)
    {
        if (AtPosition(seat))
        {
            return true;
        }

        if (!Raise(seconds))
        {
            Travel(seat.PositionM, seconds);
        }

        return false;
    }

    private void Travel(double toM, double seconds)
    {
        double fromM = PositionM;
        PositionM = Towards(PositionM, toM, _parameters.TravelMPerS * seconds);
        Moves |= PositionM != fromM;
    }

    /// <summary>Raises; false when it is at the top.</summary>
    private bool Raise(double seconds)
    {
        if (Raised)
        {
            return false;
        }

        Seat? seat = SeatBelow;
        bool strains = _held is not null && seat is { Clamps: true } && Rests;
        if (!strains)
        {
            HeightM = Math.Min(HeightM + (LiftMPerS(seat) * seconds), _parameters.TopM);
            Moves = true;
            Carry(seat);
        }

        return true;
    }

    private void Lower(Seat seat, double toM, double seconds)
    {
        if (HeightM <= toM)
        {
            return;
        }

        bool presses = _held is not null && HeightM <= seat.HeightM;
        double limitM = HeightM > seat.HeightM ? Math.Max(toM, seat.HeightM) : toM;
        double mPerS = presses ? _parameters.PressMPerS : LiftMPerS(seat);
        HeightM = Math.Max(HeightM - (mPerS * seconds), limitM);
        Moves = true;
        Carry(seat);
    }

    /// <summary>The held pack moves with the gripper and enters or leaves the seat below.</summary>
    private void Carry(Seat? seat)
    {
        if (_held is null || seat is null)
        {
            return;
        }

        double heightM = HeightM - seat.HeightM;
        bool inside = heightM < Seat.DepthM;
        if (inside && seat.Pack is null)
        {
            seat.Pack = _held;
        }
        else if (!inside && ReferenceEquals(seat.Pack, _held))
        {
            seat.Pack = null;
        }

        if (seat.Pack is null)
        {
            seat.PackHeightM = 0;
        }
        else if (ReferenceEquals(seat.Pack, _held))
        {
            seat.PackHeightM = heightM;
        }
    }

    private double LiftMPerS(Seat? seat)
    {
        bool near = seat is not null && HeightM - seat.HeightM < _parameters.CreepM;
        double mPerS = _held is null ? _parameters.EmptyMPerS : _parameters.LoadedMPerS;
        return near ? _parameters.CreepMPerS : mPerS;
    }

    /// <summary>True when the tongue is open. Under load it does not open.</summary>
    private bool OpenTongue(double seconds)
    {
        if (_tongue <= 0)
        {
            return true;
        }

        if (!Loaded)
        {
            _held = null;
            _tongue = Towards(_tongue, 0, seconds / _parameters.TongueSeconds);
            Moves = true;
        }

        return false;
    }

    private void LockTongue(Pack pack, double seconds)
    {
        _tongue = Towards(_tongue, 1, seconds / _parameters.TongueSeconds);
        Moves = true;
        if (_tongue >= 1)
        {
            _held = pack;
        }
    }

    private bool Touches(Seat seat) => HeightM <= seat.HeightM + seat.PackHeightM + CloseM;

    private bool AtPosition(Seat seat) => Math.Abs(PositionM - seat.PositionM) < CloseM;

    private static double Towards(double from, double to, double step) =>
        from < to ? Math.Min(from + step, to) : Math.Max(from - step, to);
}
