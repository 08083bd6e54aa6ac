namespace SwapEdge.Simulator;

/// <summary>Power, store and clock of nodes.</summary>
public static class NodeActions
{
    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("power-cut", "A node has no power; what it has stored stays.", [Parameter.Node], ScenarioRun.NotYet),
        new("power-cut-in-append", "A node's power fails inside the next write to its store.",
            [
                Parameter.Node,
                new("bytes", ParameterKind.Count, false, "So many bytes of it are there afterwards; 0 if not said."),
                new("off", ParameterKind.Duration, false, "How long it then has no power; 2 s if not said."),
            ],
            ScenarioRun.NotYet)
        {
            Lasts = false,
        },
        new("restart", "Somebody presses a node's reset button.", [Parameter.Node], ScenarioRun.NotYet)
        {
            Lasts = false,
        },
        new("replace", "A node's board is replaced by a new one: an empty store, so a new journal.",
            [Parameter.Node], ScenarioRun.NotYet)
        {
            Lasts = false,
        },
        new("store-fails", "A node's store does not take what is written.", [Parameter.Node], ScenarioRun.NotYet),
        new("store-full", "A node's store says that it is full.", [Parameter.Node], ScenarioRun.NotYet),
        new("clock-jumps", "Civil time of a node is set wrong.",
            [
                Parameter.AnyNode,
                new("by", ParameterKind.Duration, true, "How far."),
                Parameter.Choice("way", "Where to; ahead if not said.", ["ahead", "back"], required: false),
            ],
            ScenarioRun.NotYet),
        new("clock-unknown", "A node has no civil time: its clock lost power, no time server answers.",
            [Parameter.AnyNode], ScenarioRun.NotYet),
    ];
}
