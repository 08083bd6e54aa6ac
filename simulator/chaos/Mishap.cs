using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Something that goes wrong in a life, for a while.</summary>
/// <param name="Name">In words, for the report.</param>
/// <param name="ShortestMs">It lasts at least this long.</param>
/// <param name="LongestMs">It lasts at most this long.</param>
/// <param name="Begin">Makes it so; false when it does not fit the moment.</param>
/// <param name="End">Undoes it.</param>
public sealed record Mishap(
    string Name,
    int ShortestMs,
    int LongestMs,
    Func<LifeStation, int, bool> Begin,
    Action<LifeStation, int> End)
{
    private const int MostWrongSensors = 2;

    public static IReadOnlyList<Mishap> All { get; } =
    [
        Sensor(SensorFault.StuckOff, 500, 60_000),
        Sensor(SensorFault.StuckOn, 500, 60_000),
        Sensor(SensorFault.Flipped, 50, 10_000),
        Sensor(SensorFault.Bouncing, 100, 5_000),
        Frames("frames lost", (bus, permille) => bus.LostPermille = permille, 600),
        Frames("frames late", (bus, permille) => bus.LatePermille = permille, 500),
        Frames("frames corrupted", (bus, permille) => bus.CorruptedPermille = permille, 100),
        Silence("lock controller silent", id => id == LockFrame.Id),
        Silence("BMS silent", id => id != LockFrame.Id && id != VinFrame.Id),
        new("bay silent on the link", 500, 20_000, SilenceBay, (life, _) => life.Lane.Buses[1].Silent = null),
        new("lane power cut", 100, 200, (life, detail) => Cut(life, life.Lane, detail), Nothing),
        new("bay node power cut", 100, 200,
            (life, detail) => Cut(life, life.Nodes[1 + (detail % (life.Nodes.Count - 1))], detail), Nothing),
        new("power cut inside an append", 100, 200, Tear, Nothing),
        new("store refuses", 500, 15_000, Refuse,
            (life, detail) => life.Nodes[detail % life.Nodes.Count].Store.Answer = StoreResult.Ok),
        new("relays stick closed", 500, 20_000, (life, _) => life.World.Lane.Truck.RelaysStickClosed = true,
            (life, _) => life.World.Lane.Truck.RelaysStickClosed = false),
        new("lock jams", 500, 30_000, (life, _) => life.World.Lane.Truck.Lock.Points[0].Jammed = true,
            (life, _) => life.World.Lane.Truck.Lock.Points[0].Jammed = false),
        new("safety chain opens", 100, 15_000, (life, _) => !(life.World.Lane.Panel.SafetyChainClosed = false),
            (life, _) => life.World.Lane.Panel.SafetyChainClosed = true),
        new("fire alarm", 200, 15_000, (life, _) => life.World.Lane.Panel.FireDetected = true,
            (life, _) => life.World.Lane.Panel.FireDetected = false),
        new("release not permitted", 100, 20_000, (life, _) => !(life.World.Lane.Panel.ReleasePermitted = false),
            (life, _) => life.World.Lane.Panel.ReleasePermitted = true),
        new("operator aborts", 60, 500, (life, _) => life.World.Lane.Panel.AbortPressed = true,
            (life, _) => life.World.Lane.Panel.AbortPressed = false),
        new("key switch off", 500, 20_000, (life, _) => !(life.World.Lane.Panel.KeySwitchOn = false),
            (life, _) => life.World.Lane.Panel.KeySwitchOn = true),
        new("manual selected", 2_000, 60_000, (life, _) => life.World.Lane.Panel.ManualSelected = true,
            (life, _) => life.World.Lane.Panel.ManualSelected = false),
        new("maintenance by hand", 2_000, 40_000, SelectMaintenance, EndMaintenance),
        new("driver aborts", 100, 2_000, (life, _) => life.World.Lane.Panel.DriverAborts = true,
            (life, _) => life.World.Lane.Panel.DriverAborts = false),
        Driver("driver releases handbrake", DriverMistake.HandbrakeOff),
        Driver("driver shifts gear", DriverMistake.GearIn),
        Driver("driver turns key on", DriverMistake.KeyOn),
        new("driver leaves early", 100, 200, (life, _) => life.LeaveEarly(), Nothing),
        new("hoist not ready", 200, 10_000, (life, _) => !(life.World.Lane.Hoist.Ready = false),
            (life, _) => life.World.Lane.Hoist.Ready = true),
        new("smoke in a bay", 500, 10_000, (life, detail) => Bay(life, detail).SmokeDetected = true,
            (life, detail) => Bay(life, detail).SmokeDetected = false),
        new("city away", 1_000, 60_000, (life, _) => life.CityAway = true, (life, _) => life.CityAway = false),
    ];

    private static Mishap Sensor(SensorFault fault, int shortestMs, int longestMs) => new(
        $"sensor {Words.Of(fault)}",
        shortestMs,
        longestMs,
        (life, detail) =>
        {
            if (life.Pins.Wrong >= MostWrongSensors)
            {
                return false;
            }

            life.Pins.Break(Chosen(detail), fault);
            return true;
        },
        (life, detail) => life.Pins.Repair(Chosen(detail)));

    private static LifeSensor Chosen(int detail) => LifeSensor.All[detail % LifeSensor.All.Count];

    private static Mishap Frames(string name, Action<FaultyBus, int> set, int mostPermille) => new(
        name, 500, 30_000,
        (life, detail) =>
        {
            set(Bus(life, detail), 1 + (detail % mostPermille));
            return true;
        },
        (life, detail) => set(Bus(life, detail), 0));

    /// <summary>One of the ends of the swap-pack bus and the station link.</summary>
    private static FaultyBus Bus(LifeStation life, int detail)
    {
        FaultyBus[] ends = [life.Lane.Buses[0], .. life.Nodes.Select(node => node.Buses[^1])];
        return ends[(detail >> 8) % ends.Length];
    }

    private static Mishap Silence(string name, Func<uint, bool> of) => new(
        name, 200, 20_000,
        (life, _) =>
        {
            life.Lane.Buses[0].Silent = frame => of(frame.Id);
            return true;
        },
        (life, _) => life.Lane.Buses[0].Silent = null);

    private static bool SilenceBay(LifeStation life, int detail)
    {
        uint source = (uint)(LifeStation.FirstBayAddress + (detail % (life.Nodes.Count - 1)));
        life.Lane.Buses[1].Silent = frame => (frame.Id & 0xFF) == source;
        return true;
    }

    private static Mishap Driver(string name, DriverMistake mistake) => new(
        name, 100, 20_000,
        (life, _) =>
        {
            life.World.Lane.Truck.Mistake = mistake;
            return true;
        },
        (life, _) => life.World.Lane.Truck.Mistake = DriverMistake.None);

    private static bool Cut(LifeStation life, LifeNode node, int detail)
    {
        node.Cut(life.World.NowMs, 200 + (detail % 15_000));
        return true;
    }

    private static bool SelectMaintenance(LifeStation life, int detail)
    {
        Drive[] drives = [Drive.Grip, Drive.Unlock, Drive.Lift, Drive.Place, Drive.Lock, Drive.Withdraw, Drive.Stow];
        life.World.Lane.Panel.MaintenanceSelected = true;
        life.World.Lane.Panel.Hand = drives[detail % drives.Length];
        return true;
    }

    private static void EndMaintenance(LifeStation life, int detail)
    {
        life.World.Lane.Panel.MaintenanceSelected = false;
        life.World.Lane.Panel.Hand = Drive.None;
    }

    private static bool Tear(LifeStation life, int detail)
    {
        life.Nodes[detail % life.Nodes.Count].Store.CutAfter = (detail >> 3) % 300;
        return true;
    }

    private static bool Refuse(LifeStation life, int detail)
    {
        life.Nodes[detail % life.Nodes.Count].Store.Answer =
            (detail & 0x100) == 0 ? StoreResult.Failed : StoreResult.Full;
        return true;
    }

    private static SwapBay Bay(LifeStation life, int detail) => life.World.Bays[detail % life.World.Bays.Count];

    private static void Nothing(LifeStation life, int detail)
    {
    }
}
