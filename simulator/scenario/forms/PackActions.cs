namespace SwapEdge.Simulator;

/// <summary>What becomes of packs, wherever they are.</summary>
public static class PackActions
{
    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("insulation", "The insulation of a pack declines or recovers.",
            [Parameter.At, new("to", ParameterKind.Resistance, true, "What it comes to."), Parameter.Over],
            ScenarioRun.NotYet)
        {
            Lasts = false,
        },
        new("heats", "The cells of a pack get hot by themselves: a runaway.",
            [Parameter.At, new("to", ParameterKind.Temperature, true, "What they come to."), Parameter.Over],
            ScenarioRun.NotYet)
        {
            Lasts = false,
        },
        new("smoke", "The smoke detector of a bay or door sees smoke.", [Parameter.Bay, Parameter.Door],
            ScenarioRun.NotYet)
        {
            Against = NeedsPlace,
        },
        new("pack-smokes", "The BMS of a pack says that it smells smoke.", [Parameter.At], ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
        },
        new("pack-alarm", "The BMS of a pack reports an alarm.",
            [Parameter.At, new("level", ParameterKind.Count, true, "1 to 3, 3 the worst.")], ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
        },
        new("pack-silent", "The BMS of a pack says nothing.", [Parameter.At], ScenarioRun.NotYet),
        new("welded", "The BMS of a pack says that a main relay is welded.", [Parameter.At], ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
        },
        new("unknown-pack", "A pack has a code that nobody knows.",
            [Parameter.At, new("code", ParameterKind.Text, false, "Which; one of no maker if not said.")],
            ScenarioRun.NotYet)
        {
            Lasts = false,
        },
        new("cells-apart", "One cell of a pack is weaker than the others.",
            [Parameter.At, new("by", ParameterKind.Voltage, true, "How far apart the cells are.")],
            ScenarioRun.NotYet),
        new("ambient", "The air gets colder or warmer.",
            [new("to", ParameterKind.Temperature, true, "What it comes to."), Parameter.Over], ScenarioRun.NotYet)
        {
            Lasts = false,
        },
    ];

    internal static string? NeedsPlace(StationPlan station, Arguments arguments) =>
        arguments.Has("bay") || arguments.Has("door") ? null
        : station.IsCabinet ? "'door' says which" : "'bay' says which";
}
