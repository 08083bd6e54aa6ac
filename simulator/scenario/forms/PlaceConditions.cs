namespace SwapEdge.Simulator;

/// <summary>Bays, doors and packs.</summary>
public static class PlaceConditions
{
    public static IReadOnlyList<ConditionForm> All { get; } =
    [
        OfPlace("permit", "The node permits charging at a bay or door.",
            new Parameter("permit", ParameterKind.Level, true, "It does, or it does not.")),
        OfPlace("charging", "Current flows into the pack at a bay or door, in the world.",
            new Parameter("charging", ParameterKind.Level, true, "It does, or it does not.")),
        OfPlace("presence", "What a node believes of a bay or door.",
            Parameter.Choice("presence", "What.", ["empty", "occupied", "unsure"])),
        new("pack", "The pack at a place, in the world.",
            [
                Parameter.At with { Name = "pack" },
                new("charge-above", ParameterKind.Percent, false, "Its charge is above this."),
                new("charge-below", ParameterKind.Percent, false, "Its charge is below this."),
                new("temperature-above", ParameterKind.Temperature, false, "Its hottest cell is above this."),
                new("temperature-below", ParameterKind.Temperature, false, "Its coldest cell is below this."),
                new("insulation-above", ParameterKind.Resistance, false, "Its insulation is above this."),
                new("insulation-below", ParameterKind.Resistance, false, "Its insulation is below this."),
                new("code", ParameterKind.Text, false, "It has this code."),
                new("there", ParameterKind.Level, false, "A pack is there at all; yes if not said."),
            ],
            ScenarioRun.Unmade),
    ];

    private static ConditionForm OfPlace(string name, string about, Parameter what) =>
        new(name, about, [what, Parameter.Bay, Parameter.Door], ScenarioRun.Unmade)
        {
            Against = PackActions.NeedsPlace,
        };
}
