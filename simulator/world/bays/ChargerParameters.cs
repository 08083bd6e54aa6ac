namespace SwapEdge.Simulator;

/// <summary>A DC charger; see parameters/charger for the numbers.</summary>
public sealed record ChargerParameters
{
    /// <summary>Of a truck station's bay.</summary>
    public static ChargerParameters Dc160 { get; } = Of(ParameterRoles.Charger.Shipped("dc-160kw"));

    /// <summary>Of a car station's bay.</summary>
    public static ChargerParameters Dc80 { get; } = Of(ParameterRoles.Charger.Shipped("dc-80kw"));

    /// <summary>Of a cabinet's door.</summary>
    public static ChargerParameters Door { get; } = Of(ParameterRoles.Charger.Shipped("door-15a"));

    public required double MaxVoltageV { get; init; }

    public required double MinVoltageV { get; init; }

    public required double MaxCurrentA { get; init; }

    public required double MaxPowerW { get; init; }

    /// <summary>How fast the current follows the demand upwards.</summary>
    public required double RampAPerS { get; init; }

    /// <summary>And how fast it ends.</summary>
    public required double StopAPerS { get; init; }

    public required int InsulationTestMs { get; init; }

    /// <summary>Output against input, at load.</summary>
    public required double Efficiency { get; init; }

    /// <summary>Taken from the grid at rest.</summary>
    public required double StandbyW { get; init; }

    public static ChargerParameters Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new ChargerParameters
        {
            MaxVoltageV = set.Number("max-voltage"),
            MinVoltageV = set.Number("min-voltage"),
            MaxCurrentA = set.Number("max-current"),
            MaxPowerW = set.Number("max-power"),
            RampAPerS = set.Number("ramp"),
            StopAPerS = set.Number("stop"),
            InsulationTestMs = set.Count("insulation-test"),
            Efficiency = set.Number("efficiency"),
            StandbyW = set.Number("standby"),
        };
    }
}
