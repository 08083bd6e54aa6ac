namespace SwapEdge.Simulator;

/// <summary>Who comes to a station in a day, and with what.</summary>
public sealed record TrafficParameters
{
    /// <summary>How many come in each hour of the day on average, from midnight, local time.</summary>
    public required IReadOnlyList<double> ArrivalsPerHour { get; init; }

    /// <summary>How many different vehicles, or cards, there are.</summary>
    public required int Fleet { get; init; }

    /// <summary>Charge of a pack that comes, 0 to 1.</summary>
    public required Spread Charge { get; init; }

    /// <summary>How much warmer than the air its cells are: it has been driven.</summary>
    public required Spread WarmerK { get; init; }

    /// <summary>What it holds against new, 0 to 1.</summary>
    public required Spread Health { get; init; }

    /// <summary>Share of customers of a cabinet who do something wrong; 0 for a lane.</summary>
    public required double Mistakes { get; init; }

    /// <summary>A set that is shipped.</summary>
    public static TrafficParameters Shipped(string name) => Of(ParameterRoles.Traffic.Shipped(name));

    public static TrafficParameters Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new TrafficParameters
        {
            ArrivalsPerHour = set.Hours("arrivals"),
            Fleet = set.Count("fleet"),
            Charge = set.Spread("charge"),
            WarmerK = set.Spread("warmer"),
            Health = set.Spread("health"),
            Mistakes = set.Number("mistakes"),
        };
    }
}
