namespace SwapEdge.Simulator;

/// <summary>A limit of a schedule, in force from its start until the next one's.</summary>
public sealed record ChargingPeriod(long StartUtcMs, int LimitW);
