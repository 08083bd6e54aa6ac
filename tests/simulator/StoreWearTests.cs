using System.Globalization;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;
using static System.FormattableString;

namespace SwapEdge.Tests.Simulator;

/// <summary>
/// What a swap writes, measured in the simulated truck station, and that the page on it says every byte. The table in
/// SPEC.md may be a quarter off before it must be written again, with UPDATE_DOCS=1.
/// </summary>
public sealed class StoreWearTests(ITestOutputHelper output)
{
    private const int SwapsADay = 480;
    private const int HoursAfter = 1;
    private const ulong Seed = 1;

    // Payloads of the small records, as the page has them.
    private static readonly Dictionary<string, int> SmallRecords = new(StringComparer.Ordinal)
    {
        ["mark"] = 20, ["tmark"] = 20, ["time"] = 13, ["latch"] = 59, ["command"] = 27, ["bays"] = 24,
    };

    [Fact]
    public void What_a_swap_writes_is_on_the_page_and_every_file_is_as_the_page_says()
    {
        using Station station = new(Seed);
        station.Pass();
        Run(station, 10_000);
        (long Events, long Bytes, long Appends)[] before = [.. station.Nodes.Select(Written)];
        while (!station.CustomerGone)
        {
            station.Pass();
        }

        Run(station, HoursAfter * 3_600_000);
        (long Events, long Bytes, long Appends)[] swap =
        [
            .. station.Nodes.Select(Written).Zip(before, (after, start) =>
                (after.Events - start.Events, after.Bytes - start.Bytes, after.Appends - start.Appends)),
        ];
        Assert.All(station.Nodes, AssertAsSpecified);
        CheckPage(Table(swap, station.Nodes));
    }

    [Fact]
    public void The_example_of_the_checksum_is_right() =>
        Assert.Equal(0xCBF43926, SpecBytes.Crc("123456789"u8));

    [Fact]
    public void The_latch_is_as_the_page_says()
    {
        LaneRig rig = new();
        rig.Node.TakeOutOfService(Issuer.City, 77, rig.NowMs);
        rig.Pass(5);
        byte[] payload = Assert.NotNull(
            SpecBytes.Newest([.. rig.Store.Files["latch-0"]], SmallRecords["latch"])).Payload;
        Assert.Equal(2, payload[0]);
        ReadOnlySpan<byte> city = payload.AsSpan(1 + 29);
        Assert.Equal(77ul, SpecBytes.Number64(city));
        Assert.Equal(rig.Clock.UtcMs, (long)SpecBytes.Number64(city[8..]));
        Assert.Equal(((byte)TimeQuality.Sntp, rig.Node.Journal.Boot), (city[16], SpecBytes.Number32(city[17..])));
    }

    private static void Run(Station station, long milliseconds)
    {
        long endMs = station.NowMs + milliseconds;
        while (station.NowMs < endMs)
        {
            station.Pass();
        }
    }

    private static (long Events, long Bytes, long Appends) Written(StationNode node) =>
        ((long)node.Node.Journal.LastStored, node.Store.Used - Telemetry(node),
            node.Store.Commits - node.Store.CommitsTo("tm"));

    private static long Telemetry(StationNode node) => node.Store.List()
        .Where(name => name.StartsWith("tm", StringComparison.Ordinal)).Sum(name => node.Store.Length(name));

    private static Dictionary<string, byte[]> Files(StationNode node) => node.Store.List().ToDictionary(
        name => name,
        name =>
        {
            byte[] file = new byte[node.Store.Length(name)];
            Assert.Equal(file.Length, node.Store.Read(name, 0, file, 0, file.Length));
            return file;
        },
        StringComparer.Ordinal);

    private static void AssertAsSpecified(StationNode node)
    {
        Dictionary<string, byte[]> files = Files(node);
        byte[] key = NodeKeys.Derive(Seed, node.Path);
        JournalHistory history = JournalHistory.Read(files, key, node.Node.Journal.LastStored);
        Assert.Empty(history.Findings);
        Assert.Empty(history.Notes);
        Assert.Equal(node.Node.Journal.Identity, history.Journal);
        Assert.Equal(node.Node.Journal.LastStored, history.Records[^1].Sequence);
        foreach ((string name, byte[] file) in files.Where(file => Segment.Number(file.Key) < 0))
        {
            if (name.StartsWith("tm-", StringComparison.Ordinal))
            {
                AssertBlocks(file);
                continue;
            }

            string kind = name[..^2];
            Assert.True(SmallRecords.TryGetValue(kind, out int length), $"{name} is not on the page");
            Assert.Equal(0, file.Length % (8 + length + 4));
            AssertSays(kind, Assert.NotNull(SpecBytes.Newest(file, length)).Payload, node.Node.Journal);
        }
    }

    private static void AssertSays(string kind, byte[] payload, Journal journal)
    {
        if (kind == "mark")
        {
            Assert.Equal(journal.Identity, SpecBytes.Number64(payload));
            Assert.InRange(SpecBytes.Number64(payload.AsSpan(8)), 1ul, journal.LastStored);
            Assert.Equal(0u, SpecBytes.Number32(payload.AsSpan(16)));
        }
        else if (kind == "bays")
        {
            Assert.All(Enumerable.Range(0, 2), bay => Assert.InRange(payload[(bay * 3) + 1], (byte)8, (byte)15));
        }
        else if (kind == "time")
        {
            Assert.Equal(journal.Boot, SpecBytes.Number32(payload));
            Assert.Equal((byte)TimeQuality.Sntp, payload[4]);
            Assert.InRange((long)SpecBytes.Number64(payload.AsSpan(5)), 1_780_000_000_000, 1_790_000_000_000);
        }
    }

    private static void AssertBlocks(byte[] file)
    {
        int at = 0;
        while (at < file.Length)
        {
            int length = file[at] | (file[at + 1] << 8);
            Assert.Equal(SpecBytes.Crc(file.AsSpan(at + 6, length)), SpecBytes.Number32(file.AsSpan(at + 2)));
            Assert.NotNull(DecodedBlock.Of(file.AsSpan(at + 6, length)));
            at += 6 + length;
        }

        Assert.Equal(file.Length, at);
    }

    private static string Table((long Events, long Bytes, long Appends)[] swap, IReadOnlyList<StationNode> nodes)
    {
        (double Events, double Bytes, double Appends) lane = swap[0];
        (double Events, double Bytes, double Appends) bays = (
            swap.Skip(1).Average(node => node.Events), swap.Skip(1).Average(node => node.Bytes),
            swap.Skip(1).Average(node => node.Appends));
        double[] mean = [MeanOf(nodes.Take(1)), MeanOf(nodes.Skip(1))];
        int segment = new JournalSettings().SegmentBytes;
        double days = nodes[0].Heartbeats * Station.PassMs / 86_400_000.0;
        List<string> rows =
        [
            "| | lane node | bay node |", "|---|--:|--:|",
            Row("events a swap", lane.Events, bays.Events),
            Row("bytes an event, with its head", mean[0], mean[1]),
            Row("appends a swap, small records included", lane.Appends, bays.Appends),
            Row("bytes a swap, small records included", lane.Bytes, bays.Bytes),
            Row("kilobytes a day", lane.Bytes * SwapsADay / 1000, bays.Bytes * SwapsADay / 1000),
            Row("appends a day", lane.Appends * SwapsADay, bays.Appends * SwapsADay),
            Row("segments closed a day",
                lane.Events * mean[0] * SwapsADay / segment, bays.Events * mean[1] * SwapsADay / segment),
        ];
        rows.Add(Row("kilobytes of telemetry a day, a sample in 10 s", Telemetry(nodes[0]) / days / 1000,
            nodes.Skip(1).Average(Telemetry) / days / 1000));
        rows.Add(Row("appends of telemetry a day", nodes[0].Store.CommitsTo("tm") / days,
            nodes.Skip(1).Average(node => node.Store.CommitsTo("tm")) / days));
        foreach ((string name, double bytes) in
            new[] { ("256 KB", 262_144.0), ("3 MB", 3_145_728.0), ("1 GB of a card", 1e9) })
        {
            double room = bytes * (segment - 64.0) / segment;
            rows.Add(Row($"events that fit in {name}", room / mean[0], room / mean[1]));
        }

        return string.Join('\n', rows) + "\n";
    }

    private static double MeanOf(IEnumerable<StationNode> nodes)
    {
        (double bytes, double events) = (0, 0);
        foreach (StationNode node in nodes)
        {
            string[] segments = [.. node.Store.List().Where(name => Segment.Number(name) >= 0)];
            bytes += segments.Sum(name => node.Store.Length(name) - 64);
            events += node.Node.Journal.LastStored;
        }

        return bytes / events;
    }

    private static string Row(string name, double lane, double bay) =>
        Invariant($"| {name} | {lane:#,0} | {bay:#,0} |");

    private void CheckPage(string table)
    {
        output.WriteLine(table);
        string path = Path.Combine(Repository.Root, "firmware", "journal", "SPEC.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int start = page.IndexOf("<!-- wear -->\n", StringComparison.Ordinal) + "<!-- wear -->\n".Length;
        int end = page.IndexOf("<!-- /wear -->", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, string.Concat(page.AsSpan(0, start), table, page.AsSpan(end)));
            return;
        }

        string[] said = page[start..end].Split('\n');
        string[] measured = table.Split('\n');
        Assert.Equal(measured.Length, said.Length);
        for (int row = 2; row < measured.Length - 1; row++)
        {
            double[] now = Numbers(measured[row]);
            double[] then = Numbers(said[row]);
            Assert.True(now.Zip(then).All(pair => Math.Abs(pair.First - pair.Second) <= Math.Max(3, pair.Second / 4)),
                $"SPEC.md says{said[row]}, measured:{measured[row]}; write it again with UPDATE_DOCS=1");
        }
    }

    private static double[] Numbers(string row) =>
        [.. row.Split('|')[2..4].Select(cell => double.Parse(cell, NumberStyles.Any, CultureInfo.InvariantCulture))];
}
