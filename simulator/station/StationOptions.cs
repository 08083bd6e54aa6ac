using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>How a station is run: what no plan of it says.</summary>
public sealed record StationOptions
{
    /// <summary>Which nodes run on boards; null: as the plan says.</summary>
    public BoardChoice? Boards { get; init; }

    /// <summary>Nodes, broker and city talk over loopback TCP; otherwise in memory, which is cheaper.</summary>
    public bool OverTcp { get; init; }

    /// <summary>
    /// Opens connections to a broker of others, which nodes and city then speak to; for real time, as it answers when
    /// it likes. Null: a broker of their own.
    /// </summary>
    public Func<IConnection>? Broker { get; init; }

    /// <summary>
    /// Length of a step of the world, a divisor of a pass: coarser is cheaper, and frames arrive in bigger handfuls.
    /// With boards it is 5 ms whatever stands here.
    /// </summary>
    public int StepMs { get; init; } = World.StepMs;

    /// <summary>Civil time at the beginning.</summary>
    public DateTimeOffset Begins { get; init; } = new StationPlan().Begins;

    /// <summary>Bytes that each node has for what it keeps; 3 MB is what a board with 16 MB of flash has.</summary>
    public int StoreBytes { get; init; } = 3 * 1024 * 1024;

    /// <summary>Identities that may be served; null, or an empty one among them: of who comes in the plan's story.
    /// </summary>
    public IReadOnlyList<string>? Vehicles { get; init; }

    /// <summary>Records every node, those with threads too; null: nobody does.</summary>
    public RunRecorder? Recorder { get; init; }

    /// <summary>
    /// Asked at each start of a node, with its settings and its ports: what the node is then made of. For whoever wants
    /// to know what a wrong node would do. Null: of its ports.
    /// </summary>
    public Func<NodeSettings, NodePorts, NodePorts>? Between { get; init; }
}
