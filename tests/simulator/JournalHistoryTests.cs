using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;

namespace SwapEdge.Tests.Simulator;

/// <summary>What somebody without the key does to a history is found; what power cuts do is not taken for it.</summary>
public sealed class JournalHistoryTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private static readonly JournalSettings Sizes = new()
    {
        CapacityBytes = 20_000, SegmentBytes = 500, PendingBytes = 1_000, Segments = 32,
    };

    private readonly TornStore _store = new();
    private readonly Dictionary<string, byte[]> _files;

    public JournalHistoryTests()
    {
        Journal journal = Open();
        Store(journal, 60);
        _files = Copy();
    }

    [Fact]
    public void A_history_that_nobody_touched_is_vouched_for_to_the_last_record()
    {
        JournalHistory history = Read();
        Assert.Empty(history.Findings);
        Assert.Empty(history.Notes);
        Assert.True(history.Segments > 4);
        Assert.Equal(Enumerable.Range(1, 60), history.Records.Select(record => (int)record.Sequence));
        Assert.All(history.Records, record => Assert.True(record.VouchedFor));
        EventRecord read = new();
        HistoryRecord last = history.Records[^1];
        Assert.Equal(DecodeResult.Ok, EventCodec.Decode(last.Payload.ToArray(), 0, last.Payload.Length, read));
        Assert.Equal(60, read.UptimeMs);
    }

    [Fact]
    public void Without_the_key_of_the_node_nothing_is_vouched_for()
    {
        JournalHistory history = JournalHistory.Read(_files, new byte[32]);
        Assert.Contains(history.Findings, finding => finding.Flaw == HistoryFlaw.HeaderForged);
        Assert.All(history.Records, record => Assert.False(record.VouchedFor));
    }

    [Fact]
    public void A_flipped_bit_is_found_wherever_it_is_and_in_the_segment_where_it_is()
    {
        foreach ((string name, byte[] file) in Copy())
        {
            for (int at = 0; at < file.Length; at++)
            {
                byte[] changed = [.. file];
                changed[at] ^= 4;
                _files[name] = changed;
                JournalHistory history = Read(stored: 60);
                int segment = Segment.Number(name);
                Assert.True(history.Findings.Count > 0, $"{name}, byte {at}");
                Assert.All(history.Findings, finding => Assert.InRange(finding.Segment, segment, segment + 1));
            }

            _files[name] = file;
        }
    }

    [Fact]
    public void A_record_that_is_changed_with_a_right_checksum_is_found_by_its_sequence()
    {
        Change("ev-3", 2, payload => payload[^1] ^= 1);
        HistoryFinding finding = Read().Findings[0];
        Assert.Equal((HistoryFlaw.RecordForged, 3), (finding.Flaw, finding.Segment));
        Assert.Equal(SequenceOf("ev-3", 2), finding.Sequence);
    }

    [Fact]
    public void A_segment_that_is_removed_is_found_by_its_number()
    {
        _files.Remove("ev-3");
        HistoryFinding finding = Assert.Single(Read().Findings);
        Assert.Equal((HistoryFlaw.SegmentMissing, 4), (finding.Flaw, finding.Segment));
        Assert.Contains("segment 3 is missing", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_that_are_numbered_anew_to_hide_a_missing_one_are_forged()
    {
        _files["ev-3"] = Renumbered(_files["ev-4"], 3);
        _files.Remove("ev-4");
        Assert.Contains(Read().Findings, finding => (finding.Flaw, finding.Segment) == (HistoryFlaw.HeaderForged, 3));
    }

    [Fact]
    public void Two_segments_that_are_swapped_are_found_both()
    {
        (_files["ev-2"], _files["ev-3"]) = (_files["ev-3"], _files["ev-2"]);
        Assert.Equal(
            [(HistoryFlaw.Misplaced, 2), (HistoryFlaw.Misplaced, 3)],
            Read().Findings.Select(finding => (finding.Flaw, finding.Segment)));
    }

    [Fact]
    public void A_record_that_is_put_in_with_a_right_checksum_is_found_and_those_behind_it_are_vouched_for()
    {
        byte[] file = _files["ev-3"];
        (int at, int length) = Place(file, 2);
        byte[] record = file[at..(at + length)];
        Seal(record);
        _files["ev-3"] = [.. file[..at], .. record, .. file[at..]];
        JournalHistory history = Read();
        HistoryFinding finding = history.Findings[0];
        Assert.Equal((HistoryFlaw.RecordDamaged, 3), (finding.Flaw, finding.Segment));

        // With a sequence of its own at the end, nothing but the chain tells.
        string newest = Newest();
        _files["ev-3"] = file;
        byte[] payload = Payload(journal: JournalOf(newest), sequence: 61);
        _files[newest] = [.. _files[newest], .. Framed(payload)];
        finding = Assert.Single(Read().Findings);
        Assert.Equal((HistoryFlaw.RecordForged, 61ul), (finding.Flaw, finding.Sequence));
    }

    [Fact]
    public void A_record_that_is_taken_out_of_the_middle_is_found()
    {
        byte[] file = _files["ev-3"];
        (int at, int length) = Place(file, 2);
        _files["ev-3"] = [.. file[..at], .. file[(at + length)..]];
        HistoryFinding finding = Read().Findings[0];
        Assert.Equal((HistoryFlaw.RecordForged, 3), (finding.Flaw, finding.Segment));
    }

    [Fact]
    public void An_end_that_is_cut_off_is_found_within_the_history_by_the_chain_and_at_its_end_by_what_the_city_has()
    {
        byte[] file = _files["ev-3"];
        (int at, _) = Place(file, 4);
        _files["ev-3"] = file[..at];
        Assert.Equal((HistoryFlaw.LinkBroken, 4), (Read().Findings[0].Flaw, Read().Findings[0].Segment));
        _files["ev-3"] = file;

        string newest = Newest();
        _files[newest] = _files[newest][..Place(_files[newest], 0).At];
        Assert.Empty(Read().Findings);
        Assert.Equal(HistoryFlaw.EndMissing, Assert.Single(Read(stored: 60).Findings).Flaw);
    }

    [Fact]
    public void The_watermark_in_the_store_shows_an_end_that_is_cut_off_too()
    {
        Journal journal = Open();
        journal.Acknowledge(60);
        Assert.True(journal.KeepWatermark());
        Dictionary<string, byte[]> files = Copy();
        Assert.Empty(JournalHistory.Read(files, Key).Findings);
        files.Remove(Newest());
        Assert.Equal(HistoryFlaw.EndMissing, Assert.Single(JournalHistory.Read(files, Key).Findings).Flaw);
    }

    [Fact]
    public void Old_segments_that_went_for_room_are_not_missed()
    {
        _files.Remove("ev-1");
        _files.Remove("ev-2");
        Assert.Empty(Read().Findings);
    }

    [Fact]
    public void A_power_cut_and_an_append_that_was_refused_leave_notes_and_accuse_nobody()
    {
        Journal journal = Open();
        for (int value = 61; value <= 70; value++)
        {
            Store(journal, last: value, first: value);
            value++;
            Add(journal, value);
            _store.BytesLeft = 30;
            Assert.False(journal.Commit());
            _store.BytesLeft = int.MaxValue;
            Assert.True(journal.Commit());
            journal = Open();
        }

        JournalHistory history = JournalHistory.Read(Copy(), Key);
        Assert.Empty(history.Findings);
        Assert.True(history.Notes.Count >= 3, $"{history.Notes.Count} notes");
        Assert.Equal(70ul, history.Records[^1].Sequence);
    }

    [Fact]
    public void The_command_says_which_segment_is_wrong_and_exits_with_1()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string store = Path.Combine(folder.FullName, "store");
            string key = Path.Combine(folder.FullName, "key");
            Directory.CreateDirectory(store);
            File.WriteAllText(key, Convert.ToHexString(Key) + "\n");
            foreach ((string name, byte[] file) in _files)
            {
                File.WriteAllBytes(Path.Combine(store, name), file);
            }

            (int exitCode, string output, _) = CliRun.Of("journal", store, "--key", key);
            Assert.Equal(ExitCode.Passed, exitCode);
            Assert.Contains("60 records, 60 of them vouched for", output, StringComparison.Ordinal);
            File.Delete(Path.Combine(store, "ev-2"));
            (exitCode, output, _) = CliRun.Of("journal", store, "--key", key);
            Assert.Equal(ExitCode.Failed, exitCode);
            Assert.Contains("wrong  segment 3: segment 2 is missing", output, StringComparison.Ordinal);
            Assert.Equal(ExitCode.WrongInput, CliRun.Of("journal", folder.FullName, "--key", key).ExitCode);
            Assert.Equal(ExitCode.WrongInput, CliRun.Of("journal", store, "--key", store).ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private JournalHistory Read(ulong stored = 0) => JournalHistory.Read(_files, Key, stored);

    private Dictionary<string, byte[]> Copy() =>
        _store.Files.ToDictionary(file => file.Key, file => file.Value.ToArray(), StringComparer.Ordinal);

    private Journal Open()
    {
        Journal journal = new(_store, new KeyedMac(Key), Sizes);
        journal.Open(new CountingRandom());
        return journal;
    }

    private static void Store(Journal journal, int last, int first = 1)
    {
        for (int value = Math.Min(first, last); value <= last; value++)
        {
            Add(journal, value);
            Assert.True(value % 3 != 0 || journal.Commit());
        }

        Assert.True(journal.Commit());
    }

    private static void Add(Journal journal, int value) => Assert.True(journal.Add(new EventRecord
    {
        Kind = EventKind.BatteryIn, Boot = journal.Boot, UptimeMs = value, PackSerial = 700_000, MeterWh = value,
    }));

    private string Newest() => _files.Keys.Where(name => Segment.Number(name) >= 0).MaxBy(Segment.Number)!;

    private ulong JournalOf(string name) => BitConverter.ToUInt64(_files[name], 4);

    private ulong SequenceOf(string name, int index) =>
        BitConverter.ToUInt64(_files[name], 16) + (ulong)index;

    /// <summary>Where a record begins, and how long it is with its head.</summary>
    private static (int At, int Length) Place(byte[] file, int index)
    {
        int at = 64;
        for (int i = 0; i < index; i++)
        {
            at += 10 + BitConverter.ToUInt16(file, at);
        }

        return (at, 10 + BitConverter.ToUInt16(file, at));
    }

    private void Change(string name, int index, Action<byte[]> change)
    {
        byte[] file = _files[name];
        (int at, int length) = Place(file, index);
        byte[] record = file[at..(at + length)];
        change(record);
        Seal(record);
        _files[name] = [.. file[..at], .. record, .. file[(at + length)..]];
    }

    /// <summary>What anybody can do: the right checksum.</summary>
    private static void Seal(byte[] record)
    {
        uint crc = Crc32.Extend(Crc32.Compute(record, 0, 2), record, 6, record.Length - 6);
        BitConverter.TryWriteBytes(record.AsSpan(2), crc);
    }

    private static byte[] Framed(byte[] payload)
    {
        byte[] record = [(byte)payload.Length, 0, 0, 0, 0, 0, 1, 2, 3, 4, .. payload];
        Seal(record);
        return record;
    }

    private static byte[] Payload(ulong journal, ulong sequence)
    {
        byte[] into = new byte[100];
        EventRecord record = new() { Kind = EventKind.Audit, Journal = journal, Sequence = sequence, Boot = 1 };
        return into[..EventCodec.Encode(record, into, 0)];
    }

    private static byte[] Renumbered(byte[] segment, int number)
    {
        byte[] changed = [.. segment];
        changed[12] = (byte)number;
        BitConverter.TryWriteBytes(changed.AsSpan(60), Crc32.Compute(changed, 0, 60));
        return changed;
    }
}
