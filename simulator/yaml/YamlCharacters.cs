using System.Text;
using static System.FormattableString;

namespace SwapEdge.Simulator.Yaml;

/// <summary>The characters of a file: UTF-8, with or without its mark, of what YAML allows (1.2, 5.1).</summary>
internal static class YamlCharacters
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Null, with an error at the place, when a byte or a character is none that may stand there.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes, YamlErrors errors)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            errors.Add(1, 1, "is UTF-16; save it as UTF-8");
            return null;
        }

        ReadOnlySpan<byte> content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        string text;
        try
        {
            text = Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            int at = FirstWrong(content);
            (int line, int column) = PlaceOf(Encoding.UTF8.GetString(content[..at]));
            errors.Add(line, column, Invariant($"the byte {content[at]:X2}h is not UTF-8"));
            return null;
        }

        int wrong = text.AsSpan().IndexOfAnyInRange('\0', '\u001F');
        while (wrong >= 0 && text[wrong] is '\t' or '\n' or '\r')
        {
            int next = text.AsSpan(wrong + 1).IndexOfAnyInRange('\0', '\u001F');
            wrong = next < 0 ? -1 : wrong + 1 + next;
        }

        if (wrong < 0)
        {
            return text;
        }

        (int badLine, int badColumn) = PlaceOf(text[..wrong]);
        errors.Add(badLine, badColumn, Invariant($"the character {(int)text[wrong]:X2}h cannot stand in a text"));
        return null;
    }

    /// <summary>A terminal shows it: no control, no end of line, and nothing that turns the order of letters.</summary>
    public static bool IsShown(Rune rune) =>
        !Rune.IsControl(rune) && rune.Value is not ((>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069));

    /// <summary>What cannot stand in a value, however it came there, such as '1Bh'; null: all of it can.</summary>
    public static string? WrongIn(string text)
    {
        // Half of a pair is read as U+FFFD, which says that something was lost already.
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isBlank = rune.Value is '\t' or '\n' or '\r';
            if (rune == Rune.ReplacementChar || (!isBlank && !IsShown(rune)))
            {
                return Invariant($"{rune.Value:X2}h");
            }
        }

        return null;
    }

    private static int FirstWrong(ReadOnlySpan<byte> content)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(content[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static (int Line, int Column) PlaceOf(string before)
    {
        int start = before.LastIndexOf('\n') + 1;
        return (before.Count(character => character == '\n') + 1, before.Length - start + 1);
    }
}
