using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What goes wrong at a station with lanes. The detail names sensor, node, bay and lane.</summary>
public static class LaneMishaps
{
    private const int MostWrongSensors = 2;

    public static IReadOnlyList<Mishap<LifeStation>> All { get; } =
    [
        .. Sensors(), .. Buses(), .. Power(), .. Vehicle(), .. People(),
    ];

    private static Mishap<LifeStation>[] Sensors() =>
    [
        Sensor(SensorFault.StuckOff, 500, 60_000),
        Sensor(SensorFault.StuckOn, 500, 60_000),
        Sensor(SensorFault.Flipped, 50, 10_000),
        Sensor(SensorFault.Bouncing, 100, 5_000),
    ];

    private static Mishap<LifeStation>[] Buses() =>
    [
        Frames("frames lost", (bus, permille) => bus.LostPermille = permille, 600),
        Frames("frames late", (bus, permille) => bus.LatePermille = permille, 500),
        Frames("frames corrupted", (bus, permille) => bus.CorruptedPermille = permille, 100),
        Silence("lock controller silent", id => id == LockFrame.Id),
        Silence("BMS silent", id => id != LockFrame.Id && id != VinFrame.Id),
        Mishaps.Of<LifeStation>("bay silent on the link", 500, 20_000, SilenceBay,
            (life, detail) => At(life, detail).Link.Silent = null),
    ];

    private static Mishap<LifeStation>[] Power() =>
    [
        Mishaps.Once<LifeStation>("lane power cut", (life, detail) => Cut(life, At(life, detail).Node, detail)),
        Mishaps.Once<LifeStation>("bay node power cut",
            (life, detail) => Cut(life, life.BayNodes[detail % life.BayNodes.Count], detail)),
        Mishaps.Once<LifeStation>("power cut inside an append", Tear),
        Mishaps.Of<LifeStation>("store refuses", 500, 15_000,
            (life, detail) => Node(life, detail).Store.Answer =
                (detail & 0x100) == 0 ? StoreResult.Failed : StoreResult.Full,
            (life, detail) => Node(life, detail).Store.Answer = StoreResult.Ok),
        Mishaps.Once<LifeStation>("clock jumps", (life, detail) => Jump(Node(life, detail), detail)),
        Mishaps.Of<LifeStation>("city away", 1_000, 60_000,
            (life, _) => life.Network.Away = true, (life, _) => life.Network.Away = false),
    ];

    private static Mishap<LifeStation>[] Vehicle() =>
    [
        OfTruck("relays stick closed", 500, 20_000, (truck, on) => truck.RelaysStickClosed = on),
        Mishaps.Of<LifeStation>("BMS reports a welded relay", 300, 15_000,
            (life, detail) => Touch(life, detail, pack => pack.ReportsWelded = true),
            (life, _) => life.EveryPack(pack => pack.ReportsWelded = false)),
        Mishaps.Of<LifeStation>("pack reports smoke", 300, 10_000,
            (life, detail) => Touch(life, detail, pack => pack.ReportsSmoke = true),
            (life, _) => life.EveryPack(pack => pack.ReportsSmoke = false)),
        OfTruck("lock jams", 500, 30_000, (truck, on) => truck.Lock.Points[^1].Jammed = on,
            truck => EveryPoint(truck, point => point.Jammed = false)),
        OfTruck("a bolt creeps", 300, 4_000, (truck, _) => truck.Lock.Points[0].Creeps = truck.Lock.Open ? 1 : -1,
            truck => EveryPoint(truck, point => point.Creeps = 0)),
        OfTruck("connector comes loose", 200, 3_000, (truck, _) => truck.Connector.Loose = true,
            truck => truck.Positions.ToList().ForEach(at => at.Connector.Loose = false)),
        new("lock controller unsure", 200, 5_000, (life, detail) => Doubt(life, detail, true),
            (life, detail) => Doubt(life, detail, false)),
        Driver("driver releases handbrake", DriverMistake.HandbrakeOff),
        Driver("driver shifts gear", DriverMistake.GearIn),
        Driver("driver turns key on", DriverMistake.KeyOn),
        Mishaps.Once<LifeStation>(
            "driver leaves early", (life, detail) => At(life, detail).LeaveEarly(life.World.NowMs)),
        Mishaps.Of<LifeStation>("hoist not ready", 200, 10_000,
            (life, detail) => At(life, detail).World.Hoist.Ready = false,
            (life, detail) => At(life, detail).World.Hoist.Ready = true),
        Mishaps.Of<LifeStation>("smoke in a bay", 500, 10_000,
            (life, detail) => life.World.Bays[detail % life.World.Bays.Count].SmokeDetected = true,
            (life, detail) => life.World.Bays[detail % life.World.Bays.Count].SmokeDetected = false),
    ];

    private static Mishap<LifeStation>[] People() =>
    [
        Panel("safety chain opens", 100, 15_000, (panel, on) => panel.SafetyChainClosed = !on),
        Panel("fire alarm", 200, 15_000, (panel, on) => panel.FireDetected = on),
        Panel("release not permitted", 100, 20_000, (panel, on) => panel.ReleasePermitted = !on),
        Panel("operator aborts", 60, 500, (panel, on) => panel.AbortPressed = on),
        Panel("key switch off", 500, 20_000, (panel, on) => panel.KeySwitchOn = !on),
        Panel("manual selected", 2_000, 60_000, (panel, on) => panel.ManualSelected = on),
        Panel("closed selected", 200, 30_000, (panel, on) => panel.ClosedSelected = on),
        Panel("driver aborts", 100, 2_000, (panel, on) => panel.DriverAborts = on),
        Mishaps.Of<LifeStation>("maintenance by hand", 2_000, 40_000, SelectMaintenance, EndMaintenance),
        Mishaps.Once<LifeStation>("city aborts", (life, detail) => At(life, detail).AbortByCity()),
        new("city takes out of service", 1_000, 40_000,
            (life, detail) => At(life, detail).CloseByCity(life.World.NowMs),
            (life, detail) => At(life, detail).OpenByCity(life.World.NowMs)),
    ];

    /// <summary>The lane that a detail names.</summary>
    private static LifeLane At(LifeStation life, int detail) => life.Lanes[(detail >> 12) % life.Lanes.Count];

    private static LifeNode Node(LifeStation life, int detail) => life.Nodes[detail % life.Nodes.Count];

    private static Mishap<LifeStation> Sensor(SensorFault fault, int shortestMs, int longestMs) => new(
        $"sensor {Words.Of(fault)}",
        shortestMs,
        longestMs,
        (life, detail) =>
        {
            if (At(life, detail).Pins.Wrong >= MostWrongSensors)
            {
                return false;
            }

            At(life, detail).Pins.Break(Chosen(detail), fault);
            return true;
        },
        (life, detail) => At(life, detail).Pins.Repair(Chosen(detail)));

    private static Contact<LaneInputs> Chosen(int detail) => LaneContacts.All[detail % LaneContacts.All.Count];

    private static Mishap<LifeStation> Frames(string name, Action<FaultyBus, int> set, int mostPermille) =>
        Mishaps.Of<LifeStation>(name, 500, 30_000,
            (life, detail) => set(Bus(life, detail), 1 + (detail % mostPermille)),
            (life, detail) => set(Bus(life, detail), 0));

    /// <summary>One of the ends of the swap-pack bus and the station link.</summary>
    private static FaultyBus Bus(LifeStation life, int detail)
    {
        FaultyBus[] ends = [At(life, detail).PackBus, .. life.Nodes.Select(node => node.Buses[^1])];
        return ends[(detail >> 8) % ends.Length];
    }

    private static Mishap<LifeStation> Silence(string name, Func<uint, bool> of) => Mishaps.Of<LifeStation>(
        name, 200, 20_000,
        (life, detail) => At(life, detail).PackBus.Silent = frame => of(frame.Id),
        (life, detail) => At(life, detail).PackBus.Silent = null);

    private static void SilenceBay(LifeStation life, int detail)
    {
        uint source = (uint)(LifeStation.FirstBayAddress + (detail % life.BayNodes.Count));
        At(life, detail).Link.Silent = frame => (frame.Id & 0xFF) == source;
    }

    private static Mishap<LifeStation> OfTruck(
        string name, int shortestMs, int longestMs, Action<Truck, bool> set, Action<Truck>? end = null) =>
        Mishaps.Of<LifeStation>(name, shortestMs, longestMs,
            (life, detail) => set(At(life, detail).World.Truck, true),
            (life, detail) => (end ?? (truck => set(truck, false)))(At(life, detail).World.Truck));

    private static Mishap<LifeStation> Driver(string name, DriverMistake mistake) => OfTruck(
        name, 100, 20_000, (truck, on) => truck.Mistake = on ? mistake : DriverMistake.None);

    private static Mishap<LifeStation> Panel(
        string name, int shortestMs, int longestMs, Action<LanePanel, bool> set) =>
        Mishaps.Of<LifeStation>(name, shortestMs, longestMs,
            (life, detail) => set(At(life, detail).World.Panel, true),
            (life, detail) => set(At(life, detail).World.Panel, false));

    private static void EveryPoint(Truck truck, Action<LockPoint> change) =>
        truck.Positions.SelectMany(at => at.Lock.Points).ToList().ForEach(change);

    private static bool Doubt(LifeStation life, int detail, bool on)
    {
        if (At(life, detail).World.Controller is { } controller)
        {
            controller.Unsure = on;
        }

        return At(life, detail).World.SaysLock;
    }

    private static void Touch(LifeStation life, int detail, Action<Pack> change)
    {
        if (At(life, detail).World.Truck.Seat.Pack is { } pack)
        {
            change(pack);
        }
    }

    private static bool Cut(LifeStation life, LifeNode node, int detail)
    {
        node.Cut(life.World.NowMs, 200 + (detail % 15_000));
        return true;
    }

    private static bool Tear(LifeStation life, int detail)
    {
        Node(life, detail).Store.CutAfter = (detail >> 3) % 300;
        return true;
    }

    /// <summary>Civil time is set wrong or right by up to two days.</summary>
    internal static bool Jump(LifeNode node, int detail)
    {
        node.Clock.Jump(((detail >> 3) - 0x1000) * 43_000L);
        return true;
    }

    private static void SelectMaintenance(LifeStation life, int detail)
    {
        Drive[] drives = [Drive.Grip, Drive.Unlock, Drive.Lift, Drive.Place, Drive.Lock, Drive.Withdraw, Drive.Stow];
        At(life, detail).World.Panel.MaintenanceSelected = true;
        At(life, detail).Wished = drives[detail % drives.Length];
    }

    private static void EndMaintenance(LifeStation life, int detail)
    {
        At(life, detail).World.Panel.MaintenanceSelected = false;
        At(life, detail).World.Panel.KeySwitchOn = true;
        At(life, detail).Wished = Drive.None;
    }
}
