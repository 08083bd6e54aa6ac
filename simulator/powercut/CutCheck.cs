using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Starts the journal on what a cut has left, and compares it with what was promised.</summary>
internal sealed class CutCheck(
    CutTally tally, byte[] key, IReadOnlyList<ICutRecord> records, Func<CutMedium, IStore> mount)
{
    private readonly HmacMac _mac = new(key);
    private readonly byte[] _payload = new byte[Journal.RecordRoom];
    private readonly EventRecord _event = new() { Kind = EventKind.Audit };
    private readonly EventRecord _lost = new();

    /// <summary>Sizes at which segments turn and go every few commits.</summary>
    public static JournalSettings Sizes { get; } = new()
    {
        CapacityBytes = 10_000, SegmentBytes = 1_200, PendingBytes = 1_500, Segments = 16,
    };

    /// <summary>Restarts, compares, goes on with an event, restarts and compares again.</summary>
    public void Run(CutMedium medium, CutTruth truth, int scarred, string where)
    {
        tally.Cuts++;
        Judge(mount(medium), where);
        Journal journal = Open(medium, truth, where);
        Compare(journal, truth, where);
        _event.Boot = journal.Boot;
        _event.UptimeMs = (long)journal.NextSequence;
        bool stored = journal.Add(_event) && (journal.Commit() || journal.Commit());
        ulong next = _event.Sequence;
        int length = EventCodec.Encode(_event, _payload, 0);
        byte[] added = _payload[..length];
        Journal again = Open(medium, truth, where);
        Compare(again, truth, where, next, added);
        if (stored && (again.LastStored != next || !IsAt(again, next, added)))
        {
            tally.Lost++;
            Wrong(where, Invariant($"event {next}, stored after the restart, is gone"));
        }

        foreach (HistoryFinding finding in JournalHistory.Read(medium.Files, key).Findings)
        {
            if (finding.Segment != scarred && !truth.Scarred.Contains(finding.Segment))
            {
                tally.Accused++;
                Wrong(where, finding.What);
            }
        }
    }

    /// <summary>After a restart: what the medium has of the events in flight is stored from now on.</summary>
    public void Settle(CutMedium medium, CutTruth truth)
    {
        Journal journal = new(mount(medium), _mac, Sizes);
        journal.Open(new SeededRandom(new Prng(1)));
        for (ulong sequence = truth.Last + 1; sequence <= journal.LastStored; sequence++)
        {
            int length = journal.Read(sequence, _payload);
            truth.Stored[sequence] = length > 0 ? _payload[..length] : null;
        }

        truth.Last = Math.Max(truth.Last, journal.LastStored);
        truth.InFlight.Clear();
        truth.Mark = journal.AcknowledgedThrough;
        IStore store = mount(medium);
        foreach (ICutRecord record in records)
        {
            record.Settle(store);
        }
    }

    private Journal Open(CutMedium medium, CutTruth truth, string where)
    {
        IStore store = mount(medium);
        Journal journal = new(store, _mac, Sizes);
        journal.Open(new SeededRandom(new Prng(2)));
        new CivilTime(new VirtualClock(default, TimeQuality.Unknown), store).Open(journal, 0);
        if (journal.Boot <= truth.Boot)
        {
            tally.OutOfOrder++;
            Wrong(where, Invariant($"boot {journal.Boot} again, after {truth.Boot}"));
        }

        return journal;
    }

    private void Judge(IStore store, string where)
    {
        foreach (ICutRecord record in records)
        {
            if (record.Judge(store) is { } flaw)
            {
                tally.Forgotten += flaw.Forgotten ? 1 : 0;
                tally.Mixed += flaw.Forgotten ? 0 : 1;
                Wrong(where, flaw.What);
            }
        }
    }

    private void Compare(Journal journal, CutTruth truth, string where, ulong next = 0, byte[]? added = null)
    {
        if (journal.LastStored < truth.Last)
        {
            tally.OutOfOrder++;
            Wrong(where, Invariant($"it goes on with {journal.NextSequence}, after {truth.Last}"));
        }

        if (journal.AcknowledgedThrough < truth.Mark || journal.AcknowledgedThrough > truth.Acknowledged)
        {
            bool less = journal.AcknowledgedThrough < truth.Mark;
            tally.Forgotten += less ? 1 : 0;
            tally.Invented += less ? 0 : 1;
            Wrong(where, Invariant($"acknowledged through {journal.AcknowledgedThrough}, kept {truth.Mark}"));
        }

        ulong first = journal.FirstStored;
        if (first > journal.AcknowledgedThrough + 1)
        {
            tally.Forgotten++;
            Wrong(where, Invariant($"it begins with {first}, and knows of acknowledgements to {truth.Mark} only"));
        }

        if (first > 0 && first > truth.Acknowledged + 1)
        {
            tally.Lost++;
            Wrong(where, Invariant($"it begins with {first}, and the city has {truth.Acknowledged}"));
        }

        for (ulong sequence = Math.Max(1, first); sequence <= Math.Max(journal.LastStored, truth.Last); sequence++)
        {
            CompareEvent(journal, truth, sequence, sequence == next ? added : null, where);
        }
    }

    private void CompareEvent(Journal journal, CutTruth truth, ulong sequence, byte[]? added, string where)
    {
        int length = journal.Read(sequence, _payload);
        ReadOnlySpan<byte> found = _payload.AsSpan(0, Math.Max(0, length));
        if (truth.Stored.TryGetValue(sequence, out byte[]? promised))
        {
            if (promised is not null && length <= 0)
            {
                tally.Lost++;
                Wrong(where, Invariant($"event {sequence} is gone"));
                return;
            }
        }
        else
        {
            promised = added ?? truth.InFlight.GetValueOrDefault(sequence);
        }

        bool isPromised = promised is not null && found.SequenceEqual(promised);
        bool isOfLost = sequence > truth.Last && IsOfLost(length, truth.Refused);
        if (length > 0 && !isPromised && !isOfLost)
        {
            tally.Invented++;
            Wrong(where, Invariant($"event {sequence} is none that was ever added"));
        }
    }

    /// <summary>What the journal itself adds, once there is room again.</summary>
    private bool IsOfLost(int length, ulong refused) =>
        EventCodec.Decode(_payload, 0, length, _lost) == DecodeResult.Ok && _lost.Kind == EventKind.Lost
        && _lost.LostCount > 0 && _lost.LostCount <= refused;

    private bool IsAt(Journal journal, ulong sequence, byte[] expected) =>
        journal.Read(sequence, _payload) == expected.Length
        && _payload.AsSpan(0, expected.Length).SequenceEqual(expected);

    private void Wrong(string where, string what) => tally.First ??= $"{where}: {what}";
}
