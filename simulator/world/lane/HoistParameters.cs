namespace SwapEdge.Simulator;

/// <summary>Axes of a hoist; see parameters/hoist for the numbers.</summary>
public sealed record HoistParameters
{
    /// <summary>A swap in a little under five minutes.</summary>
    public static HoistParameters TopLift { get; } = Of(ParameterRoles.Hoist.Shipped("top-lift"));

    public required double TopM { get; init; }

    public required double StandbyPositionM { get; init; }

    public required double TravelMPerS { get; init; }

    public required double EmptyMPerS { get; init; }

    public required double LoadedMPerS { get; init; }

    /// <summary>Speed near a seat, and how near that is.</summary>
    public required double CreepMPerS { get; init; }

    public required double CreepM { get; init; }

    public required double PressMPerS { get; init; }

    /// <summary>How far a pack is pressed down to mate its connector.</summary>
    public required double PressM { get; init; }

    public required double TongueSeconds { get; init; }

    public static HoistParameters Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new HoistParameters
        {
            TopM = set.Thousandth("top"),
            StandbyPositionM = set.Thousandth("standby-position"),
            TravelMPerS = set.Thousandth("travel"),
            EmptyMPerS = set.Thousandth("empty"),
            LoadedMPerS = set.Thousandth("loaded"),
            CreepMPerS = set.Thousandth("creep"),
            CreepM = set.Thousandth("creep-distance"),
            PressMPerS = set.Thousandth("press"),
            PressM = set.Thousandth("press-distance"),
            TongueSeconds = set.Thousandth("tongue"),
        };
    }
}
