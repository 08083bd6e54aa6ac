using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>
/// Actions at a station with lanes that is closed; a vehicle stands in it, bay 3 charges, and bay 2 has a pack.
/// </summary>
internal static class LaneReaches
{
    private const int Looks = 40;

    private static readonly (string, object) OnVehicle = ("pack", "vehicle");

    public static IReadOnlyList<Reach> All { get; } =
    [
        .. Sensors(), .. Buses(), .. People(), .. Vehicles(), .. Packs(), .. Machines(),
    ];

    private static IEnumerable<Reach> Sensors() =>
    [
        new("sensor-stuck", run => !Has(run, LaneSensor.HoistRaised), ("sensor", "hoist-raised"), ("level", false)),
        new("sensor-stuck", run => !run.IsSo("presence", "occupied", ("bay", 2)),
            ("sensor", "pack-present"), ("level", false), ("bay", 2)) { SettleMs = 2_000 },
        new("sensor-flipped", run => !Has(run, LaneSensor.VehicleStill), ("sensor", "vehicle-still")),
        new("sensor-bounces", static run => Levels(run).Distinct().Count() == 2, ("sensor", "pack-on-vehicle")),
        new("sensor-dusty", static run => Levels(run).Count(level => !level) is > Looks / 4 and < Looks,
            ("sensor", "pack-on-vehicle"), ("share", 0.6)),
    ];

    private static IEnumerable<Reach> Buses() =>
    [
        new("bus-silent", run => Heard(run, 0, 1, 1_000) == 0, ("bus", "swap")),
        new("bus-silent", static run => Silent(run, run.World.Bays[2].Bus, ChargeMessages.BmsAddress),
            ("bus", "charger"), ("bay", 3), ("sender", "pack"))
        {
            // Packs, too, are silent when nobody asks them; the session ends, and another one begins.
            SettleMs = 300, Stays = true,
        },
        new("bus-silent", run => Silent(run, run.World.StationLink, 0x92), ("bus", "link"), ("node", "bays-2")),
        new("bus-loses", run => Heard(run, 0, 1, 1_000) is > 0 and < 30, ("bus", "swap"), ("share", 0.7)),
        new("bus-late", static run => MostGapMs(run, PackSt1.Id) > PackSt1.PeriodMs * 3 / 2,
            ("bus", "swap"), ("share", 1.0), ("by", 400L)),
        new("bus-corrupts", run => Refused(run, 1_000) > 0, ("bus", "swap"), ("share", 1.0)),
    ];

    private static IEnumerable<Reach> People() =>
    [
        new("press", run => Has(run, LaneSensor.ConfirmPressed), ("button", "confirm")),
        new("press", run => Has(run, LaneSensor.AbortPressed), ("button", "abort")),
        new("press", run => Has(run, LaneSensor.DriverAborts), ("button", "driver-abort")),
        new("key-switch", run => !Has(run, LaneSensor.KeySwitchOn), ("to", false)),
        new("select", run => Has(run, LaneSensor.ManualSelected), ("position", "manual")),
        new("select", run => Has(run, LaneSensor.MaintenanceSelected), ("position", "maintenance")),
        new("hold", static run => Sensed(run).Hand == Drive.Lift, ("drive", "lift")),
        new("operator-asks", static run => run.World.Bays[1].Operator is
            { ConfirmPressed: true, Request: OperatorRequest.ClearIsolation },
            ("request", "clear-isolation"), ("bay", 2)),
        new("safety-chain", run => !Has(run, LaneSensor.SafetyChainClosed)),
        new("release-refused", run => !Has(run, LaneSensor.ReleasePermitted)),
        new("fire", run => !Has(run, LaneSensor.FireLoopClosed)),
    ];

    private static IEnumerable<Reach> Vehicles() =>
    [
        new("arrive", static run => run.World.Forecourt.Waiting(1) == 1) { Stays = true },
        new("driver", run => !Has(run, LaneSensor.HandbrakeOn), ("does", "handbrake-off")),
        new("driver", run => !Has(run, LaneSensor.GearNeutral), ("does", "gear-in")),
        new("driver", static run => run.World.Lane.Truck.KeyOn, ("does", "key-on")),
        new("read-as", static run => Read(run) == "LSWAPEDG0SE000777", ("vehicle", "LSWAPEDG0SE000777")),
        new("relays-stick", run => !Lane(run).Reading.MainPositiveOpen) { SettleMs = 1_500 },
    ];

    private static IEnumerable<Reach> Packs() =>
    [
        new("insulation", run => run.IsSo("pack", "vehicle", ("insulation-below", 90)), OnVehicle, ("to", 80))
        {
            Stays = true,
        },
        new("smoke", run => run.IsSo("warning", "smoke-detected", ("bay", 2)), ("bay", 2)) { SettleMs = 2_000 },
        new("pack-smokes", run => Lane(run).Reading.RunawayReported, OnVehicle),
        new("pack-alarm", static run => PackAt(run, "vehicle")!.AlarmLevel == 2, OnVehicle, ("level", 2)),
        new("pack-silent", static run => Silent(run, run.World.Lane.Bus, PackSt1.Id), OnVehicle),
        new("welded", run => Lane(run).Reading.RelayWelded, OnVehicle),
        new("unknown-pack", run => run.IsSo("pack", "vehicle", ("code", "ZZZZZZZZZZZZZZZZZ0000000")), OnVehicle)
        {
            Stays = true,
        },
        new("cells-apart", static run => PackAt(run, "vehicle") is { } pack
            && pack.HighestCellV - pack.LowestCellV > 0.3, OnVehicle, ("by", 0.4)),
        new("heats", run => run.IsSo("pack", "bay-2", ("temperature-above", 55.0)), ("pack", "bay-2"), ("to", 60.0))
        {
            Stays = true, SettleMs = 1_500,
        },
        new("salt-air", static run => PackAt(run, "bay-2")!.InsulationHalvesMs > 0),
        new("ambient", static run => run.World.AmbientC < -20, ("to", -25.0)) { Stays = true, SettleMs = 1_500 },
    ];

    private static IEnumerable<Reach> Machines() =>
    [
        new("lock-jams", static run => run.World.Lane.Truck.Lock.Points[0].Jammed),
        new("lock-iced", static run => run.World.Lane.Truck.Lock.Points[0].Frozen, ("tries", 2)),
        new("lock-slow", static run => run.World.Lane.Truck.Lock.Points[0].TravelMs == 9_000, ("travel", 9_000L)),
        new("lock-unsure", run => Lane(run).Reading.LockFramePin == LockFrame.Neither) { Except = [Story.Car] },
        new("hoist-stops", run => !Has(run, LaneSensor.HoistReady)),
        new("connector-loose", run => Lane(run).Reading.ConnectorLoop == 0 && run.World.Lane.SaysLock
            || Has(run, LaneSensor.ConnectorParted)) { SettleMs = 1_200 },
        new("charger-stops", run => run.IsSo("charging", false, ("bay", 4)), ("bay", 4)) { Stays = true },
        new("charger-sticks", static run => run.World.Bays[2].ChargerSticks, ("bay", 3)),
        new("contactor-welds", static run => run.World.Bays[2].Charger.ContactorWelds, ("bay", 3)),
        new("lock-creeps", static run => !run.World.Lane.Truck.Lock.Closed, ("way", "opens")) { Stays = true },
        new("drives-off", static run => !run.World.Lane.Truck.InPosition) { Stays = true },
    ];

    public static Lane Lane(ScenarioRun run) => (Lane)run.RoleOf(1)!;

    private static bool Has(ScenarioRun run, LaneSensor sensor) => Lane(run).Reading.Has(sensor);

    private static LaneInputs Sensed(ScenarioRun run)
    {
        LaneInputs into = new();
        run.World.Lane.Sense(into);
        return into;
    }

    private static bool[] Levels(ScenarioRun run) =>
        [.. Enumerable.Range(0, Looks).Select(_ => Sensed(run).PackOnVehicle)];

    /// <summary>Who a node reads: by the vehicle's tag, or its frames.</summary>
    private static string Read(ScenarioRun run)
    {
        Truck truck = run.World.Lane.Truck;
        return truck.ReadAs ?? truck.Vin;
    }

    private static Pack? PackAt(ScenarioRun run, string place) => run.PackIn(SwapEdge.Simulator.PackAt.Parse(place)!);

    /// <summary>Frames that a node takes from one of its buses in a time.</summary>
    private static long Heard(ScenarioRun run, int node, int bus, int ms)
    {
        long before = Figures(run, node, bus)[(int)DecodeResult.Ok];
        run.RunFor(ms);
        return Figures(run, node, bus)[(int)DecodeResult.Ok] - before;
    }

    private static long Refused(ScenarioRun run, int ms)
    {
        static long Bad(uint[] counts) =>
            counts[(int)DecodeResult.Checksum] + counts[(int)DecodeResult.FrozenCounter];
        long before = Bad(Figures(run, 0, 1));
        run.RunFor(ms);
        return Bad(Figures(run, 0, 1)) - before;
    }

    private static uint[] Figures(ScenarioRun run, int node, int bus)
    {
        BusFigures figures = new();
        Assert.True(run.Station.Nodes[node].Node.Role.ReadBus(bus, figures));
        return figures.Frames!;
    }

    /// <summary>No frame with this identifier, or of this source, in a second.</summary>
    private static bool Silent(ScenarioRun run, Wire wire, uint id) => Times(run, wire, id).Count == 0;

    private static long MostGapMs(ScenarioRun run, uint id)
    {
        IReadOnlyList<long> times = Times(run, run.World.Lane.Bus, id);
        return times.Zip(times.Skip(1), static (one, next) => next - one).DefaultIfEmpty(0).Max();
    }

    private static List<long> Times(ScenarioRun run, Wire wire, uint id)
    {
        List<long> times = [];
        wire.Tapped = frame =>
        {
            if (frame.Id == id || (id < 0x100 && (frame.Id & 0xFF) == id))
            {
                times.Add(frame.TimeMs);
            }
        };
        run.RunFor(1_000);
        wire.Tapped = null;
        return times;
    }
}
