using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Captures;

/// <summary>The link of a whole station with its nodes, around what a truck sets off.</summary>
internal static class StationLinkCaptures
{
    /// <summary>From the first request for a bay: reserved, granted, released.</summary>
    public static TrafficLog LaneReservesBays()
    {
        TrafficLog log = Recorded(130_000);
        long firstMs = log.First("18FF51").TimeMs;
        return log.Between(firstMs - 1_000, firstMs + 15_000);
    }

    /// <summary>The second bay node is not heard after two seconds.</summary>
    public static TrafficLog BayNodeFallsSilent() => Recorded(12_000).Between(4_000, 12_000)
        .Without(static entry => entry.TimeMs > 6_000 && entry.Text[6..8].Equals("92", StringComparison.Ordinal));

    /// <summary>Frames of 7 bytes are none.</summary>
    public static TrafficLog ShortFrames()
    {
        TrafficLog log = Recorded(8_000).Between(4_000, 8_000);
        foreach (long fromMs in new long[] { 5_000, 6_000, 7_000 })
        {
            TrafficLog.Entry status = log.First("18FF5091#", fromMs);
            log.Replace(status, status.Text[..^2]);
        }

        return log;
    }

    private static TrafficLog Recorded(long untilMs)
    {
        TrafficLog log = new();
        using Station station = new(1);
        station.World.StationLink.Tapped = frame => log.Add(frame.TimeMs, frame);
        while (station.World.NowMs < untilMs)
        {
            station.Pass();
        }

        return log;
    }
}
