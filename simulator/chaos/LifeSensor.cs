using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>One sensor of a lane that may be wrong.</summary>
/// <param name="Name">In words.</param>
/// <param name="Get">Its level.</param>
/// <param name="Set">Another level in its place.</param>
public sealed record LifeSensor(string Name, Func<LaneInputs, bool> Get, Action<LaneInputs, bool> Set)
{
    public static LifeSensor Present { get; } =
        new("vehicle present", at => at.VehiclePresent, (at, level) => at.VehiclePresent = level);

    public static LifeSensor Still { get; } =
        new("vehicle still", at => at.VehicleStill, (at, level) => at.VehicleStill = level);

    public static LifeSensor InPosition { get; } =
        new("vehicle in position", at => at.VehicleInPosition, (at, level) => at.VehicleInPosition = level);

    public static LifeSensor Handbrake { get; } =
        new("handbrake", at => at.HandbrakeOn, (at, level) => at.HandbrakeOn = level);

    public static LifeSensor Neutral { get; } =
        new("neutral", at => at.GearNeutral, (at, level) => at.GearNeutral = level);

    /// <summary>The switch of the first lock point's open end.</summary>
    public static LifeSensor LockOpen { get; } =
        new("lock open", at => (at.LockOpenPoints & 1) != 0,
            (at, level) => at.LockOpenPoints = (at.LockOpenPoints & ~1) | (level ? 1 : 0));

    public static LifeSensor LockClosed { get; } =
        new("lock closed", at => (at.LockClosedPoints & 1) != 0,
            (at, level) => at.LockClosedPoints = (at.LockClosedPoints & ~1) | (level ? 1 : 0));

    public static LifeSensor PackOnVehicle { get; } =
        new("pack on vehicle", at => at.PackOnVehicle, (at, level) => at.PackOnVehicle = level);

    public static LifeSensor InPlace1 { get; } =
        new("pack in place 1", at => at.PackInPlace1, (at, level) => at.PackInPlace1 = level);

    public static LifeSensor InPlace2 { get; } =
        new("pack in place 2", at => at.PackInPlace2, (at, level) => at.PackInPlace2 = level);

    public static LifeSensor Tongue { get; } =
        new("tongue locked", at => at.HoistTongueLocked, (at, level) => at.HoistTongueLocked = level);

    public static LifeSensor Pin { get; } =
        new("pin seated", at => at.HoistPinSeated, (at, level) => at.HoistPinSeated = level);

    public static LifeSensor Raised { get; } =
        new("hoist raised", at => at.HoistRaised, (at, level) => at.HoistRaised = level);

    public static LifeSensor Loaded { get; } =
        new("hoist loaded", at => at.HoistLoaded, (at, level) => at.HoistLoaded = level);

    /// <summary>Of a vehicle that has no frame for it.</summary>
    public static LifeSensor ConnectorMated { get; } =
        new("connector mated", at => at.ConnectorMated, (at, level) => at.ConnectorMated = level);

    public static LifeSensor ConnectorParted { get; } =
        new("connector parted", at => at.ConnectorParted, (at, level) => at.ConnectorParted = level);

    /// <summary>Those that a life may make wrong. Safety signals are none of them: their circuits are two-channelled
    /// and the node reads copies.</summary>
    public static IReadOnlyList<LifeSensor> All { get; } =
    [
        Present, Still, InPosition, Handbrake, Neutral, LockOpen, LockClosed, PackOnVehicle, InPlace1, InPlace2, Tongue,
        Pin, Raised, Loaded, ConnectorMated, ConnectorParted,
    ];
}
