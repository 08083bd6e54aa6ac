using System.Diagnostics;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>What a record costs: bytes, and time beside that of the run.</summary>
public sealed class RecordCostTests(ITestOutputHelper output)
{
    /// <summary>Ten for figures that are to be believed.</summary>
    private const int Rounds = 2;

    [Theory]
    [InlineData("virtual")]
    [InlineData("own")]
    public void A_truck_s_swap_takes_less_than_150_kB_a_minute(string name)
    {
        BoardChoice boards = BoardChoice.All.First(one => one.Name == name);
        double minutes = 0;
        byte[] record = [];
        double[] best = [double.MaxValue, double.MaxValue, double.MaxValue];
        for (int round = 0; round < Rounds; round++)
        {
            Take(ref best[0], () =>
            {
                using IStation station = Story.Truck.Open(5, boards);
                minutes = Demonstration.Run(station).VirtualMs / 60_000.0;
            });
            Take(ref best[1], () => record = Recording.Of(Story.Truck, 5, boards));
            Take(ref best[2], () => Assert.Null(Recording.Play(record).Difference));
        }

        (double bare, double recorded, double replayed) = (best[0], best[1], best[2]);
        output.WriteLine($"{name}: {minutes:0.0} min, {record.Length} bytes, {record.Length / minutes / 1000:0.0} kB a "
            + $"minute; run {bare:0.00} s, recorded {recorded:0.00} s ({recorded / bare:0.00}), replayed "
            + $"{replayed:0.00} s ({minutes * 60 / replayed:0} times real time)");
        Assert.InRange(record.Length / minutes, 10_000, 150_000);
    }

    /// <summary>The least of all rounds: others work on the same machine.</summary>
    private static void Take(ref double bestS, Action run)
    {
        long began = Stopwatch.GetTimestamp();
        run();
        bestS = Math.Min(bestS, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}
