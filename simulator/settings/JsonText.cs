using System.Text;
using System.Text.Json;

namespace SwapEdge.Simulator.Settings;

/// <summary>Reads JSON (RFC 8259, no comments) into values that know where they stand.</summary>
public static class JsonText
{
    /// <summary>The file's value; null, with an error, when it is no JSON. Never throws.</summary>
    public static JsonPiece? Parse(ReadOnlySpan<byte> file, ICollection<SettingsError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ReadOnlySpan<byte> text = file.StartsWith(Encoding.UTF8.Preamble) ? file[3..] : file;
        Utf8JsonReader reader = new(text);
        try
        {
            reader.Read();
            JsonPiece piece = Value(ref reader, text);
            reader.Read();
            return piece;
        }
        catch (JsonException problem)
        {
            int line = (int)(problem.LineNumber ?? 0);
            int start = StartOf(text, line);
            int bytes = (int)Math.Min(problem.BytePositionInLine ?? 0, text.Length - start);
            errors.Add(new SettingsError(line + 1, Columns(text, start, start + bytes), "", Words(problem)));
        }
        catch (InvalidOperationException)
        {
            (int line, int column) = PlaceOf(text, (int)reader.TokenStartIndex);
            errors.Add(new SettingsError(line, column, "", "a text that is not UTF-8"));
        }

        return null;
    }

    private static JsonPiece Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        (int line, int column) = PlaceOf(text, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                JsonPiece members = new(JsonValueKind.Object, line, column);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    (int nameLine, int nameColumn) = PlaceOf(text, (int)reader.TokenStartIndex);
                    string name = reader.GetString() ?? "";
                    reader.Read();
                    members.Members.Add(new JsonMember(name, nameLine, nameColumn, Value(ref reader, text)));
                }

                return members;
            case JsonTokenType.StartArray:
                JsonPiece items = new(JsonValueKind.Array, line, column);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Items.Add(Value(ref reader, text));
                }

                return items;
            case JsonTokenType.String:
                return new JsonPiece(JsonValueKind.String, line, column) { Text = reader.GetString() ?? "" };
            case JsonTokenType.Number:
                bool isWhole = reader.TryGetDecimal(out decimal number) && number == decimal.Truncate(number)
                    && number >= long.MinValue && number <= long.MaxValue;
                return new JsonPiece(JsonValueKind.Number, line, column) { Number = isWhole ? (long)number : null };
            case JsonTokenType.True:
                return new JsonPiece(JsonValueKind.True, line, column);
            case JsonTokenType.False:
                return new JsonPiece(JsonValueKind.False, line, column);
            default:
                return new JsonPiece(JsonValueKind.Null, line, column);
        }
    }

    private static string Words(JsonException problem)
    {
        int end = problem.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return "not JSON: " + (end < 0 ? problem.Message : problem.Message[..end]);
    }

    private static (int Line, int Column) PlaceOf(ReadOnlySpan<byte> text, int at)
    {
        ReadOnlySpan<byte> before = text[..Math.Min(at, text.Length)];
        return (before.Count((byte)'\n') + 1, Columns(text, before.LastIndexOf((byte)'\n') + 1, before.Length));
    }

    private static int StartOf(ReadOnlySpan<byte> text, int line)
    {
        int start = 0;
        for (int i = 0; i < line; i++)
        {
            int end = text[start..].IndexOf((byte)'\n');
            start = end < 0 ? text.Length : start + end + 1;
        }

        return start;
    }

    /// <summary>Characters from one byte to another, and one: bytes that go on with a character do not count.</summary>
    private static int Columns(ReadOnlySpan<byte> text, int start, int end)
    {
        int columns = 1;
        foreach (byte value in text[start..end])
        {
            columns += (value & 0xC0) == 0x80 ? 0 : 1;
        }

        return columns;
    }
}
