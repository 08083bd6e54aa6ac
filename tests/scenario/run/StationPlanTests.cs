using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>A station is what its plan says.</summary>
public sealed class StationPlanTests
{
    [Fact]
    public void Two_lanes_serve_two_vehicles_at_once_out_of_the_same_bays()
    {
        ScenarioResult result = (Of(Story.Truck) with
        {
            Station = new StationPlan
            {
                Lanes = 2,
                Boards = BoardChoice.Virtual,
                Packs = [null, null, new StoredPack { Charge = 0.97 }, new StoredPack { Charge = 0.96 }],
            },
            Arrivals = [Soon, Soon with { Lane = 2, Vehicle = "LSWAPEDG0SE000222" }],
            Expect =
            [
                Eventually(Is("swaps", "completed", ("node", "lane-1"))),
                Eventually(Is("swaps", "completed", ("node", "lane-2"))),
                Eventually(All(Is("phase", "positioning"), Is("phase", "positioning", ("lane", 2)))),
                Never(Is("phase", "held")), Never(Is("phase", "held", ("lane", 2))),
            ],
        }).Run();

        Assert.Empty(result.Failures);
    }

    [Theory]
    [InlineData("virtual")]
    [InlineData("own")]
    public void Six_bays_have_three_nodes_and_a_time_of_day_of_their_own(string boards)
    {
        DateTimeOffset begins = new(2026, 1, 14, 22, 0, 0, TimeSpan.Zero);
        Scenario scenario = Of(Story.Truck) with
        {
            Station = new StationPlan
            {
                BayCount = 6, AmbientC = -25, Begins = begins, IsolationBay = 6,
                Boards = BoardChoice.All.First(one => one.Name == boards),
                Packs = [null, new StoredPack { Charge = 0.97, TemperatureC = -12, Health = 0.8 }],
            },
            Arrivals = [],
        };
        using ScenarioRun run = new(scenario, 1);
        run.RunTo(3_000);
        Assert.Equal(["lane-1", "bays-1", "bays-2", "bays-3"], run.Station.Nodes.Select(node => node.Name));
        Assert.Equal(scenario.Station.Nodes, run.Station.Nodes.Select(node => node.Name));
        Assert.Equal([6], run.Station.Nodes[3].Node.Settings.IsolationBays);
        Assert.Equal(-25, run.World.AmbientC, 1);
        Pack pack = run.World.Bays[1].Seat.Pack!;
        Assert.Equal((0.97, 0.8), (pack.Soc, pack.Health), (one, other) =>
            Math.Abs(one.Item1 - other.Item1) < 0.01 && Math.Abs(one.Item2 - other.Item2) < 0.01);
        Assert.All(run.World.Bays.Skip(2), bay => Assert.Null(bay.Seat.Pack));
        EventRecord first = run.Log.Events[0].Record;
        Assert.InRange(first.UtcMs - begins.ToUnixTimeMilliseconds(), 0, 3_000);
    }

    [Fact]
    public void Vehicles_come_one_after_another_and_the_run_ends_when_the_last_is_gone()
    {
        ScenarioResult result = (Of(Story.Car) with
        {
            Arrivals = [Soon, Soon with { AtMs = 10_000, Vehicle = "LSWAPEDG0SE000333" }],
            Station = new StationPlan
            {
                Kind = Story.Car,
                Boards = BoardChoice.Virtual,
                Packs = [null, new StoredPack { Charge = 0.97 }, new StoredPack { Charge = 0.96 }, null],
            },
            Expect = [Finally(Is("swaps", "completed", ("exactly", 2)))],
        }).Run();
        Assert.Empty(result.Failures.Select(failure => failure.Reason));
    }

    [Fact]
    public void Who_comes_by_an_action_is_the_one_of_the_story_whoever_came_first()
    {
        Arrival first = Soon with { Vehicle = "LSWAPEDG0SE000777", Known = false, Mistake = "forgets-handbrake" };
        using ScenarioRun run = Station(Story.Truck, first);
        run.RunTo(1_000);
        run.Begin("arrive");
        run.RunUntil("vehicle", "standing");
        run.Begin("drives-off");
        Truck truck = run.World.Lane.Truck;
        run.RunUntil(() => truck.Vin == WorldPlan.DemonstrationVin);
        Assert.Equal(2_000, truck.Plan.HandbrakeAfterMs);
    }

    [Fact]
    public void A_card_that_may_not_be_served_does_not_become_the_known_one()
    {
        Scenario scenario = Of(Story.Cabinet);
        ScenarioResult result = (scenario with
        {
            Arrivals = [Soon with { Vehicle = "CARD-9", Known = false }, Soon with { AtMs = 60_000 }],
            Station = scenario.Station with
            {
                Packs = [null, .. Enumerable.Repeat(new StoredPack { Charge = 0.97 }, 7)],
            },
            Expect = [Finally(Is("swaps", "completed", ("exactly", 1)))],
            Until = Is("time", 3 * 60_000L),
        }).Run();
        Assert.Empty(result.Failures.Select(failure => failure.Reason));
    }

    [Fact]
    public void Settings_of_the_plan_are_those_of_the_nodes()
    {
        Scenario scenario = Of(Story.Truck);
        using ScenarioRun run = new(
            scenario with
            {
                Station = scenario.Station with
                {
                    Settings = Arguments.Of(
                        ("charger", 90_000.0), ("watch", 60_000L), ("target", 0.8), ("alarm-level", 1),
                        ("permits", "0SEPB28"), ("insulation", 500), ("telemetry", 30_000L), ("store", 512)),
                },
            },
            1);
        NodeSettings lane = run.Station.Nodes[0].Node.Settings;
        NodeSettings bays = run.Station.Nodes[1].Node.Settings;
        Assert.Equal((800, 1, 500), (
            lane.Profile.TargetChargePermille, lane.Profile.AlarmLevelLimit, lane.Profile.InsulationOhmPerVolt));
        Assert.Equal("0SEPB28", Assert.Single(lane.Profile.PermittedPacks).Begins);
        Assert.Equal((90_000, 60_000L, 30), (bays.ChargerW, bays.WatchMs, bays.TelemetryIntervalS));
    }

    [Fact]
    public void Parameters_of_the_plan_are_those_of_the_world()
    {
        Scenario scenario = Of(Story.Truck);
        ParameterChoice charger = new(
            "charger", "", new Dictionary<string, object>(StringComparer.Ordinal) { ["ramp"] = 7.0 }, Place.Nowhere);
        WorldPlan world = StationWorlds.Lanes(
            scenario.Station with { Parameters = [charger] }, null, new Prng(1));
        Assert.Equal(7, world.Charger.RampAPerS);
        Assert.Equal(ChargerParameters.Dc160.MaxPowerW, world.Charger.MaxPowerW);
    }

    [Fact]
    public void Traffic_of_a_seed_is_the_same_and_everybody_of_it_is_known()
    {
        Scenario scenario = Of(Story.Truck) with
        {
            Traffic = new TrafficPlan { Number = 3, Seed = 11 },
            Station = new StationPlan { BayCount = 8, Boards = BoardChoice.Virtual },
            LimitMs = 4 * 3_600_000L,
            Expect = [Finally(Is("swaps", "completed", ("exactly", 3))), Never(Is("fault", "vehicle-not-authorised"))],
        };
        Assert.Empty(scenario.Run().Failures.Select(failure => failure.Reason));
        using ScenarioRun one = new(scenario, 1);
        using ScenarioRun other = new(scenario, 2);
        Assert.Equal(one.World.Lane.Truck.Vin, other.World.Lane.Truck.Vin);
    }
}
