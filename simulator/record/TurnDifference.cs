using System.Text.Json.Nodes;

namespace SwapEdge.Simulator;

/// <summary>The first thing that is other in two turns.</summary>
/// <param name="AtMs">Time of the turn.</param>
/// <param name="IsInput">The node was given another thing; otherwise it gave another.</param>
/// <param name="About">What it is of.</param>
/// <param name="A">What the first record says.</param>
/// <param name="B">What the second says.</param>
internal sealed record TurnDifference(long AtMs, bool IsInput, string About, string A, string B)
{
    private const string Nothing = "nothing";

    /// <summary>Null when they are the same. An input counts before an output: it is the cause.</summary>
    public static TurnDifference? Of(ReadTurn a, ReadTurn b) =>
        OfNotes(a, b) ?? OfEntries(a, b, outputs: false) ?? OfEntries(a, b, outputs: true);

    private static TurnDifference? OfNotes(ReadTurn a, ReadTurn b)
    {
        if (a.Note is null || b.Note is null)
        {
            return null;
        }

        JsonNode? noteA = JsonNode.Parse(a.Note.ToJson());
        JsonNode? noteB = JsonNode.Parse(b.Note.ToJson());
        return OfNodes(noteA, noteB, "") is { } found
            ? new TurnDifference(a.Turn.NowMs, true, $"made with another {found.Path}", found.A, found.B)
            : null;
    }

    private static (string Path, string A, string B)? OfNodes(JsonNode? a, JsonNode? b, string path)
    {
        if (JsonNode.DeepEquals(a, b))
        {
            return null;
        }

        if (a is JsonObject objectA && b is JsonObject objectB)
        {
            foreach (string name in objectA.Select(field => field.Key))
            {
                string inner = path.Length == 0 ? name : $"{path}.{name}";
                if (OfNodes(objectA[name], objectB[name], inner) is { } found)
                {
                    return found;
                }
            }
        }

        return (path, a?.ToJsonString() ?? Nothing, b?.ToJsonString() ?? Nothing);
    }

    private static TurnDifference? OfEntries(ReadTurn a, ReadTurn b, bool outputs)
    {
        TurnEntry[] entriesA = [.. a.Entries.Where(entry => entry.IsOutput == outputs)];
        TurnEntry[] entriesB = [.. b.Entries.Where(entry => entry.IsOutput == outputs)];
        for (int i = 0; i < Math.Max(entriesA.Length, entriesB.Length); i++)
        {
            TurnEntry? one = i < entriesA.Length ? entriesA[i] : null;
            TurnEntry? other = i < entriesB.Length ? entriesB[i] : null;
            bool same = one is not null && other is not null && a.ChannelOf(one) == b.ChannelOf(other)
                && one.IsSame(other);
            if (!same && outputs && one is not null && other is not null && a.ChannelOf(one) == b.ChannelOf(other)
                && one.Bytes.AsSpan().SequenceEqual(other.Bytes))
            {
                return new TurnDifference(
                    a.Turn.NowMs, true, $"is answered otherwise when it {Say(a, one)}",
                    RecordWords.Bytes("answer", one.Answer), RecordWords.Bytes("answer", other.Answer));
            }

            if (!same)
            {
                return new TurnDifference(
                    a.Turn.NowMs, !outputs, outputs ? "gives" : "is given", Say(a, one), Say(b, other));
            }
        }

        return null;
    }

    private static string Say(ReadTurn turn, TurnEntry? entry) => entry is null
        ? "nothing more in this turn"
        : RecordWords.Of(turn.ChannelOf(entry), entry);
}
