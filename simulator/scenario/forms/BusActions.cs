namespace SwapEdge.Simulator;

/// <summary>Buses on which frames get lost, late or corrupted, and senders that fall silent.</summary>
public static class BusActions
{
    private static readonly Parameter Bus = Parameter.Choice(
        "bus", "Which bus: the swap-pack bus of a lane, the station link, or the charger bus of a bay.",
        ["swap", "link", "charger"]);

    private static readonly Parameter Sender = Parameter.Choice(
        "sender", "Only frames of this one; everybody's if neither this nor 'node' is said.",
        ["swap-controller", "vehicle-computer", "pack", "charger"], required: false);

    private static readonly Parameter OfNode = new(
        "node", ParameterKind.Node, false, "Only frames of this node.");

    private static readonly Parameter Share = new(
        "share", ParameterKind.Percent, true, "How many of the frames.");

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        OnBus("bus-silent", "Nobody on a bus is heard, or one sender is not."),
        OnBus("bus-loses", "Frames get lost on a bus.", Share),
        OnBus("bus-late", "Frames come late on a bus.", Share,
            new Parameter("by", ParameterKind.Duration, true, "How late at most.")),
        OnBus("bus-corrupts", "A bit of a frame is wrong, and nothing noticed it on the way.", Share),
        OnLine("line-silent", "The cabinet's line to the packs says nothing.", Parameter.Door with
        {
            About = "Only the pack behind this door; all if not said.",
        }),
        OnLine("line-corrupts", "Bytes on the cabinet's line to the packs are wrong.",
            new Parameter("share", ParameterKind.Percent, true, "How many of the bytes.")),
    ];

    private static ActionForm OnBus(string name, string about, params Parameter[] parameters) =>
        new(name, about, [Bus, .. parameters, Sender, OfNode, Parameter.Lane, Parameter.Bay], ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
            Against = Against,
        };

    private static ActionForm OnLine(string name, string about, params Parameter[] parameters) =>
        new(name, about, parameters, ScenarioRun.NotYet) { Scope = StationScope.Cabinet };

    private static string? Against(StationPlan station, Arguments arguments)
    {
        bool charger = arguments.Text("bus") == "charger";
        return charger && !arguments.Has("bay") ? "'bay' says which charger bus is meant"
            : !charger && arguments.Has("bay") ? "only a charger bus has a bay"
            : null;
    }
}
