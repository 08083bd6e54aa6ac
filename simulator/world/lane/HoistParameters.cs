namespace SwapEdge.Simulator;

/// <summary>Axes of a top-lift hoist. Together they make a swap of a little under five minutes.</summary>
public sealed record HoistParameters
{
    public double TopM { get; init; } = 3.9;

    public double StandbyPositionM { get; init; } = 2.0;

    public double TravelMPerS { get; init; } = 0.32;

    public double EmptyMPerS { get; init; } = 0.18;

    public double LoadedMPerS { get; init; } = 0.12;

    /// <summary>Speed near a seat, and how near that is.</summary>
    public double CreepMPerS { get; init; } = 0.04;

    public double CreepM { get; init; } = 0.20;

    public double PressMPerS { get; init; } = 0.01;

    /// <summary>How far a pack is pressed down to mate its connector.</summary>
    public double PressM { get; init; } = 0.03;

    public double TongueSeconds { get; init; } = 3.0;
}
