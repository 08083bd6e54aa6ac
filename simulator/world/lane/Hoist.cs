namespace SwapEdge.Simulator;

/// <summary>
/// A gantry hoist with a travel axis, a lifting axis and a gripper (locating pin and lock tongue). It has no memory of
/// a sequence: each moment it makes the next movement from where it is towards what is asked, so a request that is
/// taken away stops it where it is and the same request lets it go on from there.
/// </summary>
public sealed class Hoist
{
    /// <summary>Half a millimetre: two places are the same.</summary>
    private const double Close = 0.0005;

    private readonly HoistParameters _parameters;
    private readonly Seat _vehicle;
    private readonly IReadOnlyList<Seat> _bays;
    private double _tongue;
    private Pack? _held;
    private bool _vehicleHoldsPack;

    /// <param name="parameters">Speeds and distances.</param>
    /// <param name="vehicle">The seat on the vehicle.</param>
    /// <param name="bays">Seats of the bays, bay 1 first.</param>
    public Hoist(HoistParameters parameters, Seat vehicle, IReadOnlyList<Seat> bays)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _vehicle = vehicle;
        _bays = bays;
        PositionM = parameters.StandbyPositionM;
        HeightM = parameters.TopM;
    }

    public double PositionM { get; private set; }

    public double HeightM { get; private set; }

    /// <summary>In automatic and without a fault.</summary>
    public bool Ready { get; set; } = true;

    public bool Raised => HeightM >= _parameters.TopM - Close;

    /// <summary>The locating pin is in a pack.</summary>
    public bool PinSeated => _held is not null || (SeatBelow is { Pack: not null } seat && Touches(seat));

    public bool TongueLocked => _held is not null;

    /// <summary>The pack that the tongue holds.</summary>
    public Pack? Held => _held;

    /// <summary>The seat over which the gripper stands, if any.</summary>
    public Seat? Below => SeatBelow;

    /// <summary>The load cell: a pack hangs, and no seat carries it.</summary>
    public bool Loaded => _held is not null && !Rests;

    /// <summary>Whether the last <see cref="Advance"/> moved an axis or the tongue.</summary>
    public bool Moves { get; private set; }

    private Seat? SeatBelow => AtPosition(_vehicle) ? _vehicle : _bays.FirstOrDefault(AtPosition);

    private bool Rests => SeatBelow is { } seat && HeightM <= seat.HeightM + Close;

    /// <summary>Lets time pass. Nothing moves without a request or with the safety chain open.</summary>
    /// <param name="milliseconds">How long.</param>
    /// <param name="request">What is asked for at this moment.</param>
    /// <param name="bay">Bay from 1 for stow and fetch.</param>
    /// <param name="safetyChainClosed">The hoist's drives have power.</param>
    /// <param name="vehicleHoldsPack">The lock is anything but open: a pack on the vehicle cannot rise.</param>
    public void Advance(int milliseconds, HoistRequest request, int bay, bool safetyChainClosed, bool vehicleHoldsPack)
    {
        Moves = false;
        if (!Ready || !safetyChainClosed)
        {
            return;
        }

        _vehicleHoldsPack = vehicleHoldsPack;
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

        double contact = seat.HeightM + seat.PackHeightM;
        if (HeightM > contact + Close)
        {
            if (OpenTongue(seconds))
            {
                Lower(seat, contact, seconds);
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

    private void Travel(double to, double seconds)
    {
        double from = PositionM;
        PositionM = Towards(PositionM, to, _parameters.TravelMPerS * seconds);
        Moves |= PositionM != from;
    }

    /// <summary>Raises; false when it is at the top.</summary>
    private bool Raise(double seconds)
    {
        if (Raised)
        {
            return false;
        }

        Seat? seat = SeatBelow;
        bool strains = _held is not null && _vehicleHoldsPack && ReferenceEquals(seat, _vehicle) && Rests;
        if (!strains)
        {
            HeightM = Math.Min(HeightM + (Speed(seat) * seconds), _parameters.TopM);
            Moves = true;
            Carry(seat);
        }

        return true;
    }

    private void Lower(Seat seat, double to, double seconds)
    {
        if (HeightM <= to)
        {
            return;
        }

        bool presses = _held is not null && HeightM <= seat.HeightM;
        double limit = HeightM > seat.HeightM ? Math.Max(to, seat.HeightM) : to;
        double speed = presses ? _parameters.PressMPerS : Speed(seat);
        HeightM = Math.Max(HeightM - (speed * seconds), limit);
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

        double height = HeightM - seat.HeightM;
        bool inside = height < Seat.DepthM;
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
            seat.PackHeightM = height;
        }
    }

    private double Speed(Seat? seat)
    {
        bool near = seat is not null && HeightM - seat.HeightM < _parameters.CreepM;
        double speed = _held is null ? _parameters.EmptyMPerS : _parameters.LoadedMPerS;
        return near ? _parameters.CreepMPerS : speed;
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

    private bool Touches(Seat seat) => HeightM <= seat.HeightM + seat.PackHeightM + Close;

    private bool AtPosition(Seat seat) => Math.Abs(PositionM - seat.PositionM) < Close;

    private static double Towards(double from, double to, double step) =>
        from < to ? Math.Min(from + step, to) : Math.Max(from - step, to);
}
