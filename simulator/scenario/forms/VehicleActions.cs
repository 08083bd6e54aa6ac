namespace SwapEdge.Simulator;

/// <summary>Vehicles, their drivers, and customers of a cabinet.</summary>
public static class VehicleActions
{
    public static IReadOnlyList<ActionForm> All { get; } =
    [
        new("arrive", "Somebody comes, as soon as whoever was there has gone.",
            [
                new("vehicle", ParameterKind.Text, false, "VIN, tag or card; the one of the story if not said."),
                new("known", ParameterKind.Level, false, "The station may serve it; yes if not said."),
                new("charge", ParameterKind.Percent, false, "Of the pack that it brings."),
                new("temperature", ParameterKind.Temperature, false, "Of the pack that it brings."),
                new("code", ParameterKind.Text, false, "Of the pack that it brings."),
                new("mistake", ParameterKind.Text, false, "What the driver or customer does wrong."),
                Parameter.Lane,
            ],
            ScenarioRun.NotYet)
        {
            Lasts = false,
        },
        new("driver", "The driver who should sit still does something.",
            [Parameter.Choice("does", "What.", Choices.Of(DriverMistake.None)), Parameter.Lane], ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
        },
        new("drives-off", "The driver drives off, told or not.", [Parameter.Lane], ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
            Lasts = false,
        },
        new("relays-stick", "The main relays of the packs on a vehicle stay closed, whatever anybody wants.",
            [Parameter.Lane], ScenarioRun.NotYet)
        {
            Scope = StationScope.Lanes,
        },
    ];
}
