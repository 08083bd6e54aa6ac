using System.CommandLine;
using System.Globalization;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim</c> without a command.</summary>
public static class DemonstrationCommand
{
    /// <summary>Rows of a table of phases: a day has thousands.</summary>
    private const int MostRows = 60;

    public static void AddTo(RootCommand root, bool terminal)
    {
        ArgumentNullException.ThrowIfNull(root);
        Option<ulong> seed = new("--seed")
        {
            Description = "Seed of the run.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        root.Add(seed);
        root.SetAction(parsed => Run(parsed.GetValue(seed), parsed.InvocationConfiguration.Output, terminal));
    }

    public static int Run(ulong seed, TextWriter output, bool terminal)
    {
        using Station station = new(seed, boards: BoardChoice.Own);
        return Show(Demonstration.Run(station), output, terminal);
    }

    /// <summary>Shows what a demonstration was; returns the exit code it deserves.</summary>
    public static int Show(DemonstrationReport report, TextWriter output, bool terminal)
    {
        ArgumentNullException.ThrowIfNull(report);
        Sheet sheet = new(output, terminal);
        sheet.Line(report.About);
        ShowStation(report, sheet);
        sheet.Verdict(Verdict(report), report.Failure is null);
        return report.Failure is null ? ExitCode.Passed : ExitCode.Failed;
    }

    /// <summary>All of it but the verdict.</summary>
    public static void ShowStation(DemonstrationReport report, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(sheet);
        sheet.Line(Invariant(
            $"Seed {report.Seed}, {Words.Duration(report.VirtualMs)} of virtual time. Vehicle {report.Vehicle}."));
        sheet.Line();
        sheet.Table(
            ["phase", ">from s", ">lasted s", ">limit s", "evidence that let it go on"],
            report.Swap.Take(MostRows).Select(row => new[]
            {
                row.Phase,
                Seconds(row.StartedMs),
                Seconds(row.LastedMs),
                row.LimitMs == 0 ? "" : Seconds(row.LimitMs),
                row.Evidence,
            }));
        if (report.Swap.Count > MostRows)
        {
            sheet.Line(Invariant($"  and {report.Swap.Count - MostRows} phases more"));
        }

        sheet.Line();
        if (report.Ended is { } ended)
        {
            ShowRecord(ended, sheet);
        }

        foreach (PackMove move in report.Packs.Take(MostRows))
        {
            sheet.Line(Describe(move));
        }

        sheet.Line();
        ShowStored(report, sheet);
        if (report.Held is { } held)
        {
            sheet.Line($"{held.Seen} {held.Do}");
            sheet.Line($"{held.SeenZh}{held.DoZh}");
            sheet.Line();
        }
    }

    /// <summary>Bays at the end, and what the city has.</summary>
    private static void ShowStored(DemonstrationReport report, Sheet sheet)
    {
        sheet.Table(
            [
                "bay", "pack", "charging session", ">charge", ">charger gives (negative charges)", ">frames",
                ">refused",
                ">warning level",
            ],
            report.Bays.Select(bay => new[]
            {
                Number(bay.Bay), bay.Presence, bay.Session, bay.ChargePermille < 0 ? "" : Share(bay.ChargePermille),
                bay.Output, Number(bay.Frames), Number(bay.Refused), Number(bay.Warnings),
            }));
        sheet.Line();
        sheet.Table(
            ["stored by the city", ">events"],
            report.Kinds.Select(kind => new[] { kind.Kind, Number(kind.Count) }));
        sheet.Line();
        sheet.Table(
            ["journal of", ">events", ">stored through", ">acknowledged"],
            report.Journals.Select(journal => new[]
            {
                journal.Node, Number(journal.Events), Number((long)journal.Through), Number((long)journal.Acknowledged),
            }));
        sheet.Line();
    }

    /// <summary>The record of the swap: what the city bills and judges by.</summary>
    private static void ShowRecord(EventRecord ended, Sheet sheet)
    {
        SwapSummary summary = ended.Summary;
        string order = ended.OrderLength == 0 ? "without an order" : Ascii.Read(ended.Order, 0, ended.OrderLength);
        string profile = Ascii.Read(summary.Profile, 0, summary.ProfileLength);
        int late = Enumerable.Range(0, summary.StepCount).Count(i =>
            summary.StepLimitMs[i] > 0 && summary.StepMs[i] > (long)summary.StepLimitMs[i] * summary.StepTries[i]);
        sheet.Line(Invariant($"Record {ended.RequestId}, {order}: {Words.Of(summary.Result)}, ")
            + Invariant($"{Words.Duration(ended.DurationMs)} of {Words.Duration(ended.LimitMs)}; ")
            + Invariant($"{summary.StepCount} steps, {late} over their limit, {ended.Retries} tries more; ")
            + Invariant($"held {summary.Held}, confirmed {summary.Confirmed}; ")
            + Invariant($"profile {profile} version {summary.ProfileVersion}."));
    }

    private static string Verdict(DemonstrationReport report) => report.Failure is { } failure
        ? $"Failed: {failure}."
        : Invariant($"Swap completed in {Words.Duration(report.SwapMs)}; the city stored ")
            + Invariant($"{report.Events} events of {report.Journals.Count} journals, {report.Missing} missing.");

    private static string Describe(PackMove move)
    {
        string charge = Share(move.ChargePermille);
        string health = Share(move.HealthPermille);
        return move.Out
            ? Invariant($"Out: pack {move.Code} from bay {move.Bay}, charge {charge}, health {health}")
            : Invariant($"In:  pack {move.Code} to bay {move.Bay}, charge {charge}, health {health}");
    }

    private static string Share(int permille) =>
        permille < 0 ? "not known" : Invariant($"{permille / 10.0:0.0} %");

    private static string Seconds(long milliseconds) =>
        (milliseconds / 1000.0).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
