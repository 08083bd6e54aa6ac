using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Reads the files of a device's store as firmware/journal/SPEC.md says, and tells what the device has not written
/// there. The key is the node's; without the right one nothing fits.
/// </summary>
public sealed class JournalHistory
{
    private readonly List<HistoryRecord> _records = [];
    private readonly List<HistoryFinding> _findings = [];
    private readonly List<string> _notes = [];
    private readonly HistoryChain _chain;
    private HistorySegment? _before;
    private bool _flawed;
    private ulong _last;

    private JournalHistory(byte[] key) => _chain = new HistoryChain(key);

    public IReadOnlyList<HistoryRecord> Records => _records;

    public IReadOnlyList<HistoryFinding> Findings => _findings;

    /// <summary>What power cuts leave behind, and the journal itself attests.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public int Segments { get; private set; }

    /// <summary>Identity of the newest journal, 0 when no header can be read.</summary>
    public ulong Journal { get; private set; }

    /// <param name="files">Name and content of each file of the store.</param>
    /// <param name="key">Key that the node shares with the city.</param>
    /// <param name="stored">What the city has stored of the newest journal; 0 when it was not asked.</param>
    public static JournalHistory Read(IReadOnlyDictionary<string, byte[]> files, byte[] key, ulong stored = 0)
    {
        ArgumentNullException.ThrowIfNull(files);
        JournalHistory history = new(key);
        HistorySegment[] segments = HistorySegment.Of(files);
        history.Segments = segments.Length;
        for (int i = 0; i < segments.Length; i++)
        {
            history.Take(segments[i], i + 1 < segments.Length ? segments[i + 1] : null);
        }

        history.CheckEnd(files, stored);
        return history;
    }

    private void Take(HistorySegment segment, HistorySegment? next)
    {
        int expected = _before is null ? segment.Number : _before.Number + 1;
        if (segment.Number != expected)
        {
            string which = segment.Number - expected == 1 ? Invariant($"segment {expected} is")
                : Invariant($"segments {expected} to {segment.Number - 1} are");
            Find(HistoryFlaw.SegmentMissing, segment, 0, $"{which} missing");
        }

        bool follows = _before is not null && segment.Number == expected;
        if (!segment.HasHeader)
        {
            TakeUnreadable(segment, next is null);
            return;
        }

        TakeHeader(segment, follows);
        _before = segment;
        _flawed = false;
        _chain.Begin(segment.Before);
        bool own = _chain.Extend(segment.File.AsSpan(0, HistorySegment.ChainedHeader), segment.Tag);
        if (!own)
        {
            Find(HistoryFlaw.HeaderForged, segment, 0, "its header was not written by this device");
            _flawed = true;
        }

        TakeRecords(segment, next);
    }

    private void TakeUnreadable(HistorySegment segment, bool newest)
    {
        if (newest && segment.File.Length < SpecBytes.HeaderLength)
        {
            _notes.Add(Invariant($"segment {segment.Number}: power failed while it was begun"));
            return;
        }

        if (segment.SaysNumber >= 0)
        {
            Find(HistoryFlaw.Misplaced, segment, 0, Invariant($"it is segment {segment.SaysNumber}"));
        }
        else
        {
            Find(HistoryFlaw.HeaderDamaged, segment, 0, "its header cannot be read, so nothing in it is vouched for");
        }

        _before = segment;
        _flawed = true;
    }

    private void TakeHeader(HistorySegment segment, bool follows)
    {
        bool another = segment.Journal != Journal;
        if (another && _before is not null)
        {
            _notes.Add(Invariant($"segment {segment.Number}: a journal of another identity begins"));
        }

        if (follows && !_flawed && !(another && segment.First == 1) && !_chain.IsAt(segment.Before))
        {
            Find(HistoryFlaw.LinkBroken, segment, _last, Invariant(
                $"it was begun behind another end of segment {_before!.Number}: something is changed, missing or new"));
        }

        if (follows && !another && segment.First > _last + 1)
        {
            _notes.Add(Invariant(
                $"segment {segment.Number}: {_last + 1} to {segment.First - 1} were given out but cannot be read"));
        }

        _last = segment.First - 1;
        Journal = segment.Journal;
    }

    private void TakeRecords(HistorySegment segment, HistorySegment? next)
    {
        ulong end = next is { HasHeader: true } && next.Journal == segment.Journal ? next.First : ulong.MaxValue;
        ReadOnlySpan<byte> file = segment.File;
        int unvouched = 0;
        int at = SpecBytes.HeaderLength;
        while (at < file.Length)
        {
            int length = SpecBytes.Record(file, at);
            ReadOnlySpan<byte> payload = file.Slice(Math.Min(at + SpecBytes.RecordHead, file.Length), length);
            (ulong journal, ulong sequence) = SpecBytes.Identify(payload);
            if (length == 0 || journal != segment.Journal || sequence <= _last)
            {
                at = SkipDamage(segment, at, next is null);
                continue;
            }

            if (sequence >= end)
            {
                // Of an append that was refused; the next segment has it again.
                break;
            }

            bool fits = _chain.Extend(payload, file.Slice(at + 6, 4));
            unvouched += fits || !_flawed ? 0 : 1;
            Judge(segment, sequence, fits);
            _records.Add(new HistoryRecord(
                segment.Number, journal, sequence, segment.File.AsMemory(at + SpecBytes.RecordHead, length), fits));
            _last = sequence;
            at += SpecBytes.RecordHead + length;
        }

        if (unvouched > 0)
        {
            Find(HistoryFlaw.NotVouchedFor, segment, _last, Invariant(
                $"{unvouched} sound records behind that are not vouched for"));
        }
    }

    private void Judge(HistorySegment segment, ulong sequence, bool fits)
    {
        if (!fits && !_flawed)
        {
            Find(HistoryFlaw.RecordForged, segment, sequence,
                Invariant($"record {sequence} is not what this device wrote behind {sequence - 1}"));
        }

        if (sequence != _last + 1 && !_flawed)
        {
            Find(HistoryFlaw.SequenceBroken, segment, sequence, Invariant($"{sequence} follows {_last}"));
        }

        _flawed |= !fits;
    }

    /// <summary>To the next place where a record of this journal begins, or the end.</summary>
    private int SkipDamage(HistorySegment segment, int at, bool newest)
    {
        ReadOnlySpan<byte> file = segment.File;
        int next = at + 1;
        while (next < file.Length && !IsNext(file, next, segment.Journal))
        {
            next++;
        }

        bool torn = next >= file.Length && !SpecBytes.IsWhole(file, at);
        if (torn)
        {
            _notes.Add(Invariant(
                $"segment {segment.Number}: {file.Length - at} bytes behind {_last}, as of a power cut"));
        }
        else
        {
            Find(HistoryFlaw.RecordDamaged, segment, _last, Invariant(
                $"{next - at} bytes behind record {_last} are damaged"));
            _flawed |= newest || next < file.Length;
        }

        return next;
    }

    private bool IsNext(ReadOnlySpan<byte> file, int at, ulong journal)
    {
        if (file.Length - at < SpecBytes.RecordHead + 11 || file[at + SpecBytes.RecordHead] != 9)
        {
            return false;
        }

        int length = SpecBytes.Record(file, at);
        return length > 0 && SpecBytes.Identify(file.Slice(at + SpecBytes.RecordHead, length)) is var found
            && found.Journal == journal && found.Sequence > _last;
    }

    /// <summary>What was cut off at the end shows only against what the city has, or once had.</summary>
    private void CheckEnd(IReadOnlyDictionary<string, byte[]> files, ulong stored)
    {
        foreach (string name in new[] { "mark-0", "mark-1" })
        {
            if (files.TryGetValue(name, out byte[]? file) && SpecBytes.Newest(file, 20) is { } mark
                && SpecBytes.Number64(mark.Payload) == Journal)
            {
                stored = Math.Max(stored, SpecBytes.Number64(mark.Payload.AsSpan(8)));
            }
        }

        if (stored > _last && Segments > 0)
        {
            _findings.Add(new HistoryFinding(HistoryFlaw.EndMissing, _before?.Number ?? 0, _last, Invariant(
                $"it ends with {_last}, but the city has stored {stored}: {stored - _last} records are missing")));
        }
    }

    private void Find(HistoryFlaw flaw, HistorySegment segment, ulong sequence, string what) =>
        _findings.Add(new HistoryFinding(
            flaw, segment.Number, sequence, Invariant($"segment {segment.Number}: {what}")));
}
