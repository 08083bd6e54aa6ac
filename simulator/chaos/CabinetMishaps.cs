using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What goes wrong at a cabinet. The detail names door, contact and pack.</summary>
public static class CabinetMishaps
{
    private const int MostWrongSensors = 2;

    public static IReadOnlyList<Mishap<CabinetLifeStation>> All { get; } =
    [
        Contact(SensorFault.StuckOff, 500, 60_000),
        Contact(SensorFault.StuckOn, 500, 60_000),
        Contact(SensorFault.Flipped, 50, 10_000),
        Contact(SensorFault.Bouncing, 100, 5_000),
        Of("bytes corrupted", 500, 20_000, (life, detail) => life.Line.CorruptedPermille = 1 + (detail % 60),
            (life, _) => life.Line.CorruptedPermille = 0),
        Of("BMS line silent", 500, 20_000, (life, _) => life.Line.Silent = true, (life, _) => life.Line.Silent = false),
        Of("customer's BMS silent", 2_000, 40_000, (life, _) => life.World.Customer.Brought.Talks = false,
            (life, _) => life.World.Customer.Brought.Talks = true),
        OfDoor("door jams", 500, 30_000, (door, on) => door.Jammed = on),
        OfDoor("charger's contactor sticks", 500, 30_000, (door, on) => door.ContactorSticks = on),
        OfDoor("smoke behind a door", 200, 10_000, (door, on) => door.SmokeDetected = on),
        Of("fire alarm", 200, 15_000, (life, _) => life.World.FireDetected = true,
            (life, _) => life.World.FireDetected = false),
        Of("safety chain opens", 100, 15_000, (life, _) => life.World.SafetyChainClosed = false,
            (life, _) => life.World.SafetyChainClosed = true),
        Of("operator aborts", 60, 500, (life, _) => life.World.AbortPressed = true,
            (life, _) => life.World.AbortPressed = false),
        Of("manual selected", 2_000, 60_000, (life, _) => life.World.ManualSelected = true,
            (life, _) => life.World.ManualSelected = false),
        Of("closed selected", 200, 30_000, (life, _) => life.World.ClosedSelected = life.World.KeySwitchOn = true,
            (life, _) => life.World.ClosedSelected = life.World.KeySwitchOn = false),
        Mishaps.Once<CabinetLifeStation>("cabinet power cut", (life, detail) =>
        {
            life.Node.Cut(life.World.NowMs, 200 + (detail % 15_000));
            return true;
        }),
        Mishaps.Once<CabinetLifeStation>("power cut inside an append", (life, detail) =>
        {
            life.Node.Store.CutAfter = (detail >> 3) % 300;
            return true;
        }),
        Of("store refuses", 500, 15_000,
            (life, detail) => life.Node.Store.Answer = (detail & 1) == 0 ? StoreResult.Failed : StoreResult.Full,
            (life, _) => life.Node.Store.Answer = StoreResult.Ok),
        Mishaps.Once<CabinetLifeStation>("clock jumps", (life, detail) => LaneMishaps.Jump(life.Node, detail)),
        Mishaps.Once<CabinetLifeStation>("city aborts", (life, _) =>
        {
            if (life.Node.Node is { } node)
            {
                life.Node.Note(TurnKind.Abort);
                node.Cabinet.AbortByCity();
            }

            return life.Node.Node is not null;
        }),
        Of("city away", 1_000, 60_000, (life, _) => life.Network.Away = true, (life, _) => life.Network.Away = false),
    ];

    private static Mishap<CabinetLifeStation> Of(
        string name,
        int shortestMs,
        int longestMs,
        Action<CabinetLifeStation, int> begin,
        Action<CabinetLifeStation, int> end) => Mishaps.Of(name, shortestMs, longestMs, begin, end);

    private static Mishap<CabinetLifeStation> OfDoor(
        string name, int shortestMs, int longestMs, Action<CabinetDoorway, bool> set) => Of(
        name,
        shortestMs,
        longestMs,
        (life, detail) => set(Door(life, detail), true),
        (life, detail) => set(Door(life, detail), false));

    private static Mishap<CabinetLifeStation> Contact(SensorFault fault, int shortestMs, int longestMs) => new(
        $"contact {Words.Of(fault)}",
        shortestMs,
        longestMs,
        (life, detail) =>
        {
            bool may = life.Pins.Wrong < MostWrongSensors;
            if (may)
            {
                life.Pins.Break(Place(life, detail), Sensor(detail), fault);
            }

            return may;
        },
        (life, detail) => life.Pins.Repair(Place(life, detail), Sensor(detail)));

    private static int Place(CabinetLifeStation life, int detail) => (detail >> 4) % life.World.Doors.Count;

    private static CabinetDoorway Door(CabinetLifeStation life, int detail) => life.World.Doors[Place(life, detail)];

    private static Contact<DoorInputs> Sensor(int detail) => DoorContacts.All[detail % DoorContacts.All.Count];
}
