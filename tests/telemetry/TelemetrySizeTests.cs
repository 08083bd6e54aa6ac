using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Telemetry;

/// <summary>What telemetry costs, measured on packs that the simulator charges, and how much of it fits.</summary>
public sealed class TelemetrySizeTests(ITestOutputHelper output)
{
    private const int Day = 86_400;

    [Theory]
    [InlineData(1, 900)]
    [InlineData(2, 900)]
    [InlineData(3, 3600)]
    public void A_sample_of_a_charging_pack_takes_at_most_6_bytes(ulong seed, int seconds)
    {
        ChargingBays bays = new(seed, intervalS: 1);
        bays.Run(seconds);
        var packs = bays.Blocks().Where(each => each.Block is { Subject: TelemetrySubject.Pack, Serial: > 0 }).ToList();
        output.WriteLine($"seed {seed}, {seconds} s: {PerSample(packs):0.00} bytes a sample, "
            + $"worst block {packs.Max(each => PerSample([each])):0.00}; station {PerSample(Station(bays)):0.00}");
        Assert.Equal(11, packs.Max(each => each.Block.Samples.Max(
            sample => sample.Qualities.Count(quality => quality == Quality.Valid))));
        Assert.InRange(packs.Count, seconds / 60 * 2 - 2, seconds / 60 * 2);
        Assert.All(packs, each => Assert.Equal(60, each.Block.Samples.Count));
        Assert.All(packs, each => Assert.InRange(PerSample([each]), 1, 6));
    }

    [Fact]
    public void A_day_of_1_Hz_for_two_bays_fits_beside_5000_events_in_3_MB()
    {
        double oneSecond = BytesADay(1);
        double tenSeconds = BytesADay(10);
        NodeSettings settings = new();
        foreach ((string store, double budget) in new (string, double)[]
        {
            ("3 MB (16 MB flash)", settings.TelemetryBytes), ("256 KB (4 MB flash)", 64 * 1024),
            ("a card", 64.0 * 1024 * 1024),
        })
        {
            // The oldest file goes as one when there is no room.
            double fits = budget - Math.Max(4096, budget / TelemetryStore.Files);
            output.WriteLine($"{store}: {budget / 1024:0} KB for telemetry, {fits / oneSecond * 24:0} h at 1 s, "
                + $"{fits / tenSeconds * 24:0} h at 10 s");
        }

        output.WriteLine($"{oneSecond / 1024:0} KB a day at 1 s, {tenSeconds / 1024:0} KB at 10 s");
        Assert.InRange(oneSecond, 1, settings.TelemetryBytes * 63.0 / 64);
        double events = 5000.0 * (EventBytes() + Segment.RecordHead);
        output.WriteLine($"an event of a swap takes {EventBytes():0} bytes, 5000 of them {events / 1024:0} KB");
        Assert.InRange(events, 1, settings.Journal.CapacityBytes - (2 * settings.Journal.SegmentBytes));
        Assert.InRange(settings.Journal.CapacityBytes + settings.TelemetryBytes, 1, 3 * 1024 * 1024 - (16 * 1024));
    }

    private static double BytesADay(int intervalS)
    {
        ChargingBays bays = new(seed: 1, intervalS);
        bays.Run(900);
        return bays.Blocks().Sum(each => each.Length + TelemetryStore.Head) * (double)Day / 900;
    }

    private static double EventBytes()
    {
        using Station station = new(1);
        while (!station.CustomerGone)
        {
            station.Pass();
        }

        byte[] payload = new byte[Journal.RecordRoom];
        return station.Nodes.SelectMany(node => Enumerable.Range(1, (int)node.Node.Journal.LastStored)
            .Select(sequence => node.Node.Journal.Read((ulong)sequence, payload))).Average();
    }

    private static List<(DecodedBlock Block, int Length)> Station(ChargingBays bays) =>
        [.. bays.Blocks().Where(each => each.Block.Subject == TelemetrySubject.Station)];

    private static double PerSample(List<(DecodedBlock Block, int Length)> blocks) =>
        (double)blocks.Sum(each => each.Length) / blocks.Sum(each => each.Block.Samples.Count);
}
