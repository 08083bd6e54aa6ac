using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What befalls frames on a bus.</summary>
/// <param name="Of">Which frames, by their sender and themselves.</param>
public sealed record WireFault(Func<WireEnd, CanFrame, bool> Of)
{
    /// <summary>Share that nobody hears, 0 to 1.</summary>
    public double Lost { get; init; }

    /// <summary>Share that comes late, 0 to 1.</summary>
    public double Late { get; init; }

    /// <summary>How late at most.</summary>
    public int LateMs { get; init; }

    /// <summary>Share in which one bit is wrong, 0 to 1.</summary>
    public double Corrupted { get; init; }
}
