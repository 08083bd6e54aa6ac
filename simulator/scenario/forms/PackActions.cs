namespace SwapEdge.Simulator;

/// <summary>What becomes of packs, wherever they are.</summary>
public static class PackActions
{
    /// <summary>Without a serial number: no code of GB/T 34014.</summary>
    private const string NobodysCode = "ZZZZZZZZZZZZZZZZZ0000000";

    private static readonly Parameter Hot = new("to", ParameterKind.Temperature, true, "What it comes to.")
    {
        Most = ParameterRange.HottestC,
    };

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("insulation", "The insulation of a pack declines or recovers.",
            [Parameter.At, new("to", ParameterKind.Resistance, true, "What it comes to."), Parameter.Over],
            (run, arguments) =>
            {
                Pack pack = run.PackOf(arguments);
                run.Ramp(pack.InsulationKohm, arguments.Count("to"), arguments.Ms("over", 0),
                    value => pack.InsulationKohm = (int)value);
                return null;
            })
        {
            Lasts = false,
        },
        new("heats", "A cell of a pack gets hot by a short inside; hot enough, it runs away by itself.",
            [Parameter.At, Hot, Parameter.Over],
            (run, arguments) =>
            {
                run.PackOf(arguments).HeatCell(arguments.Number("to"), (int)arguments.Ms("over", 0));
                return null;
            })
        {
            Lasts = false,
        },
        new("smoke", "The smoke detector of a bay or door sees smoke.", [Parameter.Bay, Parameter.Door],
            Smoke)
        {
            Against = NeedsPlace,
        },
        new("pack-smokes", "The BMS of a pack says on a vehicle's bus that it smells smoke.", [Parameter.At],
            OfPack("smoke", static _ => true, false, static (pack, on) => pack.ReportsSmoke = on))
        {
            Scope = StationScope.Lanes,
        },
        new("pack-alarm", "The BMS of a pack reports an alarm on a vehicle's bus.",
            [Parameter.At, Parameter.Severity],
            OfPack(
                "alarm",
                static arguments => arguments.Count("level"),
                0,
                static (pack, level) => pack.AlarmLevel = level))
        {
            Scope = StationScope.Lanes,
        },
        new("pack-silent", "The BMS of a pack says nothing.", [Parameter.At], Silence),
        new("welded", "The BMS of a pack says on a vehicle's bus that a main relay is welded.", [Parameter.At],
            OfPack("welded", static _ => true, false, static (pack, on) => pack.ReportsWelded = on))
        {
            Scope = StationScope.Lanes,
        },
        new("unknown-pack", "A pack has a code that nobody knows.",
            [Parameter.At, new("code", ParameterKind.PackCode, false, "Which; one of no maker if not said.")],
            (run, arguments) =>
            {
                PackIdentity identity = new(arguments.Text("code", NobodysCode));
                run.PackOf(arguments).Identity = identity;
                if (run.IsCabinet)
                {
                    run.Cabinet.Doors[PackAt.Parse(arguments.Text("pack"))!.Number - 1].Pack!.Name = identity.Code;
                }

                return null;
            })
        {
            Lasts = false,
        },
        new("cells-apart", "One cell of a pack is weaker than the others.",
            [
                Parameter.At,
                new("by", ParameterKind.Voltage, true, "How far it is below them.") { Least = 0.001, Most = 2 },
            ],
            OfPack(
                "weak cell",
                static arguments => arguments.Number("by"),
                0.0,
                static (pack, byV) => pack.WeakCellV = byV)),
        new("salt-air", "There is salt in the air: insulation declines, of one pack or of all.",
            [Parameter.At with { Required = false, About = "Whose seal leaks, and where it is; all if not said." }],
            Salt)
        {
            Scope = StationScope.Lanes,
        },
        new("ambient", "The air gets colder or warmer.",
            [new("to", ParameterKind.Temperature, true, "What it comes to.") { Most = 80 }, Parameter.Over], Turn)
        {
            Lasts = false,
        },
    ];

    internal static string? NeedsPlace(StationPlan station, Arguments arguments) =>
        arguments.Has("bay") || arguments.Has("door") ? null
        : station.IsCabinet ? "'door' says which" : "'bay' says which";

    private static Func<ScenarioRun, Arguments, Action?> OfPack<T>(
        string what, Func<Arguments, T> value, T before, Action<Pack, T> set) =>
        (run, arguments) =>
        {
            Pack pack = run.PackOf(arguments);
            return run.Hold(pack, what, value(arguments), before, to => set(pack, to));
        };

    private static Action Smoke(ScenarioRun run, Arguments arguments)
    {
        if (run.IsCabinet)
        {
            CabinetDoorway door = run.DoorOf(arguments);
            return run.Hold(door, "smoke", on => door.SmokeDetected = on);
        }

        SwapBay bay = run.BayOf(arguments);
        return run.Hold(bay, "smoke", on => bay.SmokeDetected = on);
    }

    /// <summary>Where the pack is now: on a bus it is the pack's end there that falls silent.</summary>
    private static Action? Silence(ScenarioRun run, Arguments arguments)
    {
        PackAt at = PackAt.Parse(arguments.Text("pack"))!;
        if (run.IsCabinet)
        {
            CabinetPack? pack = run.Cabinet.Doors[at.Number - 1].Pack;
            return pack is null ? null : run.Hold(pack, "silent", on => pack.Talks = !on);
        }

        Wire bus = at.Lane > 0 ? run.World.Lanes[at.Lane - 1].Bus : run.World.Bays[at.Number - 1].Bus;
        bus.Faults ??= new WireFaults(run.Chance.Fork());
        return bus.Faults.Add(new WireFault(static (sender, _) => sender.Name == "pack") { Lost = 1 });
    }

    private static Action Salt(ScenarioRun run, Arguments arguments)
    {
        World world = run.World;
        if (arguments.Has("pack"))
        {
            Pack pack = run.PackOf(arguments);
            return run.Hold(pack, "salt", on => world.Salt(pack, on));
        }

        return run.Hold(world, "salt", on => world.SaltAir = on);
    }

    private static Action? Turn(ScenarioRun run, Arguments arguments)
    {
        Weather weather = run.IsCabinet ? run.Cabinet.Weather : run.World.Weather;
        weather.Turn(arguments.Number("to"), run.NowMs, arguments.Ms("over", 0));
        return null;
    }
}
