using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>An input of a node that a person can work.</summary>
/// <param name="Name">As a step names it.</param>
/// <param name="Key">Of its text.</param>
/// <param name="Bay">0 for the node itself.</param>
/// <param name="Bit">In the levels of its place.</param>
/// <param name="Number">Of the lock point, bay or door; 0 for none.</param>
public sealed record InputPoint(string Name, string Key, int Bay, int Bit, int Number)
{
    /// <summary>By which a person brings the node back into maintenance: they change beside others.</summary>
    public bool IsOfReturn => Bay == 0 && Bit is (int)LaneSensor.KeySwitchOn or (int)LaneSensor.ConfirmPressed
        or (int)LaneSensor.MaintenanceSelected || (Bay != 0 && Bit is KeyBit or ConfirmBit);

    /// <summary>One end of a thing that moves between two: it must be on at that end.</summary>
    public bool IsEnd => Bay == 0
        && Bit is >= (int)LaneSensor.LockOpen or (int)LaneSensor.ConnectorMated or (int)LaneSensor.ConnectorParted;

    /// <summary>Bit of the other end of a thing that moves between two.</summary>
    public int OtherEnd => Bit >= (int)LaneSensor.LockClosed ? Bit - LockPoints
        : Bit >= (int)LaneSensor.LockOpen ? Bit + LockPoints
        : (int)LaneSensor.ConnectorMated + (int)LaneSensor.ConnectorParted - Bit;

    private const int LockPoints = (int)LaneSensor.LockClosed - (int)LaneSensor.LockOpen;
    private const int PresentBit = 2;
    private const int ClearBit = 3;
    private const int SmokeBit = 5;
    private const int KeyBit = 6;
    private const int ConfirmBit = 7;

    private static readonly LaneSensor[] OfCabinet =
    [
        LaneSensor.SafetyChainClosed, LaneSensor.FireLoopClosed, LaneSensor.AbortPressed, LaneSensor.ManualSelected,
        LaneSensor.VehiclePresent, LaneSensor.ConfirmPressed, LaneSensor.KeySwitchOn, LaneSensor.MaintenanceSelected,
    ];

    // Those that end maintenance come last: a person confirms after each of them.
    private static readonly LaneSensor[] OfLane =
    [
        LaneSensor.ReleasePermitted, LaneSensor.ManualSelected, LaneSensor.VehiclePresent,
        LaneSensor.VehicleInPosition, LaneSensor.VehicleStill, LaneSensor.HandbrakeOn, LaneSensor.GearNeutral,
        LaneSensor.PackOnVehicle, LaneSensor.PackInPlace1, LaneSensor.PackInPlace2, LaneSensor.ConnectorMated,
        LaneSensor.ConnectorParted, LaneSensor.HoistReady, LaneSensor.HoistTongueLocked, LaneSensor.HoistPinSeated,
        LaneSensor.HoistRaised, LaneSensor.HoistLoaded, LaneSensor.ConfirmPressed, LaneSensor.DriverAborts,
        LaneSensor.AbortPressed, LaneSensor.SafetyChainClosed, LaneSensor.FireLoopClosed, LaneSensor.KeySwitchOn,
        LaneSensor.MaintenanceSelected,
    ];

    private static readonly (int Bit, string Name)[] OfBay =
    [
        (PresentBit, "pack-present"), (ClearBit, "bay-clear"), (SmokeBit, "smoke-free"), (ConfirmBit, "confirm"),
        (KeyBit, "key"),
    ];

    private static readonly (int Bit, string Name)[] OfDoor =
        [(0, "door-shut"), (1, "door-open"), (PresentBit, "pack-present"), (ClearBit, "bay-clear"),
        (SmokeBit, "smoke-free")];

    /// <summary>Every one of a node that looks like this.</summary>
    public static IReadOnlyList<InputPoint> Of(Sighting node, int lockPoints)
    {
        ArgumentNullException.ThrowIfNull(node);
        List<InputPoint> points = [];
        if (node.IsLane)
        {
            points.AddRange(Enumerable.Range(1, lockPoints).SelectMany(point => new[]
            {
                new InputPoint($"lock-open-{point}", "input.lock-open", 0, (int)LaneSensor.LockOpen + point - 1, point),
                new InputPoint(
                    $"lock-closed-{point}", "input.lock-closed", 0, (int)LaneSensor.LockClosed + point - 1, point),
            }));
        }

        bool ownInputs = node.Of(0) is not null;
        foreach (int place in node.Places)
        {
            points.AddRange((ownInputs ? OfDoor : OfBay).Select(input => new InputPoint(
                $"{place}-{input.Name}", $"place.{input.Name}", place, input.Bit, place)));
        }

        LaneSensor[] own = !ownInputs ? [] : node.IsLane ? OfLane : OfCabinet;
        points.AddRange(own.Select(sensor =>
        {
            string name = Words.Of(sensor).Replace(' ', '-');
            return new InputPoint(name, $"input.{name}", 0, (int)sensor, 0);
        }));
        return points;
    }
}
