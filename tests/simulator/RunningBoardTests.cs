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
            Assert.All(station.Nodes, node => Assert.Equal(TimeQuality.Sntp, node.Node.Uplink.Clock.UtcQuality));
            Assert.Equal(0, station.City.Conflicts + station.City.Refused);
        }

        Assert.All(boards, board => Assert.Equal(0, board.Threads));
    }

    private static void Until(Station station, Func<bool> condition)
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
