using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class PowerCutTests
{
    [Fact]
    public void Power_cut_at_every_write_loses_invents_and_accuses_nothing()
    {
        CutTally tally = PowerCut.Run(first: 101, cuts: 5_000);
        Assert.True(tally.Passed, tally.First);
        Assert.True(tally.Cuts >= 5_000);
        Assert.True(tally.Reordered > 1_000, $"{tally.Reordered} reordered");
        Assert.True(tally.Changes > 100, $"{tally.Changes} changes");
        Assert.True(tally.Deleted > 20, $"{tally.Deleted} deleted");
        Assert.True(tally.Restarts > 20, $"{tally.Restarts} restarts");
    }

    [Fact]
    public void A_reader_that_believes_any_checksum_reads_events_that_never_were()
    {
        CutTally tally = PowerCut.Run(1, 1_500, medium => new BelievingStore(medium));
        Assert.True(tally.Invented > 0);
        Assert.False(tally.Passed);
    }

    [Fact]
    public void A_medium_that_says_stored_too_early_loses_events_and_forgets_changes()
    {
        CutTally tally = PowerCut.Run(1, 3_000, lies: true);
        Assert.True(tally.Lost > 0);
        Assert.True(tally.Forgotten > 0);
    }

    [Theory]
    [InlineData("settings-", 801)]
    [InlineData("key-", 46)]
    [InlineData("command-", 39)]
    [InlineData("latch-", 71)]
    [InlineData("bays-", 36)]
    public void A_reader_that_believes_a_small_record_in_pieces_finds_what_never_was(string prefix, int entry)
    {
        CutTally tally = PowerCut.Run(1, 5_000, medium => new PiecingStore(medium, prefix, entry));
        Assert.True(tally.Mixed + tally.Forgotten > 0);
        Assert.Contains("seed ", tally.First, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_overlooks_the_newest_segment_gives_numbers_out_again()
    {
        CutTally tally = PowerCut.Run(1, 1_500, medium => new BlindStore(medium));
        Assert.True(tally.OutOfOrder > 0);
        Assert.StartsWith("seed 1, write ", tally.First, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_is_the_same_life()
    {
        CutTally first = PowerCut.Run(7, 600);
        CutTally second = PowerCut.Run(7, 600);
        Assert.Equal((first.Cuts, first.Events, first.Reordered), (second.Cuts, second.Events, second.Reordered));
    }

    [Fact]
    public void The_command_prints_what_was_found_and_exits_with_0()
    {
        (int exitCode, string output, _) = CliRun.Of("powercut", "--cuts", "300");
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.Contains("\nlost 0, invented 0, out of order 0, forgotten 0, mixed 0, accused 0.", output,
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongInput, CliRun.Of("powercut", "--cuts", "0").ExitCode);
    }

    /// <summary>Puts a checksum that fits over whatever is read where a record may be.</summary>
    private sealed class BelievingStore(CutMedium medium) : IStore
    {
        public StoreResult Append(string name, byte[] data, int offset, int length) =>
            medium.Append(name, data, offset, length);

        public int Length(string name) => medium.Length(name);

        public int Read(string name, int position, byte[] into, int offset, int count)
        {
            int got = medium.Read(name, position, into, offset, count);
            int length = got > Segment.RecordHead ? Bytes.ReadUInt16(into, offset) : 0;
            if (position >= Segment.HeaderLength && length > 0 && length <= got - Segment.RecordHead)
            {
                uint crc = Crc32.Compute(into, offset, 2);
                Bytes.WriteUInt32(into, offset + 2, Crc32.Extend(crc, into, offset + 6, 4 + length));
            }

            return got;
        }

        public bool Delete(string name) => medium.Delete(name);

        public string[] List() => medium.List();
    }

    /// <summary>Puts a checksum that fits under every entry of one kind of small record.</summary>
    private sealed class PiecingStore(CutMedium medium, string prefix, int entry) : IStore
    {
        public StoreResult Append(string name, byte[] data, int offset, int length) =>
            medium.Append(name, data, offset, length);

        public int Length(string name) => medium.Length(name);

        public int Read(string name, int position, byte[] into, int offset, int count)
        {
            int got = medium.Read(name, position, into, offset, count);
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                Assert.Equal(entry, count);
                Bytes.WriteUInt32(into, offset + count - 4, Crc32.Compute(into, offset, count - 4));
            }

            return got;
        }

        public bool Delete(string name) => medium.Delete(name);

        public string[] List() => medium.List();
    }

    private sealed class BlindStore(CutMedium medium) : IStore
    {
        public StoreResult Append(string name, byte[] data, int offset, int length) =>
            medium.Append(name, data, offset, length);

        public int Length(string name) => medium.Length(name);

        public int Read(string name, int position, byte[] into, int offset, int count) =>
            medium.Read(name, position, into, offset, count);

        public bool Delete(string name) => medium.Delete(name);

        public string[] List()
        {
            string[] names = [.. medium.List().OrderBy(Segment.Number)];
            return names.Length > 3 ? names[..^1] : names;
        }
    }
}
