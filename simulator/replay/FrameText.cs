using System.Globalization;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>A frame as can-utils write it: <c>ID#HEX</c>, three identifier digits or eight.</summary>
public static class FrameText
{
    private const uint ErrorFlag = 0x20000000;

    /// <summary>Reads a frame: null, or what is wrong in words. Only a right one changes the object.</summary>
    public static string? Parse(ReadOnlySpan<char> text, CanFrame into)
    {
        ArgumentNullException.ThrowIfNull(into);
        int hash = text.IndexOf('#');
        if (hash < 0)
        {
            return "no '#' between identifier and data";
        }

        ReadOnlySpan<char> digits = text[..hash];
        ReadOnlySpan<char> hex = text[(hash + 1)..];
        if (digits.Length is not (3 or 8))
        {
            return Invariant($"identifier of {digits.Length} digits (3 or 8 expected)");
        }

        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint id))
        {
            return "identifier is not hexadecimal";
        }

        return WrongId(digits.Length, id) ?? WrongData(hex) ?? Fill(into, id, digits.Length == 8, hex);
    }

    /// <summary>The same text back.</summary>
    public static string Format(CanFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        string id = frame.Id.ToString(frame.Extended ? "X8" : "X3", CultureInfo.InvariantCulture);
        return id + "#" + Convert.ToHexString(frame.Data, 0, frame.Length);
    }

    private static string? WrongId(int digits, uint id)
    {
        if (digits == 3)
        {
            return id > 0x7FF ? "identifier above 7FF" : null;
        }

        return (id & ErrorFlag) != 0 ? "error frame" : id > 0x1FFFFFFF ? "identifier above 1FFFFFFF" : null;
    }

    private static string? WrongData(ReadOnlySpan<char> hex)
    {
        if (hex.StartsWith("#"))
        {
            return "CAN FD frame";
        }

        if (hex.StartsWith("R"))
        {
            return "remote frame";
        }

        foreach (char digit in hex)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return "data is not hexadecimal";
            }
        }

        return hex.Length % 2 != 0 ? "odd number of hex digits" : hex.Length > 16 ? "more than 8 data bytes" : null;
    }

    private static string? Fill(CanFrame into, uint id, bool extended, ReadOnlySpan<char> hex)
    {
        into.Id = id;
        into.Extended = extended;
        into.Length = hex.Length / 2;
        Array.Clear(into.Data);
        Convert.FromHexString(hex, into.Data, out _, out _);
        return null;
    }
}
