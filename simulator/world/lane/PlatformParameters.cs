namespace SwapEdge.Simulator;

/// <summary>Axes of a platform that swaps a car's pack from below. Together a swap takes about two and a half minutes.
/// </summary>
public sealed record PlatformParameters
{
    public double StandbyPositionM { get; init; } = 2.0;

    public double RailMPerS { get; init; } = 0.8;

    public double LiftMPerS { get; init; } = 0.09;

    /// <summary>Speed of the lift near the car, and how near that is.</summary>
    public double CreepMPerS { get; init; } = 0.03;

    public double CreepM { get; init; } = 0.10;

    public double PressMPerS { get; init; } = 0.01;

    /// <summary>How far a pack is pressed up to mate its connector.</summary>
    public double PressM { get; init; } = 0.03;

    /// <summary>Reach of the fork from the rail into a bay.</summary>
    public double ForkM { get; init; } = 1.6;

    public double ForkMPerS { get; init; } = 0.25;

    public double ClawSeconds { get; init; } = 1.0;
}
