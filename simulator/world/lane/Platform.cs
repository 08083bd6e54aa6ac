namespace SwapEdge.Simulator;

/// <summary>
/// A platform on a rail under a car: it travels low, lifts its deck to the car, and reaches into a bay with a fork.
/// The tools that turn the car's bolts are on the deck, so no bolt turns without it, and it bears the pack that they
/// let go of. "Raised", in the words of the node, is what stands clear of the car: deck down and fork in.
/// </summary>
public sealed class Platform : IPackCarrier
{
    /// <summary>Half a millimetre: two places are the same.</summary>
    private const double CloseM = 0.0005;

    private readonly PlatformParameters _parameters;
    private readonly IReadOnlyList<Seat> _bays;
    private readonly Seat[] _places;
    private Seat _vehicle;
    private double _reachM;

    /// <summary>From 0, open, to 1, closed.</summary>
    private double _claw;
    private Pack? _held;

    /// <param name="parameters">Speeds and distances.</param>
    /// <param name="vehicle">The seat under the car.</param>
    /// <param name="bays">Seats of the bays, bay 1 first.</param>
    public Platform(PlatformParameters parameters, Seat vehicle, IReadOnlyList<Seat> bays)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _vehicle = vehicle;
        _bays = bays;
        _places = [vehicle, .. bays];
        PositionM = parameters.StandbyPositionM;
    }

    public double PositionM { get; private set; }

    /// <summary>Of the deck above its lowest place.</summary>
    public double HeightM { get; private set; }

    public bool Ready { get; set; } = true;

    public bool Raised => HeightM <= CloseM && _reachM <= CloseM;

    public bool PinSeated => _held is not null || (Here is { Pack: not null } seat && Touches(seat));

    public bool TongueLocked => _held is not null;

    public bool Loaded => _held is not null && !(Here is { } seat && AwayM(seat) <= CloseM);

    public Pack? Held => _held;

    public bool Moves { get; private set; }

    public bool Meets => _held is not null && Here is { Pack: { } other } seat && !ReferenceEquals(_held, other)
        && AwayM(seat) < Seat.DepthM;

    private Seat? Here => Array.Find(_places, AtPosition);

    /// <summary>The deck is up and holds the pack: its tools are on the bolts.</summary>
    public bool ServesLock(Seat seat) => Bears(seat);

    public bool Bears(Seat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return _held is not null && ReferenceEquals(seat.Pack, _held) && AtPosition(seat) && Touches(seat);
    }

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
                Clear(seconds);
                break;
            case HoistRequest.Stow when seat is not null:
                Stow(seat, seconds);
                break;
            case HoistRequest.Fetch when seat is not null && _held is null:
                TakeHold(seat, seconds);
                break;
            case HoistRequest.Fetch when seat is not null:
                Clear(seconds);
                break;
            case HoistRequest.Place when _held is not null && Before(_vehicle, seconds):
                Approach(_vehicle, -_parameters.PressM, seconds);
                break;
            case HoistRequest.Withdraw when OpenClaws(seconds) && !Clear(seconds):
                Travel(_parameters.StandbyPositionM, seconds);
                break;
            default:
                break;
        }
    }

    private void TakeHold(Seat seat, double seconds)
    {
        if (_held is not null || !Before(seat, seconds))
        {
            return;
        }

        if (AwayM(seat) > seat.PackHeightM + CloseM)
        {
            if (OpenClaws(seconds))
            {
                Approach(seat, seat.PackHeightM, seconds);
            }
        }
        else if (seat.Pack is not null)
        {
            _claw = Towards(_claw, 1, seconds / _parameters.ClawSeconds);
            Moves = true;
            _held = _claw >= 1 ? seat.Pack : null;
        }
    }

    private void Stow(Seat seat, double seconds)
    {
        if (_held is not null && !(AtPosition(seat) && AwayM(seat) <= CloseM))
        {
            if (Before(seat, seconds))
            {
                Approach(seat, 0, seconds);
            }
        }
        else if (OpenClaws(seconds))
        {
            Clear(seconds);
        }
    }

    /// <summary>Brings the platform to a seat, clear while it travels. True when it is there.</summary>
    private bool Before(Seat seat, double seconds)
    {
        if (AtPosition(seat))
        {
            return true;
        }

        if (!Clear(seconds))
        {
            Travel(seat.PositionM, seconds);
        }

        return false;
    }

    private void Travel(double toM, double seconds)
    {
        double fromM = PositionM;
        PositionM = Towards(PositionM, toM, _parameters.RailMPerS * seconds);
        Moves |= PositionM != fromM;
    }

    /// <summary>Deck down, fork in; false when they are.</summary>
    private bool Clear(double seconds)
    {
        if (Raised)
        {
            return false;
        }

        Seat? seat = Here;
        if (_held is null || seat is not { Clamps: true } || !ReferenceEquals(seat.Pack, _held))
        {
            double awayM = seat is null ? double.MaxValue : AwayM(seat);
            HeightM = Math.Max(HeightM - (LiftMPerS(awayM) * seconds), 0);
            _reachM = Math.Max(_reachM - (_parameters.ForkMPerS * seconds), 0);
            Moves = true;
            Carry(seat);
        }

        return true;
    }

    /// <summary>Lifts to the car, or reaches into the bay, until so far from its seat.</summary>
    private void Approach(Seat seat, double toM, double seconds)
    {
        double awayM = AwayM(seat);
        if (awayM <= toM)
        {
            return;
        }

        // A pack stops at its seat before it is pressed.
        double limitM = awayM > 0 ? Math.Max(toM, 0) : toM;
        if (!IsBay(seat))
        {
            HeightM = seat.HeightM - Math.Max(awayM - (LiftMPerS(awayM) * seconds), limitM);
        }
        else
        {
            _reachM = _parameters.ForkM - Math.Max(awayM - (_parameters.ForkMPerS * seconds), limitM);
        }

        Moves = true;
        Carry(seat);
    }

    private double LiftMPerS(double awayM) => _held is not null && awayM <= CloseM ? _parameters.PressMPerS
        : awayM < _parameters.CreepM ? _parameters.CreepMPerS : _parameters.LiftMPerS;

    /// <summary>The held pack moves with the platform and enters or leaves the seat.</summary>
    private void Carry(Seat? seat)
    {
        if (_held is null || seat is null)
        {
            return;
        }

        bool inside = AwayM(seat) < Seat.DepthM;
        if (inside && seat.Pack is null)
        {
            seat.Pack = _held;
        }
        else if (!inside && ReferenceEquals(seat.Pack, _held))
        {
            seat.Pack = null;
        }

        seat.PackHeightM = seat.Pack is null ? 0
            : ReferenceEquals(seat.Pack, _held) ? AwayM(seat) : seat.PackHeightM;
    }

    /// <summary>True when the claws are open. Under load they do not open.</summary>
    private bool OpenClaws(double seconds)
    {
        if (_claw <= 0)
        {
            return true;
        }

        if (!Loaded && !(Here is { Clamps: false } seat && !IsBay(seat)))
        {
            _held = null;
            _claw = Towards(_claw, 0, seconds / _parameters.ClawSeconds);
            Moves = true;
        }

        return false;
    }

    /// <summary>How far the deck or the fork is from carrying a pack in that seat.</summary>
    private double AwayM(Seat seat) => IsBay(seat) ? _parameters.ForkM - _reachM : seat.HeightM - HeightM;

    private bool IsBay(Seat seat) => !ReferenceEquals(seat, _places[0]);

    private bool Touches(Seat seat) => AwayM(seat) <= seat.PackHeightM + CloseM;

    private bool AtPosition(Seat seat) => Math.Abs(PositionM - seat.PositionM) < CloseM;

    private static double Towards(double from, double to, double step) =>
        from < to ? Math.Min(from + step, to) : Math.Max(from - step, to);
}
