using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>One line of a capture: a frame, or why it is none. Reused by the reader.</summary>
public sealed class CaptureLine
{
    public CanFrame Frame { get; } = new();

    /// <summary>Line number, from 1.</summary>
    public long Number { get; set; }

    /// <summary>Time stamp of the capture in microseconds, as written.</summary>
    public long TimeUs { get; set; }

    /// <summary>Null for a frame; otherwise what is wrong with the line, in words.</summary>
    public string? Refusal { get; set; }
}
