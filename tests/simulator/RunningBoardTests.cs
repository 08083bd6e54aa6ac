using System.Diagnostics;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>
/// Boards with their main loops, threads and MQTT drivers, in real time. What is claimed holds however late a thread
/// comes; only the limit of patience is a time.
/// </summary>
public sealed class RunningBoardTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Boards_with_their_threads_tell_the_city_who_they_are_and_what_they_see_and_all_threads_end()
    {
        RunningBoard[] boards;
        using (Station station = new(1, boards: BoardChoice.Own with { Threaded = true }))
        {
            boards = [.. station.Nodes.Select(node => node.Running!)];
            Until(station, () => station.Nodes.All(node => Told(station, node).Contains(EventKind.Boot)
                && node.Node.Journal.AcknowledgedThrough > 0));
            Assert.All(station.Nodes, node => Assert.Equal(node.Board!.Name, node.Node.Settings.Board));
            Assert.All(boards, board => Assert.InRange(board.Threads, 7, 12));
            Assert.All(boards, board => Assert.StartsWith("SwapEdge node=demo/", board.Line, StringComparison.Ordinal));
            Assert.All(
                station.Nodes, node => Assert.NotEqual(TimeQuality.Unknown, node.Node.Uplink.Clock.UtcQuality));
            Assert.Equal((Phase.Idle, Fault.None), (station.Phase, station.Fault));
            Assert.Equal(0, station.City.Conflicts + station.City.Refused);
        }

        Assert.All(boards, board => Assert.Equal(0, board.Threads));
    }

    [Fact]
    public void A_handshake_holds_up_the_whole_node_and_the_hardware_takes_its_requests_away_meanwhile()
    {
        using ManualResetEvent over = new(false);
        using CabinetStation station = new(1, boards: BoardChoice.Own with { Threaded = true });
        StationNode node = station.Nodes[0];
        node.Running!.Handshake = (over, Timeout.Infinite);
        Until(station, () => !node.HeartbeatAlive);
        long beats = node.Heartbeats;
        for (int i = 0; i < 10; i++)
        {
            station.Pass();
        }

        Assert.InRange(node.Heartbeats - beats, 0, 1);
        over.Set();
        Until(station, () => node.HeartbeatAlive && station.City.Store.Events(node.Path).Count > 0);
        Assert.Equal(1, node.Running.Starts);
    }

    [Fact]
    public void A_node_that_hangs_in_a_handshake_for_ever_is_freed_by_a_reset_and_goes_on_in_its_journal()
    {
        using ManualResetEvent never = new(false);
        using CabinetStation station = new(1, boards: BoardChoice.Own with { Threaded = true });
        StationNode node = station.Nodes[0];
        ulong journal = node.Node.Journal.Identity;
        node.Running!.Handshake = (never, Timeout.Infinite);
        node.RestartNow();
        Until(station, () => node.Running.Starts == 2 && !node.HeartbeatAlive);
        node.Running.Handshake = (null, 0);
        node.RestartNow();
        Until(station, () => node.Running.Starts == 3 && node.Node.Journal.Boot == 3);
        Until(station, () => node.HeartbeatAlive && node.Node.Journal.AcknowledgedThrough > 0);
        Assert.Equal(journal, node.Node.Journal.Identity);
        Assert.Empty(station.City.Gaps());
    }

    [Fact]
    public void A_board_without_settings_says_so_on_its_serial_line_and_its_heartbeat_goes_on()
    {
        using CabinetStation station = new(1, boards: BoardChoice.Own with { Threaded = true });
        StationNode node = station.Nodes[0];
        Assert.Equal(1u, node.Node.Journal.Boot);
        string settings = Path.Combine(node.Board!.Folder.FullName, "I", "settings.bin");
        byte[] deployed = File.ReadAllBytes(settings);
        File.WriteAllBytes(settings, deployed[..^1]);
        node.RestartNow();
        Until(station, () => node.Running!.Line == "SwapEdge board=esp32-olimex refuses=1");
        long beats = node.Heartbeats;
        Until(station, () => node.Heartbeats - beats > 10);
        Assert.All(node.Board.Expanders.SelectMany(chip => chip.Pins), pin => Assert.NotEqual(true, pin.Driven));

        File.WriteAllBytes(settings, deployed);
        node.RestartNow();
        Until(station, () => node.Node.Journal.Boot == 2);
    }

    private static void Until(IStation station, Func<bool> condition)
    {
        long began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "it did not come in time");
            station.Pass();
        }
    }

    private static List<EventKind> Told(Station station, StationNode node) =>
        [.. station.City.Store.Events(node.Path).Select(told => told.Record.Kind)];
}
