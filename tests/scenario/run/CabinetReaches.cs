using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Actions at a cabinet that is closed; behind door 1 is nothing, behind the others is a pack that charges.
/// </summary>
internal static class CabinetReaches
{
    private static readonly (string, object) Door2 = ("door", 2);
    private static readonly (string, object) Behind2 = ("pack", "door-2");

    /// <summary>A round of questions to all doors.</summary>
    private const int RoundMs = 12_000;

    public static IReadOnlyList<Reach> All { get; } =
    [
        new("sensor-stuck", run => !run.IsSo("presence", "occupied", ("door", 2)),
            ("sensor", "pack-present"), ("level", false), Door2) { SettleMs = 2_000 },
        new("sensor-flipped", run => !Seen(run, 2).IsClosed, ("sensor", "latch-closed"), Door2),
        new("sensor-bounces", static run => Levels(run).Distinct().Count() == 2, ("sensor", "pack-present"), Door2),
        new("sensor-dusty", static run => Levels(run).Count(level => !level) is > 10 and < 40,
            ("sensor", "pack-present"), ("share", 0.6), Door2),
        new("line-silent", run => Answers(run, 2) == 0 && Answers(run, 3) > 0, Door2) { SettleMs = 2_000 },
        new("line-silent", run => Answers(run, 3) == 0) { SettleMs = 2_000 },
        new("line-corrupts", run => Answers(run, 2) == 0, ("share", 0.5)) { SettleMs = 2_000 },
        new("press", run => Has(run, LaneSensor.ConfirmPressed), ("button", "confirm")),
        new("press", run => Has(run, LaneSensor.AbortPressed), ("button", "abort")),
        new("key-switch", run => Has(run, LaneSensor.KeySwitchOn), ("to", true)),
        new("select", run => Has(run, LaneSensor.ManualSelected), ("position", "manual")),
        new("select", run => Has(run, LaneSensor.MaintenanceSelected), ("position", "maintenance")),
        new("operator-asks", static run => run.Cabinet.Doors[1].Operator is
            { ConfirmPressed: true, Request: OperatorRequest.ClearIsolation }, ("request", "clear-isolation"), Door2),
        new("technician", static run => run.Cabinet.Technician.KeyOn) { Stays = true, SettleMs = 5_000 },
        new("safety-chain", run => !Has(run, LaneSensor.SafetyChainClosed)),
        new("fire", run => !Has(run, LaneSensor.FireLoopClosed)),
        new("arrive", static run => run.Cabinet.Visits.Count == 1) { Stays = true, SettleMs = 3_000 },
        new("insulation", run => run.IsSo("pack", "door-2", ("insulation-below", 90)), Behind2, ("to", 80))
        {
            Stays = true,
        },
        new("smoke", run => run.IsSo("warning", "smoke-detected", Door2), Door2) { SettleMs = 2_000 },
        new("pack-silent", run => Answers(run, 2) == 0, Behind2) { SettleMs = 2_000 },
        new("unknown-pack", static run => Answered(run, 2) == "ZZZZZZZZZZZZZZZZZ0000000", Behind2) { Stays = true },
        new("cells-apart", static run => Lowest(run, 3) < 3.0, ("pack", "door-3"), ("by", 0.6)),
        new("heats", run => run.IsSo("pack", "door-3", ("temperature-above", 55.0)), ("pack", "door-3"), ("to", 60.0))
        {
            Stays = true, SettleMs = 1_500,
        },
        new("ambient", static run => run.Cabinet.AmbientC < -20, ("to", -25.0)) { Stays = true, SettleMs = 1_500 },
        new("charger-stops", run => run.IsSo("charging", false, ("door", 4)), ("door", 4)) { SettleMs = 1_500 },
        new("contactor-welds", static run => run.Cabinet.Doors[3].ContactorSticks, ("door", 4)),
        new("door-sticks", static run => run.Cabinet.Doors[0].Jammed, ("door", 1)),
    ];

    private static bool Has(ScenarioRun run, LaneSensor sensor) => run.RoleOf(1)!.Reading.Has(sensor);

    private static CabinetDoor Seen(ScenarioRun run, int door) => run.SeenDoor(door)!;

    private static bool[] Levels(ScenarioRun run) => [.. Enumerable.Range(0, 40).Select(_ =>
    {
        DoorInputs into = new();
        run.Cabinet.Doors[1].Sense(into);
        return into.PackPresent;
    })];

    private static double Lowest(ScenarioRun run, int door) => run.Cabinet.Doors[door - 1].Pack!.Pack.LowestCellV;

    /// <summary>What the BMS says of its name.</summary>
    private static string Answered(ScenarioRun run, int door) => run.Cabinet.Doors[door - 1].Pack!.Name;

    /// <summary>Answers of a pack that its node takes in a round.</summary>
    private static long Answers(ScenarioRun run, int door)
    {
        long before = Seen(run, door).Pack.Bms.Count(DecodeResult.Ok);
        run.RunFor(RoundMs);
        return Seen(run, door).Pack.Bms.Count(DecodeResult.Ok) - before;
    }
}
