using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A cabinet with its doors, chargers and line, and the people before it. Moves in steps of 5 ms.</summary>
public sealed class CabinetWorld
{
    private readonly double _ambientC;

    /// <param name="plan">What stands where, and who comes.</param>
    /// <param name="random">The run's seed.</param>
    public CabinetWorld(CabinetPlan plan, Prng random)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        Plan = plan;
        _ambientC = plan.AmbientC;
        Doors = [.. plan.Doors.Select((_, index) => new CabinetDoorway(index + 1))];
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
    }

    public CabinetPlan Plan { get; }

    public long NowMs { get; private set; }

    public IReadOnlyList<CabinetDoorway> Doors { get; }

    public CabinetLine Line { get; }

    /// <summary>Who is there, was there last, or is to come.</summary>
    public CabinetCustomer Customer { get; private set; }

    public CabinetTechnician Technician { get; } = new();

    public bool FireDetected { get; set; }

    public bool SafetyChainClosed { get; set; } = true;

    // Behind the service flap, beside what the technician does.
    public bool KeySwitchOn { get; set; }

    public bool AbortPressed { get; set; }

    public bool ManualSelected { get; set; }

    public bool ClosedSelected { get; set; }

    /// <summary>What the node asks for.</summary>
    public Drive Drives { get; set; }

    /// <summary>Most doors that were open at once.</summary>
    public int MostOpen { get; private set; }

    /// <summary>Another customer, once the last one has gone.</summary>
    public void Expect(CabinetPlan plan, Prng random) => Customer = Visitor(plan, random);

    public void Step() => Step(World.StepMs);

    /// <summary>One step of another length.</summary>
    public void Step(int milliseconds)
    {
        NowMs += milliseconds;
        Customer.Advance(NowMs, Doors, Drives);
        Technician.Advance(NowMs, Doors, Drives);
        foreach (CabinetDoorway door in Doors)
        {
            door.Advance(milliseconds, _ambientC);
        }

        Line.Advance(NowMs);
        MostOpen = Math.Max(MostOpen, Doors.Count(door => !door.Latched));
    }

    /// <summary>The levels of the panel, as they are now.</summary>
    public void Sense(CabinetInputs into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.SafetyChainClosed = SafetyChainClosed;
        into.FireLoopClosed = !FireDetected;
        into.KeySwitchOn = KeySwitchOn || Technician.KeyOn;
        into.AbortPressed = AbortPressed;
        into.ManualSelected = ManualSelected;
        into.ClosedSelected = ClosedSelected;
        into.ConfirmPressed = Technician.Presses;
        Customer.Sense(into);
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
        PackIdentity identity = PackIdentity.Numbered(stored.Serial);
        return new CabinetPack(
            new Pack(identity, plan.Pack, stored.Soc, stored.TemperatureC, random.Fork()),
            name.Length > 0 ? name : identity.Code);
    }
}
