namespace SwapEdge.Simulator;

/// <summary>Sensors that are wrong: in the world, so that a board's drivers and virtual ports read the same.</summary>
public static class SensorActions
{
    private static readonly Parameter Sensor = Parameter.Choice(
        "sensor", "Which sensor: of the lane; or, with 'bay' or 'door', of that place.", SensorNames.All);

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        Form("sensor-stuck", "A sensor says the same, whatever is so.",
            (_, arguments) => _ => arguments.IsOn("level"),
            new Parameter("level", ParameterKind.Level, true, "What it says.")),
        Form("sensor-flipped", "A sensor says the contrary of what is so.", (_, _) => level => !level),
        Form("sensor-bounces", "A sensor says something else at each look.",
            (run, _) => level => SensorFault.Bouncing.Of(level, run.Chance)),
        Form("sensor-dusty", "A sensor misses a share of what it should see: it then says off.",
            (run, arguments) =>
            {
                double share = arguments.Number("share");
                return level => level && run.Chance.Between(0.0, 1.0) >= share;
            },
            Parameter.Share with { About = "How many of its readings it misses." }),
    ];

    private static ActionForm Form(
        string name,
        string about,
        Func<ScenarioRun, Arguments, Func<bool, bool>> made,
        params Parameter[] parameters) =>
        new(
            name,
            about,
            [Sensor, .. parameters, Parameter.Lane, Parameter.Bay, Parameter.Door],
            (run, arguments) => SensorNames.Break(run, arguments, name, made(run, arguments)))
        {
            Against = SensorNames.Against,
        };
}
