namespace SwapEdge.Simulator;

/// <summary>What became of an expectation.</summary>
/// <param name="Expectation">Which.</param>
/// <param name="AtMs">Virtual time at which it was met; of one that speaks of all that may yet come: the end. Null: it
/// was not.</param>
public sealed record ExpectationMet(Expectation Expectation, long? AtMs);
