namespace SwapEdge.Simulator;

/// <summary>A chip select that was opened.</summary>
/// <param name="Wire">What it reaches.</param>
/// <param name="Mode">Of its clock, 0 to 3.</param>
/// <param name="ClockHz">Frequency of its clock.</param>
public sealed record SpiUse(SpiWire Wire, int Mode, int ClockHz);
