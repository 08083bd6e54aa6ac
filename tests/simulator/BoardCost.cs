using System.Diagnostics;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using static System.FormattableString;

namespace SwapEdge.Tests.Simulator;

/// <summary>What the nodes of a station cost on the desk: in a pass, and in the threads of their boards.</summary>
internal sealed class BoardCost
{
    private const int Rounds = 5;
    private const int Passes = 200;

    private long _passTicks;
    private long _pumpTicks;
    private long _passBytes;
    private long _pumpBytes;

    /// <summary>The least of some rounds, a line a node.</summary>
    public static string Of(Station station)
    {
        long frames = station.World.SwapBus.Carried;
        long charging = station.World.Bays[2].Bus.Carried + station.World.Bays[3].Bus.Carried;
        Queue<CanFrame> heard = new();
        station.World.SwapBus.Tapped = frame => Keep(heard, frame);
        WireEnd talker = station.World.SwapBus.Connect("copies", 0);
        BoardCost[] least = [.. station.Nodes.Select(_ => new BoardCost { _passTicks = long.MaxValue })];
        for (int round = 0; round < Rounds; round++)
        {
            BoardCost[] now = Round(station, talker, heard);
            least = [.. least.Zip(now, (one, other) => one._passTicks < other._passTicks ? one : other)];
        }

        foreach (StationNode node in station.Nodes)
        {
            node.Board?.PumpEveryMs = WiredNode.TickMs;
        }

        station.World.SwapBus.Tapped = null;
        const int Seconds = Rounds * Passes * Station.PassMs / 1000;
        frames = (station.World.SwapBus.Carried - frames) / Seconds;
        charging = (station.World.Bays[2].Bus.Carried + station.World.Bays[3].Bus.Carried - charging) / Seconds;
        return Invariant($"{frames} frames/s on the swap bus, {charging} on the chargers' of bays-2; ")
            + string.Join("; ", least.Zip(station.Nodes, (cost, node) => Invariant(
            $"{node.Name} pass {Ns(cost._passTicks)} ns, {cost._passBytes / Passes} bytes, ")
            + Invariant($"threads {Ns(cost._pumpTicks)} ns, {cost._pumpBytes / Passes} bytes")));
    }

    private static BoardCost[] Round(Station station, WireEnd talker, Queue<CanFrame> heard)
    {
        BoardCost[] costs = [.. station.Nodes.Select(_ => new BoardCost())];
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int step = 0; step < Station.PassMs / World.StepMs; step++)
            {
                station.World.Step();
                Repeat(talker, heard);
                for (int i = 0; i < costs.Length; i++)
                {
                    if (station.Nodes[i].Board is { } board)
                    {
                        board.PumpEveryMs = int.MaxValue;
                        board.Advance(station.World.NowMs);
                        costs[i].Pump(board, station.World.NowMs);
                    }
                }
            }

            for (int i = 0; i < costs.Length; i++)
            {
                costs[i].Pass(station.Nodes[i], station.World.NowMs);
            }
        }

        return costs;
    }

    /// <summary>Two frames in 5 ms make 400 a second, copies of what is said beside them.</summary>
    private static void Repeat(WireEnd talker, Queue<CanFrame> heard)
    {
        for (int i = 0; i < 2 && heard.TryDequeue(out CanFrame? frame); i++)
        {
            talker.Send(frame);
            heard.Enqueue(frame);
        }
    }

    private static void Keep(Queue<CanFrame> heard, CanFrame frame)
    {
        if (heard.Count < 8)
        {
            CanFrame copy = new();
            copy.CopyFrom(frame);
            heard.Enqueue(copy);
        }
    }

    private void Pump(WiredNode board, long nowMs)
    {
        if (nowMs % WiredNode.TickMs == 0)
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            long began = Stopwatch.GetTimestamp();
            board.Pump(nowMs);
            _pumpTicks += Stopwatch.GetTimestamp() - began;
            _pumpBytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
        }
    }

    private void Pass(StationNode node, long nowMs)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long began = Stopwatch.GetTimestamp();
        node.Pass(nowMs);
        _passTicks += Stopwatch.GetTimestamp() - began;
        _passBytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
    }

    private static long Ns(long ticks) => (long)(ticks * 1e9 / Stopwatch.Frequency / Passes);
}
