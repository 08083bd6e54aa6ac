namespace SwapEdge.Simulator;

/// <summary>What is expected of a run.</summary>
/// <param name="Kind">How.</param>
/// <param name="Conditions">What: one, or several in their order.</param>
/// <param name="WithinMs">From the start, or from <paramref name="After"/>; null: until the end.</param>
/// <param name="After">Counts only from when this is so; null: from the start.</param>
/// <param name="Place">Where it is said.</param>
/// <param name="Text">As it is said, for the reason of a failure.</param>
public sealed record Expectation(
    ExpectationKind Kind,
    IReadOnlyList<ConditionPlan> Conditions,
    long? WithinMs,
    ConditionPlan? After,
    Place Place,
    string Text);
