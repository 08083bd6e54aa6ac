using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>All that one step of the swap machine was given, and what came out.</summary>
public sealed record TraceLine
{
    /// <summary>Start of the node, from 1.</summary>
    public required int Start { get; init; }

    /// <summary>Time of the pass, milliseconds.</summary>
    public required long NowMs { get; init; }

    public required TraceState Given { get; init; }

    public required int StoreBay { get; init; }

    public required int TakeBay { get; init; }

    /// <summary>The facts that the step decided on, derived ones included.</summary>
    public required Fact Facts { get; init; }

    /// <summary>Index of the row taken, or -1: stayed.</summary>
    public required int Row { get; init; }

    public required Phase Next { get; init; }

    public required Fault NextFault { get; init; }

    public required Drive Drives { get; init; }

    /// <summary>Bay that the drives name, 0 for none.</summary>
    public required int Bay { get; init; }

    /// <summary>What the lane's last step was given and gave.</summary>
    public static TraceLine Of(Lane lane, int start, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return Of(lane.Given, lane.Output, lane.State, (lane.Bays.StoreBay, lane.Bays.TakeBay), start, nowMs);
    }

    /// <summary>What the cabinet's last step was given and gave.</summary>
    public static TraceLine Of(Cabinet cabinet, int start, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(cabinet);
        return Of(
            cabinet.Given, cabinet.Output, cabinet.State, (cabinet.Plan.StoreBay, cabinet.Plan.TakeBay), start, nowMs);
    }

    private static TraceLine Of(
        SwapState given, SwapOutput output, SwapState state, (int Store, int Take) bays, int start, long nowMs) => new()
    {
        Start = start,
        NowMs = nowMs,
        Given = TraceState.Of(given),
        StoreBay = bays.Store,
        TakeBay = bays.Take,
        Facts = output.Seen,
        Row = output.Row,
        Next = state.Phase,
        NextFault = state.Fault,
        Drives = output.Drives,
        Bay = SwapTable.BayOf(state.Phase, bays.Store, bays.Take),
    };

    /// <summary>True when nothing but time is different: no line of its own.</summary>
    public bool Repeats(TraceLine? last) => Row < 0 && last is not null && this with { NowMs = last.NowMs } == last;
}
