using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// Which kinds of node run on the drivers and wires of a board; the others have the simulator's own ports straight to
/// the world.
/// </summary>
/// <param name="Name">As the command line has it.</param>
/// <param name="Kinds">Kinds of node that run on a board.</param>
public sealed record BoardChoice(string Name, IReadOnlyList<NodeKind> Kinds)
{
    /// <summary>The boards' programs run with their threads, in real time.</summary>
    public bool Threaded { get; init; }

    /// <summary>No board: the ports are the world's.</summary>
    public static BoardChoice Virtual { get; } = new("virtual", []);

    /// <summary>Each kind of node on the board that is made for it.</summary>
    public static BoardChoice Own { get; } = new("own", [NodeKind.Lane, NodeKind.Bays, NodeKind.Cabinet]);

    public static IReadOnlyList<BoardChoice> All { get; } =
    [
        Own,
        Virtual,
        new(LaneOnBench.BoardName, [NodeKind.Lane]),
        new(BaysOnBench.BoardName, [NodeKind.Bays]),
        new(CabinetOnBench.BoardName, [NodeKind.Cabinet]),
    ];

    public bool Has(NodeKind kind) => Kinds.Contains(kind);

    /// <summary>It is nothing to nodes of these kinds.</summary>
    public bool FitsNone(IEnumerable<NodeKind> kinds) => Kinds.Count > 0 && !kinds.Any(Has);
}
