using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What people at the station do, and the safety chain.</summary>
public static class PeopleActions
{
    private const long PressMs = 500;

    private static readonly IReadOnlyList<string> Drives = [.. Choices.Of(Drive.None)
        .Where(name => name is not ("motion" or "stored"))];

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("press", "Somebody presses a button, half a second if not said otherwise.",
            [
                Parameter.Choice("button", "Which button.", ["confirm", "abort", "driver-abort"]), Parameter.Lane,
            ],
            ScenarioRun.NotYet)
        {
            UsualMs = PressMs,
        },
        new("key-switch", "Somebody turns the operator's key.",
            [new("to", ParameterKind.Level, true, "On or off."), Parameter.Lane], ScenarioRun.NotYet),
        new("select", "Somebody turns the selector.",
            [
                Parameter.Choice("position", "Where to.", ["automatic", "manual", "maintenance", "closed"]),
                Parameter.Lane,
            ],
            ScenarioRun.NotYet),
        new("hold", "A technician holds a button of the pendant.",
            [Parameter.Choice("drive", "Which drive it asks for.", Drives), Parameter.Lane], ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
        },
        new("operator-asks", "A person with the key asks for something at a bay or door, and confirms.",
            [
                Parameter.Choice("request", "What.", Choices.Of(OperatorRequest.None)), Parameter.Bay, Parameter.Door,
            ],
            ScenarioRun.NotYet)
        {
            UsualMs = PressMs,
        },
        new("technician", "A technician comes to a cabinet, shuts what is open, looks and confirms.",
            [], ScenarioRun.NotYet)
        {
            Scope = StationScope.Cabinet,
            UsualMs = 60_000,
        },
        new("safety-chain", "The safety chain opens: an emergency stop, a guard, somebody in the lane.",
            [Parameter.Lane], ScenarioRun.NotYet),
        new("release-refused", "The safety chain does not permit the lock's release.",
            [Parameter.Lane], ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
        },
        new("fire", "The fire alarm of a lane or cabinet.", [Parameter.Lane], ScenarioRun.NotYet),
    ];
}
