using System.Globalization;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;
using SwapEdge.Tests.Mqtt;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.City;

/// <summary><c>swapsim city --import</c> of the files of a device.</summary>
public sealed class HistoryImportTests : IDisposable
{
    private const string Node = "linfen/station-1/lane-1";

    private readonly byte[] _key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private readonly TemporaryFolder _folder = new();
    private readonly CutMedium _medium = new();
    private readonly Journal _journal;

    public HistoryImportTests()
    {
        _journal = new Journal(_medium, new HmacMac(_key), new JournalSettings());
        _journal.Open(new SeededRandom(new Prng(1)));
        Add(5);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_history_comes_in_once_and_what_is_new_of_it_later()
    {
        string journal = _journal.Identity.ToString("x16", CultureInfo.InvariantCulture);
        Assert.Equal((ExitCode.Passed, Line(journal, 5, 0, 0, 0, 5)), Import());
        Assert.Equal((ExitCode.Passed, Line(journal, 0, 5, 0, 0, 5)), Import());
        Add(3);
        Assert.Equal((ExitCode.Passed, Line(journal, 3, 5, 0, 0, 8)), Import());
        using CityStore store = new(_folder.PathOf("city.sqlite"));
        Assert.Equal(8, store.Events(Node).Count);
        Assert.Empty(store.Gaps());
    }

    [Fact]
    public void A_node_that_comes_back_after_its_long_history_was_imported_is_freed_of_it()
    {
        Add(1195);
        Assert.Equal(ExitCode.Passed, Import().ExitCode);
        using CityStore store = new(_folder.PathOf("city.sqlite"));
        ulong stored = store.Through(_journal.Identity);
        UplinkRig rig = new(_journal, _key);
        for (int i = 0; i < 3; i++)
        {
            rig.Run(20_000);
            rig.CityStored(stored);
            rig.Run(50);
        }

        Assert.Equal((1200ul, 1200ul), (stored, _journal.AcknowledgedThrough));
    }

    [Fact]
    public void What_the_chain_does_not_vouch_for_stays_outside_and_is_told()
    {
        byte[] file = _medium.Files["ev-1"];
        int record = Segment.HeaderLength;
        record += Segment.RecordHead + Bytes.ReadUInt16(file, record);
        int length = Bytes.ReadUInt16(file, record);
        file[record + Segment.RecordHead + length - 1] ^= 1;
        uint crc = Crc32.Compute(file, record, 2);
        Bytes.WriteUInt32(file, record + 2, Crc32.Extend(crc, file, record + 6, 4 + length));
        (int exitCode, string output) = Import();
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains("wrong  segment 1: record 2 is not what this device wrote", output, StringComparison.Ordinal);
        Assert.Contains("new 1, known 0, refused 0, not vouched for 4, stored through 1", output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_that_was_cut_off_shows_against_what_the_city_has()
    {
        Import();
        foreach (string name in _medium.Files.Keys.ToArray())
        {
            _medium.Delete(name);
        }

        Journal other = new(_medium, new HmacMac(_key), new JournalSettings());
        other.Open(new SeededRandom(new Prng(1)));
        Assert.Equal(_journal.Identity, other.Identity);
        Assert.True(other.Add(Record(1)));
        Assert.True(other.Commit());
        (int exitCode, string output) = Import();
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains("it ends with 1, but the city has stored 5", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--import", "DIR")]
    [InlineData("--import", "DIR", "--node", "linfen/station-1/nobody")]
    [InlineData("--import", "nowhere", "--node", Node)]
    [InlineData("--import", "DIR", "--node", Node, "--broker", "mqtt://localhost")]
    public void What_cannot_be_imported_is_told_and_exits_with_2(params string[] args)
    {
        string folder = Write();
        (int exitCode, _, string error) = CliRun.Of(
            ["city", "--nodes", Nodes(), .. args.Select(each => each == "DIR" ? folder : each)]);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.StartsWith("swapsim", error, StringComparison.Ordinal);
    }

    private static string Line(string journal, int stored, int known, int refused, int not, int through) =>
        $"{Node}  journal {journal}  new {stored}, known {known}, refused {refused}, not vouched for {not}, "
        + $"stored through {through}{Environment.NewLine}";

    private static EventRecord Record(long uptimeMs) => new()
    {
        Kind = EventKind.Audit, Boot = 1, UptimeMs = uptimeMs,
    };

    private void Add(int events)
    {
        for (int i = 0; i < events; i++)
        {
            Assert.True(_journal.Add(Record(1000 + i)));
            Assert.True(_journal.Commit());
        }
    }

    private (int ExitCode, string Output) Import()
    {
        (int exitCode, string output, string error) = CliRun.Of(
            "city", "--import", Write(), "--node", Node, "--nodes", Nodes(), "--store",
            _folder.PathOf("city.sqlite"));
        Assert.Equal("", error);
        return (exitCode, output);
    }

    private string Nodes() => _folder.Write("nodes", $"{Node} {Convert.ToHexString(_key)}");

    private string Write()
    {
        string folder = _folder.PathOf("card");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach ((string name, byte[] bytes) in _medium.Files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        return folder;
    }
}
