using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// One whole swap: the station wakes, its packs are recognised and charged, a truck comes and leaves with a full pack,
/// and the city has every event of it.
/// </summary>
public static class Demonstration
{
    private const long SwapLimitMs = 20 * 60_000;
    private const long SettleLimitMs = 60_000;

    public static DemonstrationReport Run(ulong seed)
    {
        StationPlan plan = new() { Boards = BoardChoice.Virtual };
        using Station station = new(seed, plan, new StationOptions { OverTcp = true });
        return Run(station);
    }

    /// <summary>The same with a station that somebody has prepared.</summary>
    public static DemonstrationReport Run(IStation station)
    {
        ArgumentNullException.ThrowIfNull(station);
        string? failure = RunSwap(station);
        failure = RunUntilSettled(station) is { } late ? failure ?? late : failure;
        DemonstrationReport report = Report(station);
        return report with { Failure = failure ?? FailureOf(station, report) };
    }

    private static string? RunSwap(IStation station)
    {
        while (!(station.CustomerGone && station.Phase == Phase.Idle))
        {
            station.Pass();
            if (station.Phase is Phase.Held or Phase.Stopped)
            {
                return $"the swap is {Words.Of(station.Phase)}: {Words.Of(station.Fault)}";
            }

            if (station.NowMs > SwapLimitMs)
            {
                return $"the swap did not end within {Words.Duration(SwapLimitMs)}: it is {Words.Of(station.Phase)}";
            }
        }

        return null;
    }

    private static string? RunUntilSettled(IStation station)
    {
        long end = station.NowMs + SettleLimitMs;
        do
        {
            station.Pass();
        }
        while (!station.Nodes.All(node => node.Settled) && station.NowMs < end);

        StationNode? late = station.Nodes.FirstOrDefault(node => !node.Settled);
        return late is null ? null : $"the city has not acknowledged all events of {late.Name}";
    }

    /// <summary>What a station has shown so far, and its city was told; whether that was right, others say.</summary>
    public static DemonstrationReport Report(IStation station)
    {
        ArgumentNullException.ThrowIfNull(station);
        List<EventRecord> events = [.. station.City.Store.Events().Select(stored => stored.Record)];
        EventRecord? ended = events.Find(record => record.Kind == EventKind.SwapEnded);
        long missing = station.City.Gaps().Sum(gap => (long)(gap.Last - gap.First + 1));
        return new DemonstrationReport
        {
            Seed = station.Seed,
            Failure = null,
            Held = HeldText(new SwapTable(station.Profile), station, events),
            About = station.About,
            Vehicle = station.Customer,
            Swap = SwapRows(new SwapTable(station.Profile), events),
            Ended = ended,
            Packs = [.. events
                .Where(record => record.Kind is EventKind.BatteryIn or EventKind.BatteryOut)
                .Select(Move)],
            Kinds = [.. events.GroupBy(record => record.Kind).OrderBy(group => group.Key)
                .Select(group => (Words.Of(group.Key), group.Count()))],
            Journals = [.. station.Nodes.Where(node => node.Live is not null)
                .Select(node => Journal(station.City, node))],
            Bays = station.Places,
            Missing = missing,
            SwapMs = ended?.DurationMs ?? 0,
            VirtualMs = station.NowMs,
        };
    }

    private static string? FailureOf(IStation station, DemonstrationReport report)
    {
        if (report.Ended is not { Value: 1 })
        {
            return "the city was not told that the swap succeeded";
        }

        if (report.Missing > 0)
        {
            return Invariant($"the city misses {report.Missing} events");
        }

        if (station.City.Conflicts + station.City.Refused > 0)
        {
            return $"the city refused messages: {station.City.LastRefusal}";
        }

        return station.Nodes.Any(node => node.Node.Journal.LostEvents > 0) ? "a journal lost events" : null;
    }

    /// <summary>The texts of the fault that the lane is held with, for the step it was held in.</summary>
    private static FaultText? HeldText(SwapTable table, IStation station, List<EventRecord> events)
    {
        EventRecord? step = events.FindLast(record => record.Kind == EventKind.SwapStep);
        return station.Phase is Phase.Held or Phase.Stopped && step is not null
            ? FaultWords.Of(station.Fault)?.For(step.LimitMs, 1 + table.Retries[step.PreviousPhase])
            : null;
    }

    private static (string Node, long Events, ulong Through, ulong Acknowledged) Journal(
        ReferenceCity city, StationNode node)
    {
        ulong identity = node.Node.Journal.Identity;
        long events = city.Store.Journals().FirstOrDefault(journal => journal.Journal == identity)?.Events ?? 0;
        return (node.Name, events, city.Stored(identity), node.Node.Journal.AcknowledgedThrough);
    }

    private static List<SwapRow> SwapRows(SwapTable table, List<EventRecord> events)
    {
        long began = events.Find(record => record.Kind == EventKind.SwapStarted)?.UptimeMs ?? 0;
        return [.. events
            .Where(record => record.Kind == EventKind.SwapStep && record.PreviousPhase != (int)Phase.Idle)
            .Select(record => new SwapRow(
                Words.Of((Phase)record.PreviousPhase),
                record.UptimeMs - record.DurationMs - began,
                record.DurationMs,
                record.LimitMs,
                Evidence(table, record)))];
    }

    /// <summary>What the row of the table that was taken required, out of all that was seen.</summary>
    private static string Evidence(SwapTable table, EventRecord record)
    {
        Fact seen = (Fact)record.Facts;
        Row? row = Array.Find(
            table.Rows,
            row => row.From == (Phase)record.PreviousPhase && row.To == (Phase)record.Phase
                && (seen & (row.Require | row.Forbid)) == row.Require);
        if (record.Fault != (int)Fault.None)
        {
            string? found = FaultWords.Of((PackFinding)record.Finding)?.Seen;
            bool ofPack = (Fault)record.Fault
                is Fault.OldPackRejected or Fault.OldPackUnknown or Fault.NewPackUnhealthy;
            return $"{Words.Of((Phase)record.Phase)}: {Words.Of((Fault)record.Fault)}"
                + (ofPack && found is not null ? $": {found}" : "");
        }

        return row is null || row.Require == Fact.None
            ? "vehicle gone"
            : string.Join(", ", Words.OfFlags(row.Require & ~Fact.VehiclePresent, Fact.None));
    }

    private static PackMove Move(EventRecord record) => new(
        record.Kind == EventKind.BatteryOut,
        Encoding.ASCII.GetString(record.PackCode, 0, record.PackCodeLength),
        record.Bay,
        record.ChargePermille,
        record.HealthPermille);
}
