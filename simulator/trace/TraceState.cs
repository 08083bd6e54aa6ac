using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A copy of what the swap machine remembers, field by field.</summary>
public sealed record TraceState
{
    public required Phase Phase { get; init; }

    public required long EnteredMs { get; init; }

    public required Fault Fault { get; init; }

    public required int Retries { get; init; }

    public required int Pack { get; init; }

    public required bool Aborted { get; init; }

    public required Drive Hand { get; init; }

    public static TraceState Of(SwapState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new TraceState
        {
            Phase = state.Phase,
            EnteredMs = state.EnteredMs,
            Fault = state.Fault,
            Retries = state.Retries,
            Pack = state.Pack,
            Aborted = state.Aborted,
            Hand = state.Hand,
        };
    }
}
