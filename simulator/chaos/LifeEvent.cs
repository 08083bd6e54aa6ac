namespace SwapEdge.Simulator;

/// <summary>A mishap with its time.</summary>
/// <typeparam name="TStation">The station that it befalls.</typeparam>
/// <param name="Mishap">What happens.</param>
/// <param name="AtMs">When it begins.</param>
/// <param name="UntilMs">When it is over.</param>
/// <param name="Detail">Chooses among its variants: which sensor, which node.</param>
public sealed record LifeEvent<TStation>(Mishap<TStation> Mishap, long AtMs, long UntilMs, int Detail);
