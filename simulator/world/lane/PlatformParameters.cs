namespace SwapEdge.Simulator;

/// <summary>Axes of a platform that swaps a car's pack from below; see parameters/platform for the numbers.</summary>
public sealed record PlatformParameters
{
    /// <summary>A swap in about two and a half minutes.</summary>
    public static PlatformParameters BottomSwap { get; } = Of(ParameterRoles.Platform.Shipped("bottom-swap"));

    public required double StandbyPositionM { get; init; }

    public required double RailMPerS { get; init; }

    public required double LiftMPerS { get; init; }

    /// <summary>Speed of the lift near the car, and how near that is.</summary>
    public required double CreepMPerS { get; init; }

    public required double CreepM { get; init; }

    public required double PressMPerS { get; init; }

    /// <summary>How far a pack is pressed up to mate its connector.</summary>
    public required double PressM { get; init; }

    /// <summary>Reach of the fork from the rail into a bay.</summary>
    public required double ForkM { get; init; }

    public required double ForkMPerS { get; init; }

    public required double ClawSeconds { get; init; }

    public static PlatformParameters Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new PlatformParameters
        {
            StandbyPositionM = set.Thousandth("standby-position"),
            RailMPerS = set.Thousandth("rail"),
            LiftMPerS = set.Thousandth("lift"),
            CreepMPerS = set.Thousandth("creep"),
            CreepM = set.Thousandth("creep-distance"),
            PressMPerS = set.Thousandth("press"),
            PressM = set.Thousandth("press-distance"),
            ForkM = set.Thousandth("fork"),
            ForkMPerS = set.Thousandth("fork-speed"),
            ClawSeconds = set.Thousandth("claw"),
        };
    }
}
