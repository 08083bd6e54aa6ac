using System.Globalization;
using System.Text.RegularExpressions;

namespace SwapEdge.Tests.Protocol;

/// <summary>
/// A small reader of DBC files: BU_, BO_, SG_, CM_, BA_ (cycle times), VAL_. A line that it does not know is an error.
/// </summary>
internal sealed partial class DbcFile
{
    private static readonly string[] Skipped =
        ["VERSION", "NS_", "BS_:", "BA_DEF_", "BA_DEF_DEF_", "CM_", "BA_", "VAL_"];

    public DbcFile(string path)
    {
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, path)))
        {
            if (!(line.Length == 0 || Read(line)))
            {
                throw new FormatException($"{path}: {line}");
            }
        }
    }

    public List<string> Nodes { get; } = [];

    public List<DbcMessage> Messages { get; } = [];

    private bool Read(string line)
    {
        if (Message().Match(line) is { Success: true } message)
        {
            string[] text = Groups(message);
            Messages.Add(new DbcMessage(Number(text[0]), text[1], (int)Number(text[2]), text[3]));
        }
        else if (Signal().Match(line) is { Success: true } signal)
        {
            Messages[^1].Signals.Add(Of(Groups(signal)));
        }
        else if (Comment().Match(line) is { Success: true } comment)
        {
            Find(comment).Comment = comment.Groups[2].Value;
        }
        else if (CycleTime().Match(line) is { Success: true } cycle)
        {
            Find(cycle).PeriodMs = (int)Number(cycle.Groups[2].Value);
        }
        else if (Values().Match(line) is { Success: true } values)
        {
            DbcSignal described = Find(values).Signals.Single(one => one.Name == values.Groups[2].Value);
            foreach (Match value in Value().Matches(values.Groups[3].Value))
            {
                described.Values.Add(Number(value.Groups[1].Value), value.Groups[2].Value);
            }
        }
        else if (line.StartsWith("BU_:", StringComparison.Ordinal))
        {
            Nodes.AddRange(line.Split(' ').Skip(1));
        }
        else
        {
            return SignalComment().Match(line) is { Success: true } of
                ? Find(of).Signals.Any(one => one.Name == of.Groups[2].Value)
                : Array.Exists(Skipped, word => line.TrimStart().StartsWith(word, StringComparison.Ordinal));
        }

        return true;
    }

    private DbcMessage Find(Match match) => Messages.Single(message => message.Id == Number(match.Groups[1].Value));

    private static DbcSignal Of(string[] text) => new(
        text[0], (int)Number(text[1]), (int)Number(text[2]), text[3] == "1", text[4] == "-",
        Decimal(text[5]), Decimal(text[6]), Decimal(text[7]), Decimal(text[8]), text[9]);

    private static string[] Groups(Match match) => [.. match.Groups.Values.Skip(1).Select(group => group.Value)];

    private static uint Number(string text) => uint.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^BO_ (\d+) (\w+): (\d+) (\w+)$")]
    private static partial Regex Message();

    [GeneratedRegex(@"^ SG_ (\w+) : (\d+)\|(\d+)@([01])([+-]) \(([-\d.]+),([-\d.]+)\) "
        + @"\[([-\d.]+)\|([-\d.]+)\] ""(.*?)"" [\w,]+$")]
    private static partial Regex Signal();

    [GeneratedRegex(@"^CM_ BO_ (\d+) ""([^""]+)"";$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^CM_ SG_ (\d+) (\w+) ""[^""]+"";$")]
    private static partial Regex SignalComment();

    [GeneratedRegex(@"^BA_ ""GenMsgCycleTime"" BO_ (\d+) (\d+);$")]
    private static partial Regex CycleTime();

    [GeneratedRegex(@"^VAL_ (\d+) (\w+) (.*) ;$")]
    private static partial Regex Values();

    [GeneratedRegex(@"(\d+) ""([^""]+)""")]
    private static partial Regex Value();
}
