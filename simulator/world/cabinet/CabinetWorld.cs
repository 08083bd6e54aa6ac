using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A cabinet with its doors, chargers and line, and the people before it. Moves in steps of 5 ms.</summary>
public sealed class CabinetWorld
{
    /// <summary>From one customer's leaving until the next steps up.</summary>
    private const int FollowsMs = 2_000;

    private readonly Prng _random;
    private readonly CabinetDoorway[] _doors;
    private readonly List<CustomerPlan> _coming = [];
    private readonly List<CustomerVisit> _visits = [];
    private long _cameMs;
    private long _goneMs = -1;
    private long _lookedMs;

    /// <param name="plan">What stands where, and who comes.</param>
    /// <param name="random">The run's seed.</param>
    public CabinetWorld(CabinetPlan plan, Prng random)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        Plan = plan;
        Weather = new Weather(plan.Weather, plan.AmbientC, plan.BeginsMs);
        AmbientC = Weather.At(0);
        _random = random;
        _doors = [.. plan.Doors.Select((_, index) => new CabinetDoorway(index + 1, plan.Charger))];
        for (int i = 0; i < plan.Doors.Count; i++)
        {
            if (plan.Doors[i] is { } stored)
            {
                Doors[i].Pack = Build(stored, plan, "", random);
                Doors[i].Depth = 1;
            }
        }

        Customer = Visitor(plan, random);
        Line = new CabinetLine(Doors);
        _cameMs = plan.ArrivesMs;
        foreach (CustomerPlan customer in plan.Later)
        {
            Expect(customer);
        }
    }

    public CabinetPlan Plan { get; }

    public Weather Weather { get; }

    /// <summary>Of the air, °C; looked up once a second.</summary>
    public double AmbientC { get; private set; }

    public long NowMs { get; private set; }

    public IReadOnlyList<CabinetDoorway> Doors => _doors;

    public CabinetLine Line { get; }

    /// <summary>Who is there, was there last, or is to come.</summary>
    public CabinetCustomer Customer { get; private set; }

    public CabinetTechnician Technician { get; } = new();

    /// <summary>Nobody, if not said otherwise.</summary>
    public CabinetAttendant Attendant { get; } = new();

    public bool FireDetected { get; set; }

    public bool SafetyChainClosed { get; set; } = true;

    // Behind the service flap, beside what the technician does.
    public bool KeySwitchOn { get; set; }

    public bool AbortPressed { get; set; }

    public bool ConfirmPressed { get; set; }

    public bool ManualSelected { get; set; }

    public bool MaintenanceSelected { get; set; }

    public bool ClosedSelected { get; set; }

    /// <summary>What the node asks for.</summary>
    public Drive Drives { get; set; }

    /// <summary>Most doors that were open at once.</summary>
    public int MostOpen { get; private set; }

    /// <summary>Customers who are to come or wait; the first is not among them.</summary>
    public int Coming => _coming.Count;

    /// <summary>Customers who have come and wait for their turn.</summary>
    public int Waiting => _coming.Count(customer => customer.ArrivesMs <= NowMs);

    /// <summary>Every visit that has begun.</summary>
    public IReadOnlyList<CustomerVisit> Visits => _visits;

    /// <summary>Another customer at once, when the last one has gone.</summary>
    public void Expect(CabinetPlan plan, Prng random)
    {
        Customer = Visitor(plan, random);
        _cameMs = plan.ArrivesMs;
        _goneMs = -1;
    }

    /// <summary>A customer comes at some time, now if that is over, and waits until nobody is before the doors.
    /// </summary>
    public void Expect(CustomerPlan customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        int at = _coming.FindIndex(other => other.ArrivesMs > customer.ArrivesMs);
        _coming.Insert(at < 0 ? _coming.Count : at, customer);
    }

    /// <summary>Nothing is asked for: no power at the node, or the hardware hears no heartbeat of it.</summary>
    public void Fall()
    {
        Drives = Drive.None;
        foreach (CabinetDoorway door in Doors)
        {
            door.Coil = false;
            door.ChargePermitted = false;
        }
    }

    public void Step() => Step(World.StepMs);

    /// <summary>One step of another length.</summary>
    public void Step(int milliseconds)
    {
        NowMs += milliseconds;
        if (NowMs - _lookedMs >= 1_000)
        {
            _lookedMs = NowMs;
            AmbientC = Weather.At(NowMs);
        }

        Follow();
        Customer.Advance(NowMs, Doors, Drives);
        Technician.Advance(NowMs, Doors, Drives);
        Attendant.Advance(NowMs, Doors, nobody: !Customer.Present);
        foreach (CabinetDoorway door in _doors)
        {
            door.Advance(milliseconds, AmbientC);
        }

        Line.Advance(NowMs);
        int open = 0;
        foreach (CabinetDoorway door in _doors)
        {
            open += door.Latched ? 0 : 1;
        }

        MostOpen = Math.Max(MostOpen, open);
    }

    /// <summary>The levels of the panel, as they are now.</summary>
    public void Sense(CabinetInputs into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.SafetyChainClosed = SafetyChainClosed;
        into.FireLoopClosed = !FireDetected;
        into.KeySwitchOn = KeySwitchOn || Technician.KeyOn || Attendant.Here;
        into.AbortPressed = AbortPressed;
        into.ManualSelected = ManualSelected;
        into.ClosedSelected = ClosedSelected;
        into.MaintenanceSelected = MaintenanceSelected || Attendant.Maintains;
        into.ConfirmPressed = ConfirmPressed || Technician.Presses || Attendant.Presses;
        Customer.Sense(into);
    }

    /// <summary>Notes who begins and who has gone, and lets the next one step up.</summary>
    private void Follow()
    {
        bool begun = _visits.Count > 0 && ReferenceEquals(_visits[^1].Customer, Customer);
        if (Customer.Present && !begun)
        {
            _visits.Add(new CustomerVisit(Customer, Customer.Plan.Card, _cameMs, NowMs));
        }
        else if (begun && Customer.Gone && _goneMs < 0)
        {
            _goneMs = NowMs;
            _visits[^1].LeftMs = NowMs;
        }

        bool free = Customer.Gone ? NowMs - _goneMs >= FollowsMs : !Customer.Present;
        if (!free || Attendant.Here || _coming.Count == 0 || _coming[0].ArrivesMs > NowMs)
        {
            return;
        }

        CustomerPlan next = _coming[0];
        _coming.RemoveAt(0);
        if (!Customer.Gone)
        {
            // Earlier than who should have been first.
            Expect(Customer.Plan);
        }

        Expect(Plan.For(next with { ArrivesMs = NowMs }), _random);
        _cameMs = next.ArrivesMs;
    }

    private static CabinetCustomer Visitor(CabinetPlan plan, Prng random)
    {
        bool hot = plan.Mistake == CabinetMistake.BringsHotPack;
        string foreign = plan.Mistake == CabinetMistake.BringsForeignPack ? "JBD-SP16S003-L16S" : "";
        PackPlan brought = hot ? plan.Brought with { TemperatureC = 63 } : plan.Brought;
        return new CabinetCustomer(plan, Build(brought, plan, foreign, random));
    }

    private static CabinetPack Build(PackPlan stored, CabinetPlan plan, string name, Prng random)
    {
        PackIdentity identity = stored.Code is null ? PackIdentity.Numbered(stored.Serial) : new(stored.Code);
        return new CabinetPack(
            new Pack(identity, plan.Pack, stored.Soc, stored.TemperatureC, random.Fork(), stored.Health),
            name.Length > 0 ? name : identity.Code);
    }
}
