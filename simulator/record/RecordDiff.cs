using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Compares two records node by node, call by call: what went in, what came out. The calls of a node are paired in
/// their order as long as their times are the same, and by their times after that.
/// </summary>
internal sealed class RecordDiff(Func<RecordReader> openA, Func<RecordReader> openB)
{
    /// <summary>What is other of the headers, in words.</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    /// <summary>Which of them end before their runs did, and why; they are compared as far as they go.</summary>
    public IReadOnlyList<string> Tears { get; private set; } = [];

    /// <summary>One a node, in the order of their names.</summary>
    public IReadOnlyList<NodeDiff> Nodes { get; private set; } = [];

    /// <summary>The node that differs first; null: none does.</summary>
    public NodeDiff? First => Nodes.Where(node => node.First is not null)
        .OrderBy(node => node.First!.AtMs).ThenBy(node => !node.First!.IsInput).FirstOrDefault();

    /// <exception cref="RecordDamageException">One of the two cannot be read; it says which.</exception>
    public void Run()
    {
        (RecordHeader headerA, string? tearA, string[] nodesA) = Survey(openA, "A");
        (RecordHeader headerB, string? tearB, string[] nodesB) = Survey(openB, "B");
        Headers = [.. Compare(headerA, headerB)];
        Tears = [.. new[] { ("A", tearA), ("B", tearB) }
            .Where(one => one.Item2 is not null).Select(one => $"{one.Item1}: {one.Item2}")];
        Nodes =
        [
            .. nodesA.Union(nodesB, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(node =>
            {
                NodeDiff diff = new(node);
                diff.Run(Turns(openA, node, "A"), Turns(openB, node, "B"));
                return diff;
            }),
        ];
    }

    private static IEnumerable<string> Compare(RecordHeader a, RecordHeader b)
    {
        if (a.Scenario != b.Scenario || a.Text != b.Text)
        {
            yield return a.Scenario == b.Scenario
                ? $"scenario {a.Scenario}, but its text is another" : $"scenario {a.Scenario}, and {b.Scenario}";
        }

        if (a.Seed != b.Seed)
        {
            yield return Invariant($"seed {a.Seed}, and {b.Seed}");
        }

        if (a.Boards != b.Boards)
        {
            yield return $"boards {a.Boards}, and {b.Boards}";
        }

        if (a.Build != b.Build)
        {
            yield return $"firmware {a.Build}, and {b.Build}";
        }

        if (a.By != b.By)
        {
            yield return $"build {a.By}, and {b.By}";
        }
    }

    /// <summary>Reads to the end: nodes are named on the way, and damage is found.</summary>
    private static (RecordHeader Header, string? Tear, string[] Nodes) Survey(Func<RecordReader> open, string which)
    {
        try
        {
            using RecordReader record = open();
            foreach (RecordTurn turn in record.Turns())
            {
                _ = turn;
            }

            return (record.Header, record.Tear, [.. record.Nodes]);
        }
        catch (RecordDamageException problem)
        {
            throw new RecordDamageException($"{which}: {problem.Message}", problem);
        }
    }

    private static IEnumerable<ReadTurn> Turns(Func<RecordReader> open, string node, string which)
    {
        using RecordReader record = open();
        TurnParser parser = new();
        foreach (RecordTurn turn in record.Turns().Where(turn => turn.Node == node))
        {
            yield return parser.Parse(turn, which);
        }
    }
}
