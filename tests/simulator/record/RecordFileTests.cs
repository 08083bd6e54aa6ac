using System.Text;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>Files that are torn, damaged, or of another version.</summary>
public sealed class RecordFileTests : IDisposable
{
    private static readonly Lazy<byte[]> Cabinet = new(() => Recording.Of(Story.Cabinet, 5, BoardChoice.Virtual));
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_torn_record_is_played_up_to_the_tear_wherever_that_is()
    {
        byte[] record = Cabinet.Value;
        Prng random = new(3);
        int first = Recording.Blocks(record)[1];
        long lastMs = 0;
        foreach (int length in Enumerable.Range(0, 40).Select(_ => random.Between(first, record.Length - 1)).Order())
        {
            using RecordReader reader = new(new MemoryStream(record[..length]));
            RecordReplay replay = new(reader);
            replay.Run();
            Assert.Null(replay.Difference);
            Assert.NotNull(reader.Tear);
            Assert.InRange(replay.NowMs, Math.Max(lastMs, 9_000), 60_000);
            lastMs = replay.NowMs;
        }

        Assert.InRange(lastMs, 30_000, 60_000);
    }

    [Fact]
    public void A_run_that_was_broken_off_says_so_and_what_there_is_is_the_same()
    {
        using Station station = new(1);
        using MemoryStream bytes = new();
        using (RunRecorder recorder = new(bytes, new RecordHeader("truck", 1)))
        {
            recorder.Attach(station.Nodes);
            for (int pass = 0; pass < 100; pass++)
            {
                station.Pass();
            }
        }

        File.WriteAllBytes(_file, bytes.ToArray());
        (int exitCode, _, string error) = CliRun.Of("replay", _file);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains("truck, seed 1: 5.000 s of 3 nodes", error, StringComparison.Ordinal);
        Assert.Contains("All the same as far as it goes.", error, StringComparison.Ordinal);
        Assert.EndsWith(
            $"{_file}: the run was broken off: the rest of its run is not in it", error.TrimEnd(),
            StringComparison.Ordinal);
        (_, string output, _) = CliRun.Of("diff", _file, _file);
        Assert.Contains("B: the run was broken off: compared as far as it goes.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_another_build_says_so_in_words_whether_it_is_the_same_or_not()
    {
        const string By = "9.9.9 of abcdef0, Release, code 00000000";
        byte[] same = Recording.Of(Story.Cabinet, 5, BoardChoice.Virtual, By);
        File.WriteAllBytes(_file, same);
        (int exitCode, _, string error) = CliRun.Of("replay", _file);
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.EndsWith(
            $"Another build, the same bits: recorded by {By}; this is {DeskBuild.Name}.", error.TrimEnd(),
            StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+( of [0-9a-f]{7})?, (Debug|Release), code [0-9A-F]{8}$", DeskBuild.Name);

        File.WriteAllBytes(
            _file, Recording.Alter(same, block => Recording.Replace(block, "online"u8, "onlinf"u8)));
        (exitCode, _, error) = CliRun.Of("replay", _file);
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.EndsWith(
            $"  recorded by {By}; this is {DeskBuild.Name}: it may be what was changed between them", error.TrimEnd(),
            StringComparison.Ordinal);

        File.WriteAllBytes(_file, Cabinet.Value);
        Assert.DoesNotContain("build", CliRun.Of("replay", _file).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_byte_that_is_altered_in_a_block_is_damage_with_block_and_place()
    {
        byte[] record = Cabinet.Value;
        List<int> blocks = Recording.Blocks(record);
        Prng random = new(4);
        for (int tried = 0; tried < 80; tried++)
        {
            byte[] damaged = [.. record];
            int at = random.Between(blocks[1], record.Length - 1);
            damaged[at] ^= (byte)(1 << random.Between(0, 7));
            int block = blocks.FindLastIndex(place => place <= at);
            using RecordReader reader = new(new MemoryStream(damaged));
            try
            {
                new RecordReplay(reader).Run();

                // A length that has become greater than the rest of the file is a tear.
                Assert.Equal($"torn at byte {blocks[block]}", reader.Tear);
                Assert.InRange(at - blocks[block], 0, 3);
            }
            catch (RecordDamageException problem)
            {
                Assert.StartsWith(
                    $"block {block + 1} at byte {blocks[block]}: ", problem.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("swapedge-record 2 ", "swapedge-record 3 ",
        "line 1: a record of version 3; this build reads 2, a newer one is needed")]
    [InlineData("swapedge-record 2 ", "swapedge-record 1 ", "line 1: a record of version 1; this build reads 2")]
    [InlineData("swapedge-record 2 ", "swapedge-recorder ", "line 1: not 'swapedge-record VERSION CRC'")]
    [InlineData("\"Seed\":5", "\"Seed\":6", "line 2: the header does not have the checksum that line 1 says")]
    public void A_header_that_is_another_exits_with_2_and_says_line_and_reason(string old, string now, string reason)
    {
        byte[] record = [.. Cabinet.Value];
        Assert.True(Recording.Replace(record, Encoding.ASCII.GetBytes(old), Encoding.ASCII.GetBytes(now)));
        ExpectDamage(record, reason);
    }

    [Fact]
    public void A_record_without_a_second_line_or_with_more_behind_its_end_exits_with_2()
    {
        ExpectDamage(Cabinet.Value[..20], "line 1: does not end");
        ExpectDamage(Cabinet.Value[..60], "line 2: does not end");
        int first = Recording.Blocks(Cabinet.Value)[0];
        ExpectDamage(Cabinet.Value[..(first + 100)], $"there is nothing to play in it: torn at byte {first}");
        byte[] more = [.. Cabinet.Value, .. Recording.Pack([0, 1, (byte)'x'])];
        ExpectDamage(more, "there is more behind the end");
    }

    [Fact]
    public void A_record_of_a_build_with_other_inputs_exits_with_2_and_names_one()
    {
        byte[] other = Recording.Alter(
            Cabinet.Value, block => Recording.Replace(block, "cabinet.UserPresent"u8, "cabinet.UserPresenz"u8));
        ExpectDamage(
            other,
            "cabinet-1 at 0.050 s (start 1, start): it does not have 'cabinet.UserPresent': "
                + "it was recorded by another build");
    }

    [Fact]
    public void A_node_that_is_not_there_exits_with_2_and_those_that_are_there_are_named()
    {
        File.WriteAllBytes(_file, Cabinet.Value);
        (int exitCode, _, string error) = CliRun.Of("replay", _file, "--node", "lane-9");
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains("no node 'lane-9': there are cabinet-1", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_captures_and_of_records_are_refused_for_the_other()
    {
        File.WriteAllBytes(_file, Cabinet.Value);
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("replay", _file, "--bench").ExitCode);
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("replay", _file, "--bus", "pack").ExitCode);
        Assert.Equal(
            (ExitCode.WrongInput, "swapsim replay: --until: '90' has no unit; a duration such as '90 s' is expected "
                + "(ms, s, min, h, d)"),
            (CliRun.Of("replay", _file, "--until", "soon").ExitCode,
                CliRun.Of("replay", _file, "--until", "90").Error.TrimEnd()));
        File.WriteAllText(_file, "(0000000000.000000) can0 182756F4#A510\n");
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("replay", _file, "--trace").ExitCode);
        Assert.Equal(ExitCode.Passed, CliRun.Of("replay", _file).ExitCode);
    }

    [Fact]
    public void One_node_up_to_a_time_is_played_with_the_steps_of_its_swap()
    {
        File.WriteAllBytes(_file, Recording.Of(Story.Car, 5, BoardChoice.Virtual));
        (int exitCode, string output, string error) =
            CliRun.Of("replay", _file, "--node", "lane-1", "--until", "2 min", "--trace");
        Assert.Equal(ExitCode.Passed, exitCode);
        string[] lines = output.TrimEnd().Split('\n');
        Assert.StartsWith("lane-1 1 t=50 Idle entered=50 fault=None ", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Matches(@"^lane-1 1 t=(\d{1,5}|1[01]\d{4}|120000) ", line));
        Assert.Contains(lines, line => line.Contains(" Gripping fault=None", StringComparison.Ordinal));
        Assert.Contains("120.000 s of 1 nodes", error, StringComparison.Ordinal);
    }

    private void ExpectDamage(byte[] record, string reason)
    {
        File.WriteAllBytes(_file, record);
        (int exitCode, string output, string error) = CliRun.Of("replay", _file);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Empty(output);
        Assert.StartsWith($"swapsim replay: {_file}: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }
}
