namespace SwapEdge.Simulator;

/// <summary>When something happens: at a time, or when something is so for the first time.</summary>
/// <param name="AtMs">Virtual time; null: it waits for <paramref name="When"/>.</param>
/// <param name="When">What it waits for; null: it is a time.</param>
/// <param name="AfterMs">So much later than that.</param>
public sealed record Trigger(long? AtMs, ConditionPlan? When, long AfterMs);
