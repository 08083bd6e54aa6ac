using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The node itself: its network, time, memory, store and certificates, from its diagnostic report.</summary>
public sealed class NodeSteps(CommissionWatch watch)
{
    private const int Trips = 5;
    private const long SlowMs = 2_000;
    private const long OffMs = 2_000;
    private const int LeastDays = 30;

    private readonly CommissionTexts _texts = watch.Texts;

    public IEnumerable<CommissionStep> All =>
    [
        new("network", Network), new("time", Time), new("memory", Memory), new("store", Store),
        new("certificates", Certificates),
    ];

    private CommissionResult Network()
    {
        watch.Begin();
        List<long> trips = [];
        for (int i = 0; i < Trips; i++)
        {
            long sentMs = watch.Line.NowMs;
            _ = watch.Look();
            trips.Add(watch.Line.NowMs - sentMs - CommissionLine.AgainMs);
        }

        trips.Sort();
        long median = Math.Max(0, trips[Trips / 2]);
        return new CommissionResult(
            "network", median <= SlowMs ? CommissionOutcome.Passed : CommissionOutcome.Failed,
            _texts.Of("expect.network", SlowMs),
            _texts.Of("seen.trips", Math.Max(0, trips[0]), median, Math.Max(0, trips[^1])));
    }

    /// <summary>The node's time lies between question and answer, or it is off by as much as it lies outside.</summary>
    private CommissionResult Time()
    {
        (CommissionAnswer answer, long askedMs) = watch.Ask(CommandOperation.Diagnose);
        ProtoFields report = Report(answer);
        long heardMs = watch.Line.UtcMs;
        TimeQuality quality = (TimeQuality)report.Number(9);
        long utcMs = (long)report.Number(8);
        long offMs = quality == TimeQuality.Unknown ? 0
            : utcMs < askedMs ? utcMs - askedMs : utcMs > heardMs ? utcMs - heardMs : 0;
        bool fine = quality > TimeQuality.Held && Math.Abs(offMs) <= OffMs;
        return new CommissionResult(
            "time", fine ? CommissionOutcome.Passed : CommissionOutcome.Failed, _texts.Of("expect.time", OffMs),
            _texts.Of("seen.time", _texts.Name(quality), offMs));
    }

    private CommissionResult Memory()
    {
        ProtoFields report = Report(watch.Ask(CommandOperation.Diagnose).Answer);
        ProtoFields? memory = report.Messages(11).LastOrDefault();
        string expected = _texts.Of("expect.memory");
        return memory is null
            ? new CommissionResult("memory", CommissionOutcome.NotJudged, expected, _texts.Of("seen.no-memory"))
            : new CommissionResult(
                "memory", Finds(report, SelfTestFinding.MemoryLow) ? CommissionOutcome.Failed
                : CommissionOutcome.Passed,
                expected,
                _texts.Of("seen.memory", memory.Number(1), memory.Number(2), memory.Number(4), memory.Number(6)));
    }

    private CommissionResult Store()
    {
        ProtoFields report = Report(watch.Ask(CommandOperation.Diagnose).Answer);
        ProtoFields? journal = report.Messages(12).LastOrDefault();
        bool fine = journal is not null && !Finds(report, SelfTestFinding.JournalUnreadable)
            && !Finds(report, SelfTestFinding.StoreRefuses);
        return new CommissionResult(
            "store", fine ? CommissionOutcome.Passed : CommissionOutcome.Failed, _texts.Of("expect.store"),
            journal is null ? "" : _texts.Of("seen.store", journal.Number(3), journal.Number(6), journal.Number(7)));
    }

    private CommissionResult Certificates()
    {
        ProtoFields report = Report(watch.Ask(CommandOperation.Diagnose).Answer);
        ProtoFields? ends = report.Messages(16).LastOrDefault();
        string expected = _texts.Of("expect.certificates", LeastDays);
        if (ends is null)
        {
            return new CommissionResult(
                "certificates", CommissionOutcome.NotJudged, expected, _texts.Of("seen.no-certificates"));
        }

        bool known = ends.Has(3) && ends.Has(4);
        int days = known ? Math.Min((int)ends.Number(3), (int)ends.Number(4)) : 0;
        return new CommissionResult(
            "certificates", days >= LeastDays ? CommissionOutcome.Passed : CommissionOutcome.Failed, expected,
            _texts.Of("seen.certificates", Day(ends.Number(1)), Day(ends.Number(2)), days));
    }

    private static string Day(ulong utcMs) => ReportWriter.Utc((long)utcMs).Split('T')[0];

    private static bool Finds(ProtoFields report, SelfTestFinding finding) =>
        report.Packed(17).Contains((ulong)finding);

    private ProtoFields Report(CommissionAnswer answer) =>
        ProtoFields.Of(answer.Bytes)?.Messages(8).LastOrDefault()
            ?? throw new CommissionStopException(_texts.Of("stop.no-report"));
}
