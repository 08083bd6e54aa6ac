namespace SwapEdge.Simulator;

/// <summary>One input or output of a turn.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Channel">Number of the channel since the node's last start.</param>
/// <param name="Skips">In: how often the channel was asked before it, in the same turn, and had nothing new.</param>
/// <param name="Number">In: the number.</param>
/// <param name="Bytes">What came, or was given.</param>
/// <param name="Answer">Out: what the firmware was answered.</param>
internal sealed record TurnEntry(EntryKind Kind, int Channel, int Skips, long Number, byte[] Bytes, byte[] Answer)
{
    public bool IsOutput => Kind is EntryKind.Gave or EntryKind.GaveAgain;

    /// <summary>The entries behind one another in the body of a turn.</summary>
    /// <param name="body">Bytes of the turn.</param>
    /// <param name="last">What each channel gave last since the start; goes on here.</param>
    public static List<TurnEntry> Read(ReadOnlySpan<byte> body, Dictionary<int, TurnEntry> last)
    {
        List<TurnEntry> entries = [];
        RecordCursor cursor = new(body);
        while (!cursor.Ended)
        {
            int head = cursor.Count();
            TurnEntry entry = Read(ref cursor, (EntryKind)(head & 3), head >> 2, last);
            entries.Add(entry);
            if (entry.IsOutput)
            {
                last[entry.Channel] = entry;
            }
        }

        return entries;
    }

    public static int Head(EntryKind kind, int channel) => (channel << 2) | (int)kind;

    /// <summary>The same input, or the same output with the same answer.</summary>
    public bool IsSame(TurnEntry other) =>
        IsOutput == other.IsOutput && Skips == other.Skips && Number == other.Number
        && Bytes.AsSpan().SequenceEqual(other.Bytes) && Answer.AsSpan().SequenceEqual(other.Answer);

    private static TurnEntry Read(
        ref RecordCursor cursor, EntryKind kind, int channel, Dictionary<int, TurnEntry> last)
    {
        switch (kind)
        {
            case EntryKind.Value:
                int unchanged = cursor.Count();
                return new TurnEntry(kind, channel, unchanged, cursor.Signed(), [], []);
            case EntryKind.Came:
                int skips = cursor.Count();
                return new TurnEntry(kind, channel, skips, 0, cursor.Block().ToArray(), []);
            case EntryKind.Gave:
                byte[] bytes = cursor.Block().ToArray();
                return new TurnEntry(kind, channel, 0, 0, bytes, cursor.Block().ToArray());
            default:
                return last.TryGetValue(channel, out TurnEntry? before)
                    ? before with { Kind = kind }
                    : throw new RecordDamageException("an output again that was not there before");
        }
    }
}
