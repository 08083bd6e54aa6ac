namespace SwapEdge.Simulator;

/// <summary>Reads a log of <c>candump -L</c>: <c>(seconds.fraction) interface ID#HEX</c>.</summary>
public sealed class CandumpReader(BoundedLines lines) : CaptureReader(lines)
{
    public override string Format => "candump log";

    protected override bool IsHeading(string text) => false;

    protected override string? Parse(string text, CaptureLine into, out long timeUs)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        timeUs = 0;
        ReadOnlySpan<char> rest = text;
        int close = rest.IndexOf(')');
        if (!rest.StartsWith("(") || close < 0)
        {
            return "no time stamp in brackets";
        }

        if (!TryParseTime(rest[1..close], 1_000_000, out timeUs))
        {
            return "time stamp is not a number";
        }

        rest = rest[(close + 1)..].TrimStart();
        int space = rest.IndexOf(' ');
        if (space < 0)
        {
            return "torn line: no frame after the interface";
        }

        if (!rest[..space].SequenceEqual(into.Interface))
        {
            into.Interface = rest[..space].ToString();
        }

        rest = rest[space..].TrimStart();
        int end = rest.IndexOf(' ');
        return FrameFields.WrongInterface(into.Interface)
            ?? FrameText.Parse(end < 0 ? rest : rest[..end], into.Frame);
    }
}
