using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Where a swap stands.</summary>
public static class SwapConditions
{
    private static readonly IReadOnlyList<string> Drives = ["any", "none", .. Choices.Of(Drive.None)
        .Where(name => name is not "stored")];

    public static IReadOnlyList<ConditionForm> All { get; } =
    [
        new("phase", "A lane or cabinet is in a phase.",
            [
                Parameter.Choice("phase", "Which.", Choices.Of<Phase>()),
                Parameter.Choice("fault", "And for this fault.", Choices.Of<Fault>(), required: false),
                Parameter.Lane,
            ],
            ScenarioRun.Unmade),
        new("fault", "A lane or cabinet is held or stopped for a fault, or for none.",
            [Parameter.Choice("fault", "Which.", Choices.Of<Fault>()), Parameter.Lane], ScenarioRun.Unmade),
        new("drive", "A request is on at the world's side of the outputs.",
            [Parameter.Choice("drive", "Which; 'motion' for any that moves something.", Drives), Parameter.Lane],
            ScenarioRun.Unmade),
        new("lock", "The lock of a vehicle's pack, in the world.",
            [
                Parameter.Choice("lock", "Where it is.", ["open", "closed", "between"]),
                new("position", ParameterKind.Count, false, "Of which pack; of the one that is meant if not said."),
                Parameter.Lane,
            ],
            ScenarioRun.Unmade)
        {
            Scope = StationScope.Lanes,
        },
        new("vehicle", "Where who comes to a lane or cabinet is, in the world.",
            [
                Parameter.Choice("vehicle", "Where: 'away' before it comes, 'gone' after.",
                    ["away", "arriving", "standing", "released", "gone"]),
                Parameter.Lane,
            ],
            ScenarioRun.Unmade),
        new("swaps", "How many swaps have ended, as the city has it.",
            [
                Parameter.Choice("swaps", "How they ended.", ["any", .. Choices.Of(SwapResult.None)]),
                new("at-least", ParameterKind.Count, false, "So many or more."),
                new("at-most", ParameterKind.Count, false, "So many or fewer."),
                new("exactly", ParameterKind.Count, false, "Just so many."),
                new("node", ParameterKind.Node, false, "Of which lane or cabinet; of all if not said."),
            ],
            ScenarioRun.Unmade),
        new("time", "Virtual time has come to this.",
            [new("time", ParameterKind.Duration, true, "Since the run began.")], ScenarioRun.Unmade),
    ];
}
