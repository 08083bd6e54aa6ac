namespace SwapEdge.Simulator;

/// <summary>A DC charger of a swap bay.</summary>
public sealed record ChargerParameters
{
    public double MaxVoltageV { get; init; } = 750;

    public double MinVoltageV { get; init; } = 200;

    public double MaxCurrentA { get; init; } = 250;

    public double MaxPowerW { get; init; } = 160_000;

    /// <summary>How fast the current follows the demand upwards.</summary>
    public double RampAPerS { get; init; } = 40;

    /// <summary>And how fast it ends: a stop is under 5 A within 100 ms (GB/T 27930 clause 9).</summary>
    public double StopAPerS { get; init; } = 4_000;

    public int InsulationTestMs { get; init; } = 3_000;
}
