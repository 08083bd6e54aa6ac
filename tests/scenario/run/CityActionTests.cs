using SwapEdge.Firmware;
using SwapEdge.Simulator;
using static SwapEdge.Tests.Scenarios.Script;

namespace SwapEdge.Tests.Scenarios;

/// <summary>What the city asks, and who pretends to be the city.</summary>
public sealed class CityActionTests
{
    [Fact]
    public void A_genuine_command_is_obeyed_and_its_end_told()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunTo(3_000);
        Command(run, "take-out-of-service", ("number", 7));
        run.RunUntil("command", "take-out-of-service");
        Assert.True(run.IsSo("phase", "out-of-service"));
        Command(run, "put-into-service", ("number", 8));
        run.RunUntil("phase", "idle");
    }

    [Theory]
    [InlineData("forged", "not-authentic")]
    [InlineData("expired", "expired")]
    [InlineData("other-node", "other-node")]
    public void What_is_no_command_of_the_city_to_this_node_is_refused_with_its_reason(string how, string reason)
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunTo(3_000);
        Command(run, "take-out-of-service", ("number", 7), ("as", how));
        run.RunUntil("event", "audit", ("reason", reason));
        Assert.True(run.IsSo("phase", "idle"));
    }

    [Fact]
    public void A_command_that_is_replayed_has_no_second_effect()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunTo(3_000);
        Command(run, "take-out-of-service", ("number", 7));
        run.RunUntil("phase", "out-of-service");
        Command(run, "put-into-service", ("number", 8));
        run.RunUntil("phase", "idle");
        Command(run, "take-out-of-service", ("number", 7), ("as", "replayed"));
        run.RunFor(10_000);
        Assert.True(run.IsSo("phase", "idle"));
    }

    [Fact]
    public void A_replay_of_what_was_never_sent_says_so()
    {
        using ScenarioRun run = Station(Story.Truck);
        Assert.Contains("'self-test'", Assert.Throws<ScenarioException>(
            () => Command(run, "self-test", ("as", "replayed"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_abort_without_a_number_means_the_swap_that_runs()
    {
        using ScenarioRun run = Station(Story.Truck, Soon);
        run.RunUntil("phase", "lifting").RunFor(1_000);
        Command(run, "abort-swap");
        run.RunUntil("fault", "city-aborted");
        Assert.True(run.IsSo("phase", "held"));
    }

    [Fact]
    public void An_authorisation_lets_a_stranger_be_served()
    {
        using ScenarioRun run = Station(
            Story.Truck, new Arrival { Vehicle = "LSWAPEDG0SE000999", AtMs = 20_000, Known = false });
        run.RunTo(3_000);
        Command(run, "authorise-swap", ("vehicle", "LSWAPEDG0SE000999"), ("lasts", 600_000L));
        run.RunUntil("swaps", "completed");
    }

    [Fact]
    public void A_power_limit_of_nothing_stops_all_charging_and_a_high_one_lets_it_go_on()
    {
        using ScenarioRun run = Station(Story.Truck);
        run.RunUntil("charging", true, ("bay", 3));
        run.Begin("power-limit", ("to", 0.0));
        run.RunUntil("charging", false, ("bay", 3));
        Assert.Equal(2, run.Station.City.Store.Commands(run.Station.Nodes[1].Path).Count
            + run.Station.City.Store.Commands(run.Station.Nodes[2].Path).Count);
        run.RunFor(5_000);
        Assert.True(run.IsSo("permit", false, ("bay", 3)));
    }

    private static void Command(ScenarioRun run, string operation, params (string Name, object Value)[] more) =>
        run.Begin("command", [("node", "lane-1"), ("operation", operation), .. more]);
}
