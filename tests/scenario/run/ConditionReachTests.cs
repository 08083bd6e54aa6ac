using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>Every condition is true at some time of a run, and not so at another.</summary>
public sealed class ConditionReachTests
{
    private static readonly Happening[] AtTheEnd =
    [
        At(6 * 60_000 + 40_000, "command", ("node", "lane-1"), ("operation", "take-out-of-service"), ("number", 3)),
        At(6 * 60_000 + 41_000, "power-cut", ("node", "bays-2")).For(5_000),
        At(6 * 60_000 + 41_000, "city-away").For(4_000),
        At(6 * 60_000 + 55_000, "smoke", ("bay", 4)).For(3_000),
    ];

    private static readonly (string Form, object Value, (string, object)[] More)[] OfLanes =
    [
        ("phase", "idle", []), ("phase", "unlocking", [("lane", 1)]),
        ("drive", "any", []), ("drive", "none", []), ("drive", "unlock", []), ("drive", "motion", []),
        ("lock", "open", []), ("lock", "closed", []), ("lock", "between", [("position", 1)]),
        ("vehicle", "away", []), ("vehicle", "arriving", []), ("vehicle", "standing", []),
        ("vehicle", "released", []), ("vehicle", "gone", []),
        ("swaps", "any", []), ("swaps", "completed", [("exactly", 1)]), ("swaps", "any", [("at-most", 0)]),
        ("time", 60_000L, []), ("energy", "agrees", []),
        ("permit", true, [("bay", 3)]), ("permit", false, [("bay", 3)]),
        ("charging", true, [("bay", 1)]), ("charging", false, [("bay", 1)]),
        ("presence", "empty", [("bay", 1)]), ("presence", "occupied", [("bay", 1)]),
        ("presence", "unsure", [("bay", 3)]),
        ("pack", "vehicle", [("charge-above", 0.9)]), ("pack", "vehicle", [("charge-below", 0.5)]),
        ("pack", "vehicle", [("there", false)]), ("pack", "bay-1", []), ("pack", "bay-2", [("there", true)]),
        ("pack", "vehicle", [("temperature-above", 27.0)]), ("pack", "vehicle", [("temperature-below", 26.0)]),
        ("event", "swap-started", []), ("event", "swap-ended", [("result", "completed"), ("at-least", 1)]),
        ("event", "swap-step", [("phase", "lifting"), ("node", "lane-1")]),
        ("event", "pack-arrived", [("bay", 1), ("exactly", 1)]), ("event", "boot", [("at", "node"), ("at-least", 4)]),
        ("event", "warning-raised", [("warning", "smoke-detected"), ("level", 3)]),
        ("event", "audit", [("action", "taken-out-of-service")]),
        ("warning", "any", [("bay", 4)]), ("warning", "smoke-detected", [("bay", 4), ("level", 3)]),
        ("alarm", "any", []), ("alarm", "warning-raised", [("bay", 4)]),
        ("node", "bays-2", []), ("node", "bays-2", [("state", "off")]), ("node", "bays-2", [("state", "lost")]),
        ("node", "bays-2", [("state", "connected")]), ("node", "bays-2", [("state", "not-connected")]),
        ("command", "take-out-of-service", []), ("command", "take-out-of-service", [("result", "accepted")]),
        ("city", "complete", []), ("city", "online", []), ("city", "offline", []),
        ("telemetry", "arriving", []), ("telemetry", "complete", []),
    ];

    private static readonly (string Form, object Value, (string, object)[] More)[] OfFaults =
    [
        ("phase", "held", [("fault", "safety-chain-open")]), ("fault", "safety-chain-open", []),
        ("fault", "none", []),
    ];

    private static readonly (string Form, object Value, (string, object)[] More)[] OfCabinet =
    [
        ("phase", "idle", []), ("phase", "dispensing", []), ("drive", "open-door", []), ("drive", "none", []),
        ("vehicle", "away", []), ("vehicle", "standing", []), ("vehicle", "gone", []),
        ("swaps", "completed", []), ("permit", true, [("door", 1)]), ("permit", false, [("door", 1)]),
        ("charging", true, [("door", 1)]), ("charging", false, [("door", 1)]),
        ("presence", "empty", [("door", 1)]), ("presence", "occupied", [("door", 1)]),
        ("pack", "door-1", [("charge-below", 0.4)]), ("pack", "door-1", [("there", false)]),
        ("event", "pack-arrived", [("door", 1)]), ("warning", "smoke-detected", [("door", 3)]),
        ("alarm", "warning-raised", [("door", 3)]), ("node", "cabinet-1", []), ("city", "complete", []),
        ("telemetry", "arriving", []),
    ];

    [Fact]
    public void Every_condition_of_a_station_with_lanes_is_true_and_is_false() => Assert.Equal("", Watch(
        Of(Story.Truck) with
        {
            Arrivals = [Soon],
            Happens = AtTheEnd,
            Until = Is("time", 7 * 60_000L + 30_000),
        },
        OfLanes));

    [Fact]
    public void A_fault_is_true_while_it_stands() => Assert.Equal("", Watch(
        Of(Story.Truck) with
        {
            Arrivals = [Soon],
            Happens = [When(Is("phase", "gripping"), "safety-chain").For(2_000)],
            Until = Is("time", 60_000L),
        },
        OfFaults));

    [Fact]
    public void Every_condition_of_a_cabinet_is_true_and_is_false()
    {
        Scenario cabinet = Of(Story.Cabinet);
        Assert.Equal("", Watch(
            cabinet with
            {
                Arrivals = [Soon],
                Happens = [At(60_000, "smoke", ("door", 3)).For(3_000)],
                Until = Is("time", 80_000L),
                Station = cabinet.Station with
                {
                    Packs = [null, .. Enumerable.Repeat(new StoredPack { Charge = 0.97, TemperatureC = 25 }, 7)],
                },
            },
            OfCabinet));
    }

    [Fact]
    public void No_condition_is_left_out() => Assert.Empty(ConditionForms.All.Select(form => form.Name)
        .Except(OfLanes.Concat(OfFaults).Concat(OfCabinet).Select(one => one.Form), StringComparer.Ordinal));

    /// <summary>Conditions that were only ever the one or the other, each with what it saw last.</summary>
    private static string Watch(
        Scenario scenario, (string Form, object Value, (string, object)[] More)[] conditions)
    {
        using ScenarioRun run = new(scenario, 1);
        Condition[] made = [.. conditions.Select(one => Is(one.Form, one.Value, one.More).Make(run))];
        bool[] wasTrue = new bool[made.Length];
        bool[] wasFalse = new bool[made.Length];
        bool goesOn = true;
        while (goesOn)
        {
            goesOn = run.Step();
            for (int i = 0; i < made.Length; i++)
            {
                bool isTrue = made[i].IsTrue();
                wasTrue[i] |= isTrue;
                wasFalse[i] |= !isTrue;
            }
        }

        Assert.Empty(run.Failures.Select(failure => failure.Reason));
        IEnumerable<int> constant = Enumerable.Range(0, made.Length).Where(i => !wasTrue[i] || !wasFalse[i]);
        return string.Join("\n", constant.Select(i =>
            $"{conditions[i].Form}: {conditions[i].Value} "
            + string.Join(", ", conditions[i].More.Select(one => $"{one.Item1}: {one.Item2}"))
            + (wasTrue[i] ? " was always true" : " was never true") + $": {made[i].Seen()}"));
    }
}
