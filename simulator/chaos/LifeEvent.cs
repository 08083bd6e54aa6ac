using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A mishap with its time.</summary>
/// <typeparam name="TStation">The station that it befalls.</typeparam>
/// <param name="Mishap">What happens.</param>
/// <param name="AtMs">When it begins: in the life, or after the phase began.</param>
/// <param name="LastsMs">How long it lasts.</param>
/// <param name="Detail">Chooses among its variants: which sensor, which node.</param>
/// <param name="During">The phase in which it begins; null: it waits for none.</param>
public sealed record LifeEvent<TStation>(
    Mishap<TStation> Mishap, long AtMs, int LastsMs, int Detail, Phase? During = null);
