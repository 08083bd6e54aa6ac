using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>
/// Reads a log of Vector's CANoe and CANalyzer (ASC): <c>time channel ID[x] Rx d length bytes</c>, numbers in the base
/// and times in the way that its heading names. Channel 1 is can0, as <c>asc2log</c> has it. Events that are no frames
/// are left out.
/// </summary>
public sealed class AscReader(BoundedLines lines) : CaptureReader(lines)
{
    private const int FlagFd = 0x1000;

    private static readonly string[] Headings =
    [
        "date ", "base hex", "base dec", "internal events logged", "no internal events logged", "begin triggerblock",
        "end triggerblock",
    ];

    private bool _hex = true;
    private bool _relative;
    private long _eventUs;

    public override string Format => "Vector ASC";

    protected override bool IsHeading(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Array.Exists(Headings, heading => text.StartsWith(heading, StringComparison.OrdinalIgnoreCase));
    }

    protected override string? Parse(string text, CaptureLine into, out long timeUs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        timeUs = 0;
        if (IsHeading(text) || text.StartsWith("//", StringComparison.Ordinal))
        {
            ReadHeading(text);
            return NoFrame;
        }

        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (!TryParseTime(words[0], 1_000_000, out long stampUs))
        {
            return "no time stamp at the start of the line";
        }

        _eventUs = _relative ? _eventUs + stampUs : stampUs;
        timeUs = _eventUs;
        if (words.Length < 3)
        {
            return words.Length == 1 ? "torn line: nothing after the time stamp" : NoFrame;
        }

        bool fd = words[1] is "CANFD";
        if (!FrameFields.TryNumber(words[fd ? 2 : 1], false, out uint channel))
        {
            return NoFrame;
        }

        into.Interface = FrameFields.InterfaceOf(Math.Max(channel, 1) - 1);
        return fd ? ParseFd(words, into) : ParseEvent(words, into);
    }

    private void ReadHeading(string text)
    {
        if (!text.StartsWith("base ", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        _hex = !text.Contains("base dec", StringComparison.OrdinalIgnoreCase);
        _relative = text.Contains("relative", StringComparison.OrdinalIgnoreCase);
    }

    private string? ParseEvent(string[] words, CaptureLine into)
    {
        if (words[2].StartsWith("ErrorFrame", StringComparison.OrdinalIgnoreCase))
        {
            return "error frame";
        }

        if (words.Length < 5)
        {
            return words.Length > 3 && words[3] is "Rx" or "Tx" ? "torn line: no length" : NoFrame;
        }

        if (words[3] is "TxRq")
        {
            return "request to send (the frame follows when it was sent)";
        }

        if (words[3] is not ("Rx" or "Tx"))
        {
            return NoFrame;
        }

        if (words[4] is "r")
        {
            return "remote frame";
        }

        if (words[4] is not "d" || words.Length < 6)
        {
            return words[4] is "d" ? "torn line: no length" : "neither a data frame nor a remote one";
        }

        return ParseId(words[2], words, out uint id, out bool extended)
            ?? ParseData(words[5], words.AsSpan(6), id, extended, into);
    }

    /// <summary>Time CANFD channel direction ID [name] BRS ESI length count bytes duration bits flags ...</summary>
    private string? ParseFd(string[] words, CaptureLine into)
    {
        if (Array.Exists(words, word => word.StartsWith("ErrorFrame", StringComparison.OrdinalIgnoreCase)))
        {
            return "error frame";
        }

        if (words.Length > 3 && words[3] is not ("Rx" or "Tx"))
        {
            return NoFrame;
        }

        int at = words.Length > 6 && words[5] is not ("0" or "1") ? 8 : 7;
        if (words.Length < at + 2 || !int.TryParse(words[at + 1], NumberStyles.None, null, out int count))
        {
            return "torn line: no length";
        }

        int flagsAt = at + 4 + count;
        bool classic = flagsAt < words.Length && FrameFields.TryNumber(words[flagsAt], true, out uint flags)
            && (flags & FlagFd) == 0;
        if (!classic || count > 8)
        {
            return "CAN FD frame";
        }

        return ParseId(words[4], words, out uint id, out bool extended)
            ?? ParseData(words[at + 1], words.AsSpan(at + 2), id, extended, into);
    }

    private string? ParseId(string word, string[] words, out uint id, out bool extended)
    {
        if (TryParseId(word, _hex, out id, out extended))
        {
            return FrameFields.WrongId(id, extended);
        }

        // A name from a database: its number may stand behind the data, always in decimals.
        int equals = Array.LastIndexOf(words, "ID");
        if (equals < 0 || equals + 2 >= words.Length || words[equals + 1] is not "="
            || !TryParseId(words[equals + 2], false, out id, out extended))
        {
            return "identifier is a name or no number";
        }

        return FrameFields.WrongId(id, extended);
    }

    private static bool TryParseId(ReadOnlySpan<char> word, bool hex, out uint id, out bool extended)
    {
        extended = word.EndsWith("x") || word.EndsWith("X");
        return FrameFields.TryNumber(extended ? word[..^1] : word, hex, out id);
    }

    private string? ParseData(string length, ReadOnlySpan<string> words, uint id, bool extended, CaptureLine into)
    {
        if (!FrameFields.TryNumber(length, _hex, out uint count) || count > 15)
        {
            return "length is not 0 to 8";
        }

        // A length of 9 to 15 on the wire means 8.
        Span<byte> data = stackalloc byte[(int)Math.Min(count, 8)];
        if (words.Length < data.Length)
        {
            return "fewer data bytes than its length";
        }

        for (int i = 0; i < data.Length; i++)
        {
            if (!FrameFields.TryNumber(words[i], _hex, out uint value) || value > 255)
            {
                return "data byte is no number of the base";
            }

            data[i] = (byte)value;
        }

        FrameFields.Fill(into.Frame, id, extended, data);
        return null;
    }
}
