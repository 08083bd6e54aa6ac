using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What joins a node to the world: one of the two.</summary>
/// <param name="Board">A board with its wires.</param>
/// <param name="Ports">Buses and pins straight to the world.</param>
public sealed record NodeOutside(WiredNode? Board, NodePorts? Ports)
{
    /// <summary>Takes every request away: its outputs fall, or the hardware that hears no heartbeat does it.</summary>
    public Action Fall { get; init; } = static () => { };

    /// <summary>Its ends of buses, when it has no board.</summary>
    public IReadOnlyList<WireEnd> Ends { get; init; } = [];

    public static implicit operator NodeOutside(NodePorts ports) => new(null, ports);

    public static implicit operator NodeOutside(WiredNode board) => new(board, null);
}
