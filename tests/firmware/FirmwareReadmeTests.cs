using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Simulator;
using Facts = SwapEdge.Firmware.Fact;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// The diagram and the lists in firmware/README.md are written from the tables. With UPDATE_DOCS=1 in the environment
/// the test writes them; otherwise it fails when they are stale.
/// </summary>
public sealed class FirmwareReadmeTests
{
    private static readonly SwapTable Truck = new(TopLiftTruck.Profile());
    private static readonly SwapTable Cabinet = new(BatteryCabinet.Profile());

    [Fact]
    public void Phases_in_the_readme_are_those_of_the_table() => Check("phases", Phases());

    [Fact]
    public void Faults_in_the_readme_are_those_of_the_table() => Check("faults", FaultList());

    [Fact]
    public void What_a_step_looks_at_in_the_readme_is_what_the_tables_have() => Check("cost", Cost());

    private static string Cost()
    {
        (int rows, Phase phase, int all) Most(SwapTable table)
        {
            Phase most = Enum.GetValues<Phase>().MaxBy(table.RowsOf);
            return (table.RowsOf(most), most, table.Rows.Length);
        }

        (int rows, Phase phase, int all) = Most(Truck);
        (int doorRows, Phase doorPhase, int doorAll) = Most(Cabinet);
        return $"A step looks at no row but those of its phase: at most {rows} of {all} ({phase}, a hoist) "
            + $"or {doorRows} of {doorAll} ({doorPhase},\na cabinet), and at {SwapCauses.All.Length} causes.\n";
    }

    private static string Phases()
    {
        StringBuilder text = new();
        text.Append("### With a hoist\n\n");
        Append(text, Truck);
        text.Append("\n### A cabinet\n\n");
        Append(text, Cabinet);
        return text.ToString();
    }

    private static void Append(StringBuilder text, SwapTable table)
    {
        text.Append("```mermaid\nstateDiagram-v2\n");
        IEnumerable<(Phase From, Phase To)> edges = table.Rows
            .Where(row => row.From == Phase.Stopped || (row.To != Phase.Held && row.To != Phase.Stopped))
            .Where(row => row.From != row.To)
            .Select(row => (row.From, row.To)).Distinct();
        foreach ((Phase from, Phase to) in edges)
        {
            text.Append($"    {from} --> {to}\n");
        }

        text.Append("    note right of Held : any phase, on a cause or at its limit\n");
        text.Append("    note right of Stopped : any phase, in an emergency\n```\n\n");
        text.Append(
            "| phase | evidence that lets it go on | asks for | limit s | tries | at its limit, where it can |\n");
        text.Append("|---|---|---|--:|--:|---|\n");
        foreach (Phase phase in Enum.GetValues<Phase>().Where(phase => IsStep(table, phase)))
        {
            Row onward = table.Rows.First(row => row.From == phase && row.Fault == Fault.None
                && row.Require.HasFlag(Facts.MayGoOn));
            IEnumerable<string> back = table.Rows.Where(row => row.From == phase && row.To != phase
                && row.To != Phase.Held && row.Require.HasFlag(Facts.PhaseExpired))
                .Select(row => $"{row.To}").Distinct();
            text.Append($"| {phase} | {Evidence(onward)} | {SwapTable.Outputs[(int)phase]} ");
            text.Append($"| {table.LimitMs[(int)phase] / 1000} | {1 + table.Retries[(int)phase]} ");
            text.Append($"| {string.Join(", ", back)} |\n");
        }

        text.Append("\n| otherwise, with | goes on with |\n|---|---|\n");
        foreach (Row row in table.Rows.Where(row => !IsStep(table, row.From)
            && (row.Require & Facts.MustStop) == Facts.None))
        {
            text.Append($"| {row.From}: {Evidence(row)} | {row.To} |\n");
        }
    }

    /// <summary>A step has a limit and waits for its evidence; Releasing only waits for the vehicle to leave.</summary>
    private static bool IsStep(SwapTable table, Phase phase) =>
        table.LimitMs[(int)phase] > 0 && phase != Phase.Releasing;

    private static string FaultList()
    {
        StringBuilder text = new();
        text.Append("| no. | fault | seen in | what was seen, what to do | |\n|--:|---|---|---|---|\n");
        Row[] all = [.. Truck.Rows, .. Cabinet.Rows];
        foreach (Fault fault in Enum.GetValues<Fault>().Where(fault => fault != Fault.None))
        {
            IEnumerable<Phase> rows = all.Where(row => row.Fault == fault).Select(row => row.From);
            IEnumerable<Phase> causes = SwapCauses.All.Where(cause => cause.Fault == fault)
                .SelectMany(cause => Enum.GetValues<Phase>().Where(cause.Counts));
            string where = string.Join(", ", causes.Concat(rows).Distinct().Order());
            Assert.True(where.Length > 0 || fault == Fault.PowerLost, $"{fault} is in no row and no cause");
            FaultText? words = FaultWords.Of(fault);
            Assert.True(words is not null, $"firmware/faults.csv has no row for {(int)fault} {fault}");
            words = Filled(words);
            text.Append($"| {(int)fault} | {fault} | {(where.Length > 0 ? where : "start")} ");
            text.Append($"| {words.Seen} *{words.Do}* | {words.SeenZh}*{words.DoZh}* |\n");
        }

        return text.ToString();
    }

    /// <summary>With the limit and the tries of the first step that ends with the fault at its limit.</summary>
    private static FaultText Filled(FaultText words)
    {
        foreach (SwapTable table in new[] { Truck, Cabinet })
        {
            Row? row = table.Rows.FirstOrDefault(row =>
                row.Fault == words.Fault && row.Require.HasFlag(Facts.PhaseExpired));
            if (row is not null)
            {
                return words.For(table.LimitMs[(int)row.From], 1 + table.Retries[(int)row.From]);
            }
        }

        return words;
    }

    private static string Evidence(Row row)
    {
        Facts[] all = [.. Enum.GetValues<Facts>()
            .Where(fact => fact != Facts.None && fact != Facts.MustStop && fact != Facts.MayGoOn)];
        IEnumerable<string> required = all.Where(fact => row.Require.HasFlag(fact)).Select(fact => $"{fact}");
        IEnumerable<string> forbidden = all.Where(fact => row.Forbid.HasFlag(fact)).Select(fact => $"not {fact}");
        return string.Join(", ", required.Concat(forbidden));
    }

    private static void Check(string name, string expected)
    {
        string path = Path.Combine(Repository.Root, "firmware", "README.md");
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        string open = $"<!-- {name} -->\n";
        int start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        int end = text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);
        Assert.True(start >= open.Length && end >= start, $"firmware/README.md has no place for {name}");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, string.Concat(text.AsSpan(0, start), expected, text.AsSpan(end)));
            return;
        }

        Assert.True(text[start..end] == expected, $"firmware/README.md: {name} are stale; run with UPDATE_DOCS=1");
    }
}
