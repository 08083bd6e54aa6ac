using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>
/// Reads a capture line by line. Frame times are milliseconds since the first frame and never go back; a line that is
/// no frame says why.
/// </summary>
public abstract class CaptureReader(BoundedLines lines)
{
    /// <summary>From <see cref="Parse"/>: the line is no frame and no fault, but a heading or a comment.</summary>
    protected const string NoFrame = "";

    /// <summary>That of UTF-8, as its three bytes are read here.</summary>
    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";

    private readonly CaptureLine _line = new();
    private long _firstUs = -1;
    private long _lastUs;
    private long _elapsedUs;

    /// <summary>Name of the format, for people.</summary>
    public abstract string Format { get; }

    /// <summary>Frames whose time stamp was before that of the frame above them.</summary>
    public long TimeWentBack { get; private set; }

    /// <summary>Next frame or fault, or null at the end. The object is the same each time.</summary>
    public CaptureLine? Next()
    {
        while (lines.Next() is { } text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            long timeUs = 0;
            string? refusal = lines.Cut ? "line too long" : Parse(Bare(text), _line, out timeUs);
            if (refusal == NoFrame)
            {
                continue;
            }

            _line.Number = lines.Number;
            _line.Refusal = refusal;
            if (refusal is null)
            {
                Stamp(timeUs);
            }

            return _line;
        }

        return null;
    }

    /// <summary>Whether a line shows that its file is of this format: a heading that only it has, or a frame.</summary>
    public bool Recognises(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string bare = Bare(text);
        return IsHeading(bare) || Parse(bare, _line, out _) is null;
    }

    /// <summary>A line that only this format has.</summary>
    protected abstract bool IsHeading(string text);

    /// <summary>Null for a frame with its time; <see cref="NoFrame"/>; or what is wrong, in words.</summary>
    protected abstract string? Parse(string text, CaptureLine into, out long timeUs);

    protected static bool TryParseTime(ReadOnlySpan<char> text, decimal unitUs, out long timeUs)
    {
        bool right = decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && number * unitUs <= 1e18m;
        timeUs = right ? (long)(number * unitUs) : 0;
        return right;
    }

    private static string Bare(string text) =>
        (text.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? text[ByteOrderMark.Length..] : text).Trim();

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
