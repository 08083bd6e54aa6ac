using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One door with its latch, the place behind it, and that place's charger. A coil draws the bolt, a spring pushes the
/// door open; only a hand shuts it. A pack slides in or out over a second and a half, and both contacts follow its way.
/// </summary>
public sealed class CabinetDoorway(int number, ChargerParameters? charger = null)
{
    private const int BoltMs = 80;
    private const int SpringMs = 500;
    private const int HandMs = 700;
    private const int SlideMs = 1_500;
    private const int ContactorClosesMs = 300;
    private const int ContactorOpensMs = 150;
    private const double PresentAt = 0.97;
    private const double ClearTo = 0.03;

    private readonly ChargerParameters _charger = charger ?? ChargerParameters.Door;
    private int _coilMs;
    private int _contactorMs;
    private bool _shutting;
    private bool _smoke;

    /// <summary>Number in the cabinet, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The node asks for the bolt to be drawn.</summary>
    public bool Coil { get; set; }

    /// <summary>Something leans on the door, or the bolt is stuck.</summary>
    public bool Jammed { get; set; }

    /// <summary>The charger's contactor does not open.</summary>
    public bool ContactorSticks { get; set; }

    /// <summary>Its contacts that are wrong.</summary>
    public WrongContacts<DoorInputs> Wrong { get; } = new();

    /// <summary>Its charger is broken or switched off.</summary>
    public bool ChargerStops { get; set; }

    /// <summary>What the node allows.</summary>
    public bool ChargePermitted { get; set; }

    /// <summary>The detector behind the door: it smells what a pack there vents, too.</summary>
    public bool SmokeDetected
    {
        get => _smoke || Pack is { Pack.Vents: true };
        set => _smoke = value;
    }

    /// <summary>A person behind the service flap, with this door selected.</summary>
    public OperatorInputs Operator { get; } = new();

    /// <summary>From 0, shut, to 1.</summary>
    public double Opening { get; private set; }

    /// <summary>The bolt has caught.</summary>
    public bool Latched { get; private set; } = true;

    public CabinetPack? Pack { get; set; }

    /// <summary>How far the pack is in: 1 is at its end, plugged in.</summary>
    public double Depth { get; set; }

    /// <summary>Where a hand moves the pack: 1 in, -1 out, 0 lets it be.</summary>
    public int Slide { get; set; }

    public bool ContactorClosed { get; private set; }

    /// <summary>Current into the pack.</summary>
    public double CurrentA { get; private set; }

    /// <summary>Its plug is made.</summary>
    public bool Connected => Pack is not null && Depth >= PresentAt;

    /// <summary>A hand begins to push the door shut.</summary>
    public void Shut() => _shutting = true;

    public void Advance(int milliseconds, double ambientC)
    {
        MoveDoor(milliseconds);
        if (Pack is not null && Slide != 0)
        {
            Depth = Math.Clamp(Depth + ((double)Slide * milliseconds / SlideMs), 0, 1);
        }

        Charge(milliseconds);
        Pack?.Pack.Advance(milliseconds, CurrentA, ambientC);
    }

    /// <summary>The levels of the door's contacts, as they are now.</summary>
    public void Sense(DoorInputs into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.LatchClosed = Latched;
        into.PackPresent = Connected;
        into.BayClear = Pack is null || Depth <= ClearTo;
        into.ContactorOpen = !ContactorClosed;
        into.SmokeLoopClosed = !SmokeDetected;
        into.Operator.KeySwitchOn = Operator.KeySwitchOn;
        into.Operator.ConfirmPressed = Operator.ConfirmPressed;
        into.Operator.Request = Operator.Request;
        Wrong.Apply(into);
    }

    private void MoveDoor(int milliseconds)
    {
        _coilMs = Coil && !Jammed ? _coilMs + milliseconds : 0;
        bool drawn = _coilMs >= BoltMs;
        Latched = Latched && !drawn;
        if (_shutting)
        {
            Opening = Math.Max(0, Opening - ((double)milliseconds / HandMs));
            if (Opening <= 0 && !drawn)
            {
                Latched = true;
                _shutting = false;
            }
        }
        else if (!Latched)
        {
            Opening = Math.Min(1, Opening + ((double)milliseconds / SpringMs));
        }
    }

    private void Charge(int milliseconds)
    {
        _contactorMs = ChargePermitted == ContactorClosed ? 0 : _contactorMs + milliseconds;
        if (_contactorMs >= (ContactorClosed ? ContactorOpensMs : ContactorClosesMs))
        {
            ContactorClosed = ChargePermitted || (ContactorClosed && ContactorSticks);
            _contactorMs = 0;
        }

        if (Pack is null)
        {
            CurrentA = 0;
            return;
        }

        Pack pack = Pack.Pack;
        bool flows = ContactorClosed && Connected;
        pack.RelaysClosed = flows;
        double wantedA = flows && !ChargerStops && pack.Soc < pack.Parameters.FullSoc ? MostA(pack) : 0;
        double rampA = _charger.RampAPerS * milliseconds / 1_000;
        double stopA = _charger.StopAPerS * milliseconds / 1_000;
        CurrentA = !flows ? 0
            : CurrentA < wantedA ? Math.Min(CurrentA + rampA, wantedA) : Math.Max(CurrentA - stopA, wantedA);
    }

    private double MostA(Pack pack)
    {
        if (pack.VoltageV < _charger.MinVoltageV)
        {
            return 0;
        }

        double mostV = Math.Min(pack.Parameters.Cells * pack.Parameters.CellChargeV, _charger.MaxVoltageV);
        double mostA = Math.Min(_charger.MaxCurrentA, _charger.MaxPowerW / pack.VoltageV);
        return Math.Max(0, Math.Min(Math.Min(pack.ChargeLimitA, mostA), pack.CurrentAtVoltage(mostV)));
    }
}
