using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What the station would have known when a message came.</summary>
/// <param name="Stage">Stage of the charging session, in words.</param>
/// <param name="Reading">The pack's values at a moment.</param>
/// <param name="News">Warnings raised or cleared since the message before.</param>
/// <param name="CurrentShiftMa">To be added to currents: a dialect's offset beyond the standard's.</param>
public sealed record ReplayView(
    string Stage, Func<long, PackReading> Reading, IReadOnlyList<ReplayWarning> News, int CurrentShiftMa = 0);
