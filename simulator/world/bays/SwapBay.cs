using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One bay: a seat, two contacts that say so, a charger, and a bus of its own, because both addresses of GB/T 27930 are
/// fixed. The bay's connector makes by itself a moment after a pack stands.
/// </summary>
public sealed class SwapBay
{
    private const int ConnectMs = 2_000;

    private readonly ChargingBms _bms;
    private long _standsMs = -1;
    private bool _smoke;
    private bool _permitSeen;

    // Charger and BMS are asked again at this time, when one of them hears something, or when one of these is another.
    private long _restsUntilMs;
    private bool _permitted;
    private Pack? _connected;
    private int _sinceMs;

    public SwapBay(int number, Seat seat, ChargerParameters charger)
    {
        Number = number;
        Seat = seat;
        Bus = new Wire($"bay {number} charger bus");
        Charger = new Charger(charger, number, Bus.Connect("charger"));
        _bms = new ChargingBms(Bus.Connect("pack"));
    }

    /// <summary>Number in the station, from 1.</summary>
    public int Number { get; }

    public Seat Seat { get; }

    public Wire Bus { get; }

    public Charger Charger { get; }

    /// <summary>Where the charging pack's BMS is in its session.</summary>
    public ChargingStage BmsStage => _bms.Stage;

    /// <summary>What the bay's node allows.</summary>
    public bool ChargePermitted { get; set; }

    /// <summary>The bay's detector: it smells what a pack in the bay vents, too.</summary>
    public bool SmokeDetected
    {
        get => _smoke || Seat.Pack is { Vents: true };
        set => _smoke = value;
    }

    /// <summary>Its contacts that are wrong.</summary>
    public WrongContacts<BayInputs> Wrong { get; } = new();

    /// <summary>Its charger does not see that the permit is taken away.</summary>
    public bool ChargerSticks { get; set; }

    /// <summary>Its charger is broken or switched off.</summary>
    public bool ChargerStops { get; set; }

    /// <summary>A person at this bay.</summary>
    public OperatorInputs Operator { get; } = new();

    public void Advance(long nowMs, int milliseconds, double ambientC)
    {
        Pack? pack = Connected(nowMs);
        _permitSeen = ChargePermitted || (ChargerSticks && _permitSeen);
        bool allowed = _permitSeen && !ChargerStops;
        _sinceMs += milliseconds;
        bool same = allowed == _permitted && ReferenceEquals(pack, _connected);
        if (nowMs >= _restsUntilMs || !same || Charger.Hears || _bms.Hears)
        {
            Charger.Advance(nowMs, _sinceMs, allowed, pack);
            _bms.Advance(nowMs, pack);
            _restsUntilMs = Math.Min(Charger.RestsUntilMs, _bms.RestsUntilMs);
            _permitted = allowed;
            _connected = pack;
            _sinceMs = 0;
        }

        Seat.Pack?.Advance(milliseconds, Charger.CurrentA, ambientC);
        Bus.Advance(nowMs);
    }

    /// <summary>The levels of the bay's sensors, as they are now.</summary>
    public void Sense(BayInputs into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.PackPresent = Seat.Filled;
        into.BayClear = Seat.Pack is null;
        into.ContactorOpen = !Charger.ContactorClosed;
        into.SmokeLoopClosed = !SmokeDetected;
        into.Operator.KeySwitchOn = Operator.KeySwitchOn;
        into.Operator.ConfirmPressed = Operator.ConfirmPressed;
        into.Operator.Request = Operator.Request;
        Wrong.Apply(into);
    }

    private Pack? Connected(long nowMs)
    {
        if (!Seat.Filled)
        {
            _standsMs = -1;
            return null;
        }

        if (_standsMs < 0)
        {
            _standsMs = nowMs;
        }

        return nowMs - _standsMs >= ConnectMs ? Seat.Pack : null;
    }
}
