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

    /// <summary>After each pass of the lane's node.</summary>
    /// <param name="lane">The lane that has just made a pass.</param>
    /// <param name="start">Start of its node, from 1.</param>
    /// <param name="nowMs">Time of the pass.</param>
    public void Sample(Lane lane, int start, long nowMs)
    {
        TraceLine line = TraceLine.Of(lane, start, nowMs);
        TraceLine? last = _last?.Start == start ? _last : null;
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
