using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Writes the trace of one lane: a line whenever anything that a step was given or gave has changed, but for time.
/// </summary>
public sealed class TraceRecorder
{
    private readonly TextWriter _output;
    private TraceLine? _last;
    private int _lines;

    public TraceRecorder(TextWriter output, TraceHeader header)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(header);
        _output = output;
        _output.Write(header + "\n");
    }

    /// <summary>After each pass of a lane's node.</summary>
    /// <param name="lane">The lane that has just made a pass.</param>
    /// <param name="start">Start of its node, from 1.</param>
    /// <param name="nowMs">Time of the pass.</param>
    public void Sample(Lane lane, int start, long nowMs) => Sample(TraceLine.Of(lane, start, nowMs));

    /// <summary>After each pass of a node.</summary>
    /// <param name="line">What its step was given and gave.</param>
    public void Sample(TraceLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        TraceLine? last = _last?.Start == line.Start ? _last : null;
        if (!line.Repeats(last))
        {
            _output.Write(TraceText.Write(line, last?.Facts ?? Fact.None) + "\n");
            _last = line;
            _lines++;
        }
    }

    /// <summary>The last line, without which a trace counts as cut short.</summary>
    public void End() => _output.Write(TraceReplay.EndOf(_lines) + "\n");
}
