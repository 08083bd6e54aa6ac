namespace SwapEdge.Simulator;

/// <summary>A place where a pack can stand: on the vehicle, in a bay.</summary>
public sealed class Seat(string name, double positionM, double heightM)
{
    /// <summary>A pack nearer than this is seen by the seat's presence sensor.</summary>
    public const double DepthM = 0.4;

    public string Name { get; } = name;

    /// <summary>Where it is along the hoist's travel.</summary>
    public double PositionM { get; } = positionM;

    /// <summary>Height of the hoist's gripper, or of the platform's deck, when a pack touches the seat.</summary>
    public double HeightM { get; } = heightM;

    /// <summary>A lock that is anything but open: the pack cannot leave.</summary>
    public bool Clamps { get; set; }

    public Pack? Pack { get; set; }

    /// <summary>How far from its seat the pack is; below zero it is pressed onto its connector.</summary>
    public double PackHeightM { get; set; }

    /// <summary>A pack stands on the seat, or is pressed further down.</summary>
    public bool Filled => Pack is not null && PackHeightM < 0.005;
}
