using System.Globalization;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>What many lives came to together.</summary>
public sealed class ChaosReport(IReadOnlyList<LifeResult> lives, TimeSpan took)
{
    private const int Shown = 10;

    public IReadOnlyList<LifeResult> Failed { get; } = [.. lives.Where(life => life.Failure is not null)];

    public int Lives => lives.Count;

    public int Completed => lives.Sum(life => life.Completed);

    public int WorstReaction => Reactions.Worst;

    public ReactionTally Reactions { get; } = Sum(lives);

    /// <summary>Lives of one kind.</summary>
    public int CountOf(LifeKind kind) => lives.Count(life => life.Kind == kind);

    /// <summary>How often the network had a fault.</summary>
    public int TimesOf(string fault) => lives.Sum(life => life.NetworkFaults.GetValueOrDefault(fault));

    public long Blocks => lives.Sum(life => life.Blocks);

    public int Commands => lives.Sum(life => life.Commands);

    /// <summary>Aborts that named the swap that ran.</summary>
    public int Aimed => lives.Sum(life => life.Aimed);

    public int Forged => lives.Sum(life => life.Forged);

    public int Restarts => lives.Sum(life => life.Restarts);

    public IEnumerable<string> MishapsSeen =>
        lives.SelectMany(life => life.Mishaps.Keys).Distinct(StringComparer.Ordinal);

    public void Show(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        double hours = lives.Sum(life => life.VirtualMs) / 3_600_000.0;
        sheet.Line(Invariant($"{lives.Count} lives, {hours:0.0} hours of virtual time in {took.TotalSeconds:0.0} s."));
        sheet.Line(string.Join(", ", Enum.GetValues<LifeKind>().Select(kind =>
            Invariant($"{Words.Of(kind)} {CountOf(kind)}"))) + ".");
        sheet.Line(Invariant($"Visits: {Completed} left with other packs, {lives.Sum(life => life.PutBack)} with ")
            + Invariant($"their own; {lives.Sum(life => life.Held)} were held or stopped at least once."));
        sheet.Line(Invariant($"Nodes started again {Restarts} times; {lives.Sum(life => life.Events)} events and ")
            + Invariant($"{Blocks} blocks of telemetry in the city; of these blocks ")
            + Invariant($"{lives.Sum(life => life.LostBlocks)} lost, ")
            + Invariant($"{lives.Sum(life => life.AlteredBlocks)} altered."));
        sheet.Line(Invariant($"{Commands} commands, {Aimed} of them aborts of the swap that ran, ")
            + Invariant($"{Forged} messages of a stranger; ")
            + Invariant($"without one end ")
            + Invariant($"{lives.Sum(life => life.Unanswered)}, ")
            + Invariant($"effects of no genuine command {lives.Sum(life => life.Usurped)}, ")
            + Invariant($"limits of power exceeded {lives.Sum(life => life.Exceeded)}, ")
            + Invariant($"misdated {lives.Sum(life => life.Misdated)}."));
        sheet.Line();
        sheet.Table(
            ["what went wrong", ">times"],
            lives.SelectMany(life => life.Mishaps.Concat(life.NetworkFaults))
                .GroupBy(mishap => mishap.Key, mishap => mishap.Value, StringComparer.Ordinal)
                .OrderBy(mishap => mishap.Key, StringComparer.Ordinal)
                .Select(mishap => new[] { mishap.Key, mishap.Sum().ToString(CultureInfo.InvariantCulture) }));
        sheet.Line();
        sheet.Table(
            ["what took a request or permit away", ">times", ">worst in passes"],
            Enum.GetValues<ReactionCause>().Select(cause => new[]
            {
                Words.Of(cause),
                Reactions.CountOf(cause).ToString(CultureInfo.InvariantCulture),
                Reactions.WorstPasses(cause).ToString(CultureInfo.InvariantCulture),
            }));
        sheet.Line();
        sheet.Line(Invariant($"Worst reaction of an output to a change of an input: {WorstReaction} passes of ")
            + Invariant($"{LifeStation.PassMs} ms, of {Reactions.Counted} reactions; ")
            + Invariant($"more than {LifeResult.MostPasses} fail."));
        foreach (LifeResult life in Failed.Take(Shown))
        {
            sheet.Line(Invariant($"seed {life.Seed}: {life.Failure}"));
            sheet.Line(Invariant($"  swapsim chaos --seeds 1 --first {life.Seed} --record life-{life.Seed}.record"));
        }

        sheet.Line(Failed.Count > Shown ? Invariant($"... and {Failed.Count - Shown} more") : "");
        sheet.Verdict(Verdict(), Failed.Count == 0);
    }

    private static ReactionTally Sum(IReadOnlyList<LifeResult> lives)
    {
        ReactionTally all = new();
        foreach (LifeResult life in lives)
        {
            all.Add(life.Reactions);
        }

        return all;
    }

    private string Verdict()
    {
        int one = lives.Count(life => life.Unsafe != Unsafe.None && life.UnsafeWrong <= 1);
        int two = lives.Count(life => life.Unsafe != Unsafe.None && life.UnsafeWrong > 1);
        return Invariant($"lost {lives.Sum(life => life.Lost)}, duplicated {lives.Sum(life => life.Duplicated)}, ")
            + Invariant($"altered {lives.Sum(life => life.Altered)}, ")
            + Invariant($"out of order {lives.Sum(life => life.OutOfOrder)}, ")
            + Invariant($"stuck {lives.Count(life => life.StuckIn is not null)}, unsafe {one + two} ")
            + Invariant($"({one} with at most one wrong sensor, {two} with two).");
    }
}
