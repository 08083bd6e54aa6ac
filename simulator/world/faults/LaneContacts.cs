using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Sensors of a lane that may be wrong. Safety signals are none of them: their circuits are two-channelled
/// and the node reads copies.</summary>
public static class LaneContacts
{
    public static Contact<LaneInputs> Present { get; } =
        new("vehicle present", at => at.VehiclePresent, (at, level) => at.VehiclePresent = level);

    public static Contact<LaneInputs> Still { get; } =
        new("vehicle still", at => at.VehicleStill, (at, level) => at.VehicleStill = level);

    public static Contact<LaneInputs> InPosition { get; } =
        new("vehicle in position", at => at.VehicleInPosition, (at, level) => at.VehicleInPosition = level);

    public static Contact<LaneInputs> Handbrake { get; } =
        new("handbrake", at => at.HandbrakeOn, (at, level) => at.HandbrakeOn = level);

    public static Contact<LaneInputs> Neutral { get; } =
        new("neutral", at => at.GearNeutral, (at, level) => at.GearNeutral = level);

    /// <summary>The switch of the first lock point's open end.</summary>
    public static Contact<LaneInputs> LockOpen { get; } = OpenEnd(1);

    public static Contact<LaneInputs> LockClosed { get; } = ClosedEnd(1);

    public static Contact<LaneInputs> PackOnVehicle { get; } =
        new("pack on vehicle", at => at.PackOnVehicle, (at, level) => at.PackOnVehicle = level);

    public static Contact<LaneInputs> InPlace1 { get; } =
        new("pack in place 1", at => at.PackInPlace1, (at, level) => at.PackInPlace1 = level);

    public static Contact<LaneInputs> InPlace2 { get; } =
        new("pack in place 2", at => at.PackInPlace2, (at, level) => at.PackInPlace2 = level);

    public static Contact<LaneInputs> Tongue { get; } =
        new("tongue locked", at => at.HoistTongueLocked, (at, level) => at.HoistTongueLocked = level);

    public static Contact<LaneInputs> Pin { get; } =
        new("pin seated", at => at.HoistPinSeated, (at, level) => at.HoistPinSeated = level);

    public static Contact<LaneInputs> Raised { get; } =
        new("hoist raised", at => at.HoistRaised, (at, level) => at.HoistRaised = level);

    public static Contact<LaneInputs> Loaded { get; } =
        new("hoist loaded", at => at.HoistLoaded, (at, level) => at.HoistLoaded = level);

    /// <summary>Of a vehicle that has no frame for it.</summary>
    public static Contact<LaneInputs> ConnectorMated { get; } =
        new("connector mated", at => at.ConnectorMated, (at, level) => at.ConnectorMated = level);

    public static Contact<LaneInputs> ConnectorParted { get; } =
        new("connector parted", at => at.ConnectorParted, (at, level) => at.ConnectorParted = level);

    public static Contact<LaneInputs> Ready { get; } =
        new("hoist ready", at => at.HoistReady, (at, level) => at.HoistReady = level);

    /// <summary>Those that a life may make wrong.</summary>
    public static IReadOnlyList<Contact<LaneInputs>> All { get; } =
    [
        Present, Still, InPosition, Handbrake, Neutral, LockOpen, LockClosed, PackOnVehicle, InPlace1, InPlace2, Tongue,
        Pin, Raised, Loaded, ConnectorMated, ConnectorParted,
    ];

    /// <summary>The switch of a lock point's open end.</summary>
    /// <param name="point">From 1.</param>
    public static Contact<LaneInputs> OpenEnd(int point)
    {
        int bit = 1 << (point - 1);
        return new(
            $"lock open {point}",
            at => (at.LockOpenPoints & bit) != 0,
            (at, level) => at.LockOpenPoints = (at.LockOpenPoints & ~bit) | (level ? bit : 0));
    }

    public static Contact<LaneInputs> ClosedEnd(int point)
    {
        int bit = 1 << (point - 1);
        return new(
            $"lock closed {point}",
            at => (at.LockClosedPoints & bit) != 0,
            (at, level) => at.LockClosedPoints = (at.LockClosedPoints & ~bit) | (level ? bit : 0));
    }
}
