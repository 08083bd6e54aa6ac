using System.Diagnostics;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>
/// Boards with their threads, in real time: no two runs are alike, and yet the record of each is replayed, for only
/// the main loop calls the node. What is claimed holds however late a thread comes.
/// </summary>
public sealed class ThreadedRecordTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly BoardChoice Threaded = BoardChoice.Own with { Threaded = true };

    [Fact]
    public void Nodes_with_threads_are_replayed_bit_for_bit_over_starts_and_power_cuts()
    {
        using MemoryStream bytes = new();
        using RunRecorder recorder = new(bytes, new RecordHeader("threads", 1, "own"));
        string[] names;
        using (Station station = Open(recorder))
        {
            names = [.. station.Nodes.Select(node => node.Name)];
            StationNode lane = station.Lane;
            StationNode bays = station.Nodes[1];
            Until(station, () => station.Nodes.All(IsHeard));
            bays.RestartNow();
            Until(station, () => bays.Starts == 2 && IsHeard(bays));
            lane.TurnOff();
            station.Pass();
            lane.TurnOn();
            Until(station, () => lane.Node.Journal.Boot == 2 && IsHeard(lane));
            Until(station, () => station.NowMs > 12_000);
        }

        recorder.Complete();
        RecordReplay replay = Recording.Play(bytes.ToArray());
        Assert.True(replay.Difference is null, $"{replay.Difference}");
        Assert.Equal(names.Order(), replay.Nodes.Select(node => node.Name).Order());
        Assert.Equal([1, 2, 2], replay.Nodes.Select(node => node.Starts).Order());
        Assert.All(replay.Nodes, node => Assert.InRange(node.Outputs, node.Turns / 2, long.MaxValue));
        Assert.All(replay.Nodes, node => Assert.InRange(node.Passes, 20, long.MaxValue));
    }

    [Fact]
    public void A_pass_that_the_board_measured_otherwise_is_another_output_so_nothing_is_left_out_of_the_record()
    {
        using MemoryStream bytes = new();
        using RunRecorder recorder = new(bytes, new RecordHeader("threads", 1, "own"));
        using (Station station = Open(recorder))
        {
            Until(station, () => station.Nodes.All(IsHeard));
        }

        recorder.Complete();
        long turns = 0;
        RecordReplay replay = Recording.Play(bytes.ToArray(), (node, turn) =>
        {
            turns += turn.Kind == TurnKind.PassEnd ? 1 : 0;
            if (turn.Kind == TurnKind.Pass && node.Passes == 10)
            {
                node.Node!.TakeOutOfService(Issuer.City, 1, node.UptimeMs);
            }
        });
        Assert.InRange(turns, 10, long.MaxValue);
        Assert.NotNull(replay.Difference);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Power_that_fails_in_an_append_takes_a_node_with_threads_down_and_it_is_replayed(int appended)
    {
        using MemoryStream bytes = new();
        using RunRecorder recorder = new(bytes, new RecordHeader("threads", 1, "own"));
        using (Station station = Open(recorder))
        {
            StationNode node = station.Nodes[1];
            Until(station, () => IsHeard(node));
            node.CutInAppend(appended, 300);
            node.RestartNow();
            Until(station, () => !node.HasPower);
            Assert.Equal(1, node.Medium.Torn);
            Until(station, () => node.HasPower && IsHeard(node));
        }

        recorder.Complete();
        RecordReplay replay = Recording.Play(bytes.ToArray());
        Assert.True(replay.Difference is null, $"{replay.Difference}");
        Assert.Contains(replay.Nodes, node => node.Starts == 3);
    }

    [Fact]
    public void Store_clock_and_the_citys_word_of_a_node_with_threads_can_be_troubled()
    {
        using Station station = Open(null);
        StationNode node = station.Nodes[1];
        Until(station, () => IsHeard(node));
        node.Medium.Answer = StoreResult.Full;
        node.RestartNow();
        Until(station, () => node.Starts == 2 && node.Live!.Journal.HasPending);
        Assert.Single(Boots(station, node));
        node.Clock.Jump(3_600_000);
        node.Uplink.AcksLost = true;
        node.Medium.Answer = StoreResult.Ok;
        Until(station, () => Boots(station, node).Count == 2);
        long utcMs = node.Live!.Uplink.Clock.UtcMs;
        Assert.InRange(utcMs - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), 3_000_000, 4_000_000);
        ulong acknowledged = node.Live.Journal.AcknowledgedThrough;
        Until(station, () => station.NowMs % 2_000 == 0);
        Assert.Equal(acknowledged, node.Live.Journal.AcknowledgedThrough);
        node.Uplink.AcksLost = false;
        node.RestartNow();
        Until(station, () => node.Starts == 3 && IsHeard(node));
    }

    [Fact]
    public void A_broker_that_goes_away_is_gone_for_nodes_with_threads_and_one_that_is_silent_tells_nobody()
    {
        using Station station = Open(null);
        StationNode node = station.Nodes[1];
        Until(station, () => IsHeard(node) && node.Uplink.Link == UplinkLink.Up);
        station.Network.Silent = true;
        node.RestartNow();
        Until(station, () => node.Starts == 2 && node.Live!.Journal.LastStored > 1);
        int boots = Boots(station, node).Count;
        for (int pass = 0; pass < 20; pass++)
        {
            station.Pass();
        }

        Assert.Equal(boots, Boots(station, node).Count);
        station.Network.Silent = false;
        Until(station, () => Boots(station, node).Count == boots + 1 && node.Uplink.Link == UplinkLink.Up);
        station.Network.BrokerAway = true;
        Until(station, () => node.Uplink.Link != UplinkLink.Up);
        station.Network.BrokerAway = false;
        Until(station, () => node.Uplink.Link == UplinkLink.Up);
    }

    private static Station Open(RunRecorder? recorder) => new(
        1, new StationPlan { Kind = Story.Truck, Boards = Threaded },
        new StationOptions { Boards = Threaded, Recorder = recorder });

    private static bool IsHeard(StationNode node) => node.Live is { } live && live.Journal.AcknowledgedThrough > 0
        && live.Journal.AcknowledgedThrough == live.Journal.LastStored;

    private static List<CityEvent> Boots(Station station, StationNode node) =>
        [.. station.City.Store.Events(node.Path).Where(told => told.Record.Kind == EventKind.Boot)];

    private static void Until(Station station, Func<bool> condition)
    {
        long began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "it did not come in time");
            station.Pass();
        }
    }
}
