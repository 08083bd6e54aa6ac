using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Power, store and clock of nodes.</summary>
public static class NodeActions
{
    private const long UsualOffMs = 2_000;

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("power-cut", "A node has no power; what it has stored stays.", [Parameter.Node], (run, arguments) =>
        {
            StationNode node = run.NodeOf(arguments);
            return run.Hold(node, "power", on => node.PowerTaken = on);
        }),
        new("power-cut-in-append", "A node's power fails inside the next write to its store.",
            [
                Parameter.Node,
                new("bytes", ParameterKind.Count, false, "So many bytes of it are there afterwards; 0 if not said."),
                new("off", ParameterKind.Duration, false, "How long it then has no power; 2 s if not said.")
                {
                    Least = 1,
                    IsInRun = true,
                },
            ],
            (run, arguments) =>
            {
                run.NodeOf(arguments).CutInAppend(
                    arguments.Count("bytes", 0), (int)arguments.Ms("off", UsualOffMs));
                return null;
            })
        {
            Lasts = false,
        },
        new("restart", "Somebody presses a node's reset button.", [Parameter.Node], (run, arguments) =>
        {
            run.NodeOf(arguments).RestartNow();
            return null;
        })
        {
            Lasts = false,
        },
        new("replace", "A node's board is replaced by a new one: an empty store, so a new journal.",
            [Parameter.Node], (run, arguments) =>
            {
                run.NodeOf(arguments).Replace();
                return null;
            })
        {
            Lasts = false,
        },
        new("store-fails", "A node's store does not take what is written.", [Parameter.Node],
            (run, arguments) => Refuse(run, arguments, StoreResult.Failed)),
        new("store-full", "A node's store says that it is full.", [Parameter.Node],
            (run, arguments) => Refuse(run, arguments, StoreResult.Full)),
        new("clock-jumps", "Civil time of a node is set wrong.",
            [
                Parameter.AnyNode,
                new("by", ParameterKind.Duration, true, "How far.") { Least = 1, Most = ParameterRange.YearMs },
                Parameter.Choice("way", "Where to; ahead if not said.", ["ahead", "back"], required: false),
            ],
            Jump),
        new("clock-unknown", "A node has no civil time: its clock lost power, no time server answers.",
            [Parameter.AnyNode], Forget),
    ];

    private static Action Refuse(ScenarioRun run, Arguments arguments, StoreResult answer)
    {
        TearingStore store = run.NodeOf(arguments).Medium;
        return run.Hold(store, "answer", answer, StoreResult.Ok, says => store.Answer = says);
    }

    /// <summary>By so much further than it would be: two jumps add up.</summary>
    private static Action Jump(ScenarioRun run, Arguments arguments)
    {
        IReadOnlyList<StationNode> nodes = run.NodesOf(arguments);
        long byMs = arguments.Text("way", "ahead") == "back" ? -arguments.Ms("by") : arguments.Ms("by");
        Each(nodes, node => node.Clock.Jump(byMs));
        return () => Each(nodes, node => node.Clock.Jump(-byMs));
    }

    private static Action Forget(ScenarioRun run, Arguments arguments) => OfNodes(
        run, arguments, "clock", TimeQuality.Unknown, TimeQuality.Sntp, static (node, quality) =>
            node.Clock.UtcQuality = quality);

    /// <summary>Keeps something of the nodes that are meant otherwise than it was, of each by itself.</summary>
    internal static Action OfNodes<T>(
        ScenarioRun run, Arguments arguments, string what, T value, T before, Action<StationNode, T> set)
    {
        Action[] ends =
        [
            .. run.NodesOf(arguments).Select(node => run.Hold(node, what, value, before, to => set(node, to))),
        ];
        return () => Array.ForEach(ends, end => end());
    }

    private static void Each(IReadOnlyList<StationNode> nodes, Action<StationNode> change)
    {
        foreach (StationNode node in nodes)
        {
            change(node);
        }
    }
}
