namespace SwapEdge.Simulator;

/// <summary>How the air changes over a day, and what salt in it does; see parameters/weather for the numbers.</summary>
public sealed record WeatherParameters
{
    /// <summary>The same temperature all day.</summary>
    public static WeatherParameters Steady { get; } = Of(ParameterRoles.Weather.Shipped("steady"));

    /// <summary>Half of the difference between the day's warmest and coldest hour.</summary>
    public required double SwingK { get; init; }

    /// <summary>From -1, coldest, to 1, warmest, at each hour from midnight.</summary>
    public required IReadOnlyList<double> OverTheDay { get; init; }

    /// <summary>In salt air a pack's insulation halves in this time.</summary>
    public required double InsulationHalvesMs { get; init; }

    public required double InsulationLeastOhm { get; init; }

    public static WeatherParameters Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new WeatherParameters
        {
            SwingK = set.Number("swing"),
            OverTheDay = set.Hours("over-the-day"),
            InsulationHalvesMs = set.Number("insulation-halves"),
            InsulationLeastOhm = set.Number("insulation-least"),
        };
    }
}
