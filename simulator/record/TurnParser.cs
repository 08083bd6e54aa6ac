using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Takes the turns of one node apart, one after the other.</summary>
internal sealed class TurnParser
{
    private readonly Dictionary<int, TurnEntry> _last = [];
    private readonly StoreMirror _mirror = new();
    private string[] _channels = [];

    /// <param name="turn">The next one.</param>
    /// <param name="which">Of which record, for the reason.</param>
    public ReadTurn Parse(RecordTurn turn, string which)
    {
        try
        {
            return Parse(turn);
        }
        catch (RecordDamageException problem)
        {
            throw new RecordDamageException(
                Invariant($"{which}: {turn.Node} at {RecordWords.At(turn.NowMs)}: {problem.Message}"), problem);
        }
    }

    private ReadTurn Parse(RecordTurn turn)
    {
        StartNote? note = null;
        int at = 0;
        if (turn.Kind == TurnKind.Start)
        {
            RecordCursor cursor = new(turn.Body.Span);
            note = StartNote.OfJson(cursor.Block());
            _mirror.Compare(ref cursor);
            at = cursor.At;
            _channels = note.Channels;
            _last.Clear();
        }

        return new ReadTurn(turn, note, _channels, TurnEntry.Read(turn.Body.Span[at..], _last));
    }
}
