using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>One line of a capture: a frame, or why it is none. Reused by the reader.</summary>
public sealed class CaptureLine
{
    public CanFrame Frame { get; } = new();

    /// <summary>Which bus of the capture, as candump names it; can0 where its format does not say.</summary>
    public string Interface { get; set; } = CandumpWriter.Interface;

    /// <summary>Line number, from 1.</summary>
    public long Number { get; set; }

    /// <summary>Time stamp of the capture in microseconds, as written.</summary>
    public long TimeUs { get; set; }

    /// <summary>Null for a frame; otherwise what is wrong with the line, in words.</summary>
    public string? Refusal { get; set; }
}
