using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>The firmware with a truck that has three packs in a row.</summary>
public sealed class SeveralPacksStationTests
{
    [Fact]
    public void Every_pack_is_swapped_and_recorded_in_its_turn_with_its_own_code_and_bay()
    {
        using Station station = new(1, story: Story.Truck3);
        Pack[] came = [.. station.World.Lane.Truck.Positions.Select(at => at.Seat.Pack!)];
        DemonstrationReport report = Demonstration.Run(station);
        Assert.Null(report.Failure);
        EventRecord[] events = [.. station.City.Store.Events().Select(stored => stored.Record)];
        EventRecord[] comesIn = [.. events.Where(record => record.Kind == EventKind.BatteryIn)];
        EventRecord[] goesOut = [.. events.Where(record => record.Kind == EventKind.BatteryOut)];
        Assert.Equal([1, 2, 3], comesIn.Select(record => PositionAt(events, record)));
        Assert.Equal([1, 2, 3], goesOut.Select(record => PositionAt(events, record)));
        Assert.Equal(came.Select(pack => pack.Identity.Code), comesIn.Select(Code));
        Assert.Equal(
            station.World.Lane.Truck.Positions.Select(at => at.Seat.Pack!.Identity.Code), goesOut.Select(Code));
        Assert.All(comesIn, record =>
            Assert.Equal(Code(record), station.World.Bays[record.Bay - 1].Seat.Pack!.Identity.Code));
        Assert.All(comesIn.Concat(goesOut), record => Assert.Equal(report.Ended!.RequestId, record.RequestId));
        Assert.DoesNotContain(events, record => record.Kind == EventKind.SwapOrphaned);
        Assert.Equal((1, 3), (report.Ended!.Value, report.Ended.Pack));
    }

    [Fact]
    public void What_a_position_that_is_not_meant_says_is_not_heard()
    {
        using Station station = new(1, story: Story.Truck3);
        Until(station, Phase.Accepting, pack: 1);
        uint[] serials = [.. station.World.Lane.Truck.Positions.Select(at => at.Seat.Pack!.Identity.Serial)];
        HashSet<string> heard = [];
        Until(station, Phase.Accepting, pack: 2, () => heard.Add(Heard(station)));
        Assert.DoesNotContain(heard, code => code.EndsWith($"{serials[1]:D7}", StringComparison.Ordinal));
        Until(station, Phase.Choosing, pack: 2);
        Assert.EndsWith($"{serials[1]:D7}", Heard(station), StringComparison.Ordinal);
    }

    [Fact]
    public void An_abort_during_the_second_pack_sends_the_truck_off_with_every_lock_closed()
    {
        using Station station = new(2, story: Story.Truck3);
        LanePanel panel = station.World.Lane.Panel;
        Until(station, Phase.Unlocking, pack: 2);
        panel.AbortPressed = true;
        station.Pass();
        panel.AbortPressed = false;
        for (int pass = 0; !station.CustomerGone; pass++)
        {
            Assert.True(pass < 20_000, $"stays {station.Phase}, {station.Fault}");
            panel.ConfirmPressed = station.Phase == Phase.Held && pass % 40 < 4;
            station.Pass();
        }

        Assert.All(station.World.Lane.Truck.Positions, at => Assert.True(at.Lock.Closed && at.Connector.Mated));
        Assert.Equal(1, station.World.Bays.Count(bay => bay.Seat.Pack is null));
    }

    /// <summary>The position that the steps before a half name.</summary>
    private static int PositionAt(EventRecord[] events, EventRecord half) => events.Last(record =>
        record.Kind == EventKind.SwapStep && record.Journal == half.Journal && record.Sequence < half.Sequence).Pack;

    private static string Code(EventRecord record) =>
        Encoding.ASCII.GetString(record.PackCode, 0, record.PackCodeLength);

    private static string Heard(Station station)
    {
        PackCodeAssembly code = station.Lane.Node.Lane.Bus.PackCode;
        return code.IsComplete ? Encoding.ASCII.GetString(code.Code, 0, code.Length) : "";
    }

    private static void Until(Station station, Phase phase, int pack, Action? each = null)
    {
        while (station.Phase != phase || station.Lane.Node.Lane.State.Pack != pack)
        {
            Assert.True(station.NowMs < 1_200_000, $"never {phase} of pack {pack}");
            station.Pass();
            each?.Invoke();
        }
    }
}
