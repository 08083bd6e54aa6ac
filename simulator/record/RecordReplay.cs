using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Runs the firmware of every node of a record on what it was given, without world, broker and city, and compares
/// what it gives, bit for bit and in order, up to the first difference.
/// </summary>
public sealed class RecordReplay
{
    private readonly RecordReader _record;
    private readonly Dictionary<string, ReplayedNode> _nodes = new(StringComparer.Ordinal);

    public RecordReplay(RecordReader record) => _record = record;

    /// <summary>Only this node; null: all.</summary>
    public string? Only { get; init; }

    /// <summary>Turns after it are not played.</summary>
    public long UntilMs { get; init; } = long.MaxValue - RecordForm.BlockMs;

    /// <summary>Takes the steps of swap machines; null: nobody does.</summary>
    public TraceWriter? Trace { get; init; }

    /// <summary>Called with each node before it is called; for a test to put another firmware in its place.</summary>
    public Action<ReplayedNode, RecordTurn>? Before { get; init; }

    public IReadOnlyCollection<ReplayedNode> Nodes => _nodes.Values;

    /// <summary>Time of the last turn that was played.</summary>
    public long NowMs { get; private set; }

    /// <summary>Null while all is the same.</summary>
    public RecordDifference? Difference { get; private set; }

    /// <exception cref="RecordDamageException">The record cannot be read, with place and reason.</exception>
    public void Run()
    {
        foreach (RecordTurn turn in _record.Turns())
        {
            // The turns of nodes with threads stand in the order in which they ended.
            if (turn.NowMs > UntilMs + RecordForm.BlockMs)
            {
                return;
            }

            if (turn.NowMs <= UntilMs && (Only is null || turn.Node == Only))
            {
                Play(turn);
                NowMs = turn.NowMs;
            }

            if (Difference is not null)
            {
                return;
            }
        }

        if (_nodes.Count == 0)
        {
            throw new RecordDamageException(Only is null
                ? $"there is nothing to play in it: {_record.Tear ?? "no node was called"}"
                : $"no node '{Only}': there are {string.Join(", ", _record.Nodes)}");
        }
    }

    private void Play(RecordTurn turn)
    {
        if (!_nodes.TryGetValue(turn.Node, out ReplayedNode? node))
        {
            node = new ReplayedNode(turn.Node);
            _nodes.Add(turn.Node, node);
        }

        try
        {
            Before?.Invoke(node, turn);
            node.Play(turn);
            Trace?.Sample(node);
        }
        catch (ReplayDifferenceException problem)
        {
            Difference = new RecordDifference(
                PlaceOf(node, turn), Words(node, problem.Recorded), Now(node, problem), Given(node));
        }
        catch (RecordDamageException problem)
        {
            throw new RecordDamageException($"{PlaceOf(node, turn)}: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Difference = new RecordDifference(
                PlaceOf(node, turn), "no exception", $"the firmware fails: {problem}", Given(node));
        }
    }

    private static string PlaceOf(ReplayedNode node, RecordTurn turn)
    {
        string phase = node.Node?.Role is SwapRole role ? $", {Simulator.Words.Of(role.Phase)}" : "";
        string call = turn.Kind == TurnKind.Pass
            ? Invariant($"pass {node.Passes}") : Simulator.Words.Of(turn.Kind);
        return Invariant($"{node.Name} at {RecordWords.At(turn.NowMs)} (start {node.Starts}, {call}{phase})");
    }

    private static string Words(ReplayedNode node, TurnEntry? entry) => entry is null
        ? "nothing more in this turn"
        : RecordWords.Of(node.Note!.Channels[entry.Channel], entry);

    /// <summary>Of two outputs that read alike also the first byte that is another.</summary>
    private static string Now(ReplayedNode node, ReplayDifferenceException problem)
    {
        string words = Words(node, problem.Came);
        if (problem is not { Recorded: { } recorded, Came: { } came } || Words(node, recorded) != words)
        {
            return words;
        }

        int same = recorded.Bytes.AsSpan().CommonPrefixLength(came.Bytes);
        string then = same < recorded.Bytes.Length ? Invariant($"{recorded.Bytes[same]:X2}") : "no more";
        string now = same < came.Bytes.Length ? Invariant($"{came.Bytes[same]:X2}") : "no more";
        return Invariant($"{words}  [byte {same} of {came.Bytes.Length}: {then} then, {now} now]");
    }

    /// <summary>Levels that changed and what came, in words; of more than a handful of frames only how many.</summary>
    private static List<string> Given(ReplayedNode node)
    {
        const int Shown = 8;
        TurnEntry[] inputs = [.. node.Entries.Where(entry => !entry.IsOutput)];
        List<string> words =
        [
            .. inputs.OrderBy(entry => entry.Kind).Take(Shown)
                .Select(entry => RecordWords.Of(node.Note!.Channels[entry.Channel], entry)),
        ];
        if (inputs.Length > Shown)
        {
            words.Add(Invariant($"and {inputs.Length - Shown} more"));
        }

        return words;
    }
}
