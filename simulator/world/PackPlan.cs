namespace SwapEdge.Simulator;

/// <summary>A pack at the beginning of a run.</summary>
/// <param name="Serial">Last seven digits of its code.</param>
/// <param name="Soc">Charge from 0 to 1.</param>
/// <param name="TemperatureC">Of its cells.</param>
public sealed record PackPlan(int Serial, double Soc, double TemperatureC);
