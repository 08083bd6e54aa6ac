namespace SwapEdge.Simulator;

/// <summary>A pack at the beginning of a run, or when it comes.</summary>
/// <param name="Serial">Last seven digits of its code.</param>
/// <param name="Soc">Charge from 0 to 1.</param>
/// <param name="TemperatureC">Of its cells.</param>
public sealed record PackPlan(int Serial, double Soc, double TemperatureC)
{
    /// <summary>What it holds against new, 0 to 1; null: by chance.</summary>
    public double? Health { get; init; }

    /// <summary>Its code of 24 characters; null: one of this fleet with its serial.</summary>
    public string? Code { get; init; }
}
