namespace SwapEdge.Simulator;

/// <summary>Why a run failed.</summary>
/// <param name="Place">Where the expectation, or what did not happen, stands in the file.</param>
/// <param name="Expectation">What was expected, as it stands there.</param>
/// <param name="Reason">What was seen instead, in words.</param>
/// <param name="AtMs">Virtual time at which that was clear.</param>
public sealed record ScenarioFailure(Place Place, string Expectation, string Reason, long AtMs);
