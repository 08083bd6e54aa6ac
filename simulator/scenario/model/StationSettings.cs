namespace SwapEdge.Simulator;

/// <summary>Which settings of its nodes a scenario may set.</summary>
public static class StationSettings
{
    /// <summary>Doors of a cabinet.</summary>
    public const int Doors = 8;

    /// <summary>Bays of a station in which nobody says how many.</summary>
    public const int UsualBays = 4;

    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("charger", ParameterKind.Power, false, "The most that the charger of a bay draws; the city can limit it."),
        new("watch", ParameterKind.Duration, false, "How long a pack that has come in is watched."),
        new("target", ParameterKind.Percent, false, "Charge at or above which a pack is given out."),
        new("alarm-level", ParameterKind.Count, false, "Alarm of a BMS from which on a pack is kept apart, 1 to 3."),
        new("permits", ParameterKind.Text, false, "Beginning of the pack codes that are taken in; all when left out."),
        new("insulation", ParameterKind.Count, false, "Least insulation of a pack, ohms per volt."),
        new("telemetry", ParameterKind.Duration, false, "Time between two samples of telemetry, 1 s to 600 s."),
        new("store", ParameterKind.Count, false, "Kilobytes that a node has for what it keeps."),
    ];
}
