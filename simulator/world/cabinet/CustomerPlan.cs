namespace SwapEdge.Simulator;

/// <summary>Somebody who comes to a cabinet.</summary>
/// <param name="Card">Shown to the reader.</param>
/// <param name="ArrivesMs">When.</param>
/// <param name="Brought">The pack that is brought.</param>
/// <param name="Mistake">What is done wrong.</param>
public sealed record CustomerPlan(
    string Card, long ArrivesMs, PackPlan Brought, CabinetMistake Mistake = CabinetMistake.None);
