using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>
/// The boards' own drivers run here with all that the device's library is in stand-ins: a driver that allocates in
/// every pass, or every time its thread runs, does so here too. What only the device's library allocates is in
/// boards/README.md.
/// </summary>
public sealed class BoardAllocationTests
{
    private const int Rounds = 40;
    private const int Passes = 10;

    [Fact]
    public void A_lane_and_bays_that_charge_allocate_nothing_through_their_boards()
    {
        using Station station = new(1, boards: BoardChoice.Own);
        Pass(station, () => station.NowMs > 12_000);
        AssertNothing(station, station.World.Step);
    }

    [Fact]
    public void A_lane_that_grips_a_pack_while_its_bus_is_busy_allocates_nothing_through_its_board()
    {
        using Station station = new(1, boards: BoardChoice.Own);
        Pass(station, () => station.Phase == Phase.Gripping);
        long heard = station.World.SwapBus.Carried;
        AssertNothing(station, station.World.Step);
        Assert.InRange(station.World.SwapBus.Carried - heard, 1_000, long.MaxValue);
    }

    [Fact]
    public void A_cabinet_that_asks_its_packs_allocates_nothing_through_its_board()
    {
        using CabinetStation station = new(1, boards: BoardChoice.Own);
        Pass(station, () => station.NowMs > 5_000);
        AssertNothing(station, () => station.World.Step(World.StepMs));
    }

    private static void Pass(IStation station, Func<bool> until)
    {
        while (!until())
        {
            station.Pass();
        }
    }

    /// <summary>
    /// What is allocated now and then, for an event, a publish or a block, is not in every round of half a second.
    /// </summary>
    private static void AssertNothing(IStation station, Action step)
    {
        Counted[] least = [.. station.Nodes.Select(node => new Counted(node))];
        for (int round = 0; round < Rounds; round++)
        {
            Counted[] now = [.. station.Nodes.Select(node => new Counted(node))];
            for (int i = 0; i < Passes * Station.PassMs / World.StepMs; i++)
            {
                step();
                Array.ForEach(now, node => node.Step(station.NowMs));
            }

            least = [.. least.Zip(now, (one, other) => one.Least(other))];
        }

        Assert.All(least, node => Assert.Equal((node.Name, 0, 0), (node.Name, node.InPasses, node.InThreads)));
    }

    private sealed class Counted(StationNode node)
    {
        public string Name => node.Name;

        public long InPasses { get; private set; } = long.MaxValue;

        public long InThreads { get; private set; } = long.MaxValue;

        public Counted Least(Counted other) => new(node)
        {
            InPasses = Math.Min(InPasses, other.InPasses),
            InThreads = Math.Min(InThreads, other.InThreads),
        };

        /// <summary>After a step of the world: the threads at their ticks, and the pass when it is due.</summary>
        public void Step(long nowMs)
        {
            WiredNode board = node.Board!;
            board.PumpEveryMs = int.MaxValue;
            board.Advance(nowMs);
            if (nowMs % WiredNode.TickMs == 0)
            {
                InThreads = Sum(InThreads, () => board.Pump(nowMs));
            }

            if (nowMs % Station.PassMs == 0)
            {
                node.Clock.Advance(nowMs);
                board.Sense(nowMs);
                InPasses = Sum(InPasses, () => node.Program!.Pass(nowMs));
                board.Drive();
            }
        }

        private static long Sum(long soFar, Action work)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return soFar == long.MaxValue ? allocated : soFar + allocated;
        }
    }
}
