using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>
/// Reads a candump log, <c>(seconds.fraction) interface ID#HEX</c>, line by line. Frame times are milliseconds since
/// the first frame and never go back.
/// </summary>
public sealed class CandumpReader(BoundedLines lines)
{
    /// <summary>That of UTF-8, as its three bytes are read here.</summary>
    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    private readonly CaptureLine _line = new();
    private long _firstUs = -1;
    private long _lastUs;
    private long _elapsedUs;

    /// <summary>Frames whose time stamp was before that of the frame above them.</summary>
    public long TimeWentBack { get; private set; }

    /// <summary>Time stamp of the first frame, in microseconds.</summary>
    public long FirstUs => Math.Max(_firstUs, 0);

    /// <summary>Next line that is not empty, or null at the end. The object is the same each time.</summary>
    public CaptureLine? Next()
    {
        string? text;
        do
        {
            text = lines.Next();
        }
        while (text is not null && string.IsNullOrWhiteSpace(text));

        if (text is null)
        {
            return null;
        }

        _line.Number = lines.Number;
        _line.Refusal = lines.Cut ? "line too long" : Parse(text);
        return _line;
    }

    private string? Parse(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart(ByteOrderMark).Trim();
        int close = rest.IndexOf(')');
        if (!rest.StartsWith("(") || close < 0)
        {
            return "no time stamp in brackets";
        }

        if (!TryParseSeconds(rest[1..close], out decimal seconds))
        {
            return "time stamp is not a number";
        }

        rest = rest[(close + 1)..].TrimStart();
        int space = rest.IndexOf(' ');
        if (space < 0)
        {
            return "torn line: no frame after the interface";
        }

        rest = rest[space..].TrimStart();
        int end = rest.IndexOf(' ');
        string? wrong = FrameText.Parse(end < 0 ? rest : rest[..end], _line.Frame);
        if (wrong is null)
        {
            Stamp((long)(seconds * 1_000_000));
        }

        return wrong;
    }

    private static bool TryParseSeconds(ReadOnlySpan<char> text, out decimal seconds) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds)
        && seconds <= 1e12m;

    /// <summary>A stamp that goes back costs no time; what follows is measured from it.</summary>
    private void Stamp(long timeUs)
    {
        if (_firstUs < 0)
        {
            _firstUs = timeUs;
            _lastUs = timeUs;
        }

        if (timeUs < _lastUs)
        {
            TimeWentBack++;
        }

        _elapsedUs += Math.Max(timeUs - _lastUs, 0);
        _lastUs = timeUs;
        _line.TimeUs = timeUs;
        _line.Frame.TimeMs = _elapsedUs / 1000;
    }
}
