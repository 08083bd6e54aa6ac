using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The sensors of a lane that may be wrong, each with what it may say instead.</summary>
public static class LaneSensors
{
    private const Fact LockFacts = Fact.LockOpen | Fact.LockClosed | Fact.LockContradicts;
    private const Fact Connector = Fact.VehiclePresent | Fact.ConnectorMated | Fact.ConnectorParted;

    public static IReadOnlyList<WrongSensor> Of(SwapProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        List<WrongSensor> sensors = [];
        AddVehicle(sensors);
        AddSeatAndHoist(sensors);
        AddLock(sensors, profile);
        AddPack(sensors);
        AddBays(sensors);
        return sensors;
    }

    internal static void AddLevel(List<WrongSensor> sensors, string name, Fact touches, LaneSensor sensor)
    {
        ulong bit = LaneReading.Bit(sensor);
        Add(sensors, name, touches, reading => reading.Levels ^= bit);
    }

    /// <summary>Wrong for long, or only so that who is there is not seen, or has left just now.</summary>
    internal static void AddPresence(List<WrongSensor> sensors, string name, Fact touches)
    {
        int number = Next(sensors);
        sensors.Add(new WrongSensor(number, name, touches, reading =>
        {
            reading.IsAway = reading.Has(LaneSensor.VehiclePresent);
            reading.Set(LaneSensor.VehiclePresent, !reading.IsAway);
        }));
        sensors.Add(new WrongSensor(number, name + ", for a moment", touches, reading =>
        {
            reading.IsAway = false;
            reading.Set(LaneSensor.VehiclePresent, false);
        }));
    }

    internal static void AddBays(List<WrongSensor> sensors)
    {
        Add(sensors, "pack sensor of the store bay", Fact.StoreBayFilled | Fact.StoreBayReady, reading =>
        {
            reading.StoreBayFilled = !reading.BaySilent && !reading.StoreBayFilled;
            reading.StoreBayReady = !reading.BaySilent && !reading.StoreBayFilled && reading.BothGranted;
        });
        Add(sensors, "pack sensor of the take bay", Fact.TakeBayEmptied | Fact.NewPackReady, reading =>
        {
            reading.TakeBayEmptied = !reading.BaySilent && !reading.TakeBayEmptied;
            reading.NewPackReady = !reading.BaySilent && !reading.TakeBayEmptied && reading.BothGranted;
        });
    }

    private static void AddVehicle(List<WrongSensor> sensors)
    {
        AddPresence(sensors, "vehicle present", Fact.VehiclePresent | Fact.VehicleUnprepared);
        AddLevel(sensors, "vehicle in position", Fact.VehiclePresent | Fact.VehicleInPosition | Fact.VehicleUnprepared,
            LaneSensor.VehicleInPosition);
        AddLevel(sensors, "vehicle still", Fact.VehicleStill | Fact.VehicleUnprepared, LaneSensor.VehicleStill);
        AddLevel(sensors, "handbrake", Fact.HandbrakeOn | Fact.VehicleUnprepared, LaneSensor.HandbrakeOn);
        AddLevel(sensors, "gear neutral", Fact.GearNeutral | Fact.VehicleUnprepared, LaneSensor.GearNeutral);
        AddLevel(sensors, "release permitted", Fact.ReleasePermitted, LaneSensor.ReleasePermitted);
    }

    private static void AddSeatAndHoist(List<WrongSensor> sensors)
    {
        AddLevel(sensors, "pack on vehicle", Fact.VehiclePresent | Fact.PackOnVehicle, LaneSensor.PackOnVehicle);
        AddLevel(sensors, "pack in place 1", Fact.PackInPlace, LaneSensor.PackInPlace1);
        AddLevel(sensors, "pack in place 2", Fact.PackInPlace, LaneSensor.PackInPlace2);
        AddLevel(sensors, "hoist tongue locked", Fact.HoistGrips, LaneSensor.HoistTongueLocked);
        AddLevel(sensors, "hoist pin seated", Fact.HoistGrips, LaneSensor.HoistPinSeated);
        AddLevel(sensors, "hoist raised", Fact.HoistRaised, LaneSensor.HoistRaised);
        AddLevel(sensors, "hoist loaded", Fact.HoistLoaded, LaneSensor.HoistLoaded);
    }

    private static void AddLock(List<WrongSensor> sensors, SwapProfile profile)
    {
        AddLevel(sensors, "lock point 1 open", LockFacts, LaneSensor.LockOpen);
        AddLevel(sensors, "lock point 1 closed", LockFacts, LaneSensor.LockClosed);
        if (profile.LockPoints > 1)
        {
            AddLevel(sensors, "lock point 2 open", LockFacts, LaneSensor.LockOpen + 1);
            AddLevel(sensors, "lock point 2 closed", LockFacts, LaneSensor.LockClosed + 1);
        }

        if (!profile.LockByFrame)
        {
            AddLevel(sensors, "connector mated", Connector, LaneSensor.ConnectorMated);
            AddLevel(sensors, "connector parted", Connector, LaneSensor.ConnectorParted);
            return;
        }

        int number = Next(sensors);
        sensors.Add(Frame(number, LockFrame.Unlocked));
        sensors.Add(Frame(number, LockFrame.Locked));
        sensors.Add(Frame(number, LockFrame.Neither));
        Add(sensors, "connector loop", Connector, reading => reading.ConnectorLoop = Other(reading.ConnectorLoop));
        Add(sensors, "discharge circuit", Connector,
            reading => reading.DischargeCircuit = Other(reading.DischargeCircuit));
        Add(sensors, "charge circuit", Connector, reading => reading.ChargeCircuit = Other(reading.ChargeCircuit));
    }

    private static void AddPack(List<WrongSensor> sensors)
    {
        Add(sensors, "BMS stage", Fact.HighVoltageOff, reading => reading.StageIsOff = !reading.StageIsOff);
        AddVoltage(sensors, "main positive relay", 1, reading => reading.MainPositiveOpen = !reading.MainPositiveOpen);
        AddVoltage(sensors, "main negative relay", 2, reading => reading.MainNegativeOpen = !reading.MainNegativeOpen);
        AddVoltage(sensors, "bus-side voltage", 4, reading => reading.BusSideSafe = !reading.BusSideSafe);
        Add(sensors, "weld detection", Fact.RelayWelded, reading => reading.RelayWelded = !reading.RelayWelded);
        Add(sensors, "insulation or temperature", Fact.PackHealthy,
            reading => reading.PackHealthy = !reading.PackHealthy);
        Add(sensors, "pack code", Fact.PlannedPackSeen | Fact.RightPackSeen,
            reading => reading.PlannedSerialSeen = !reading.PlannedSerialSeen);
    }

    /// <summary>One signal says that high voltage is off, or on.</summary>
    private static void AddVoltage(List<WrongSensor> sensors, string name, int sign, Action<LaneReading> off) =>
        Add(sensors, name, Fact.HighVoltageOff | Fact.HighVoltageOn, reading =>
        {
            off(reading);
            reading.LiveSigns ^= sign;
        });

    private static WrongSensor Frame(int number, int value) =>
        new(number, "lock state in the frame", LockFacts, reading => reading.LockFramePin = value);

    private static int Other(int circuit) => circuit == LockFrame.Connected ? 0 : LockFrame.Connected;

    private static void Add(List<WrongSensor> sensors, string name, Fact touches, Action<LaneReading> apply) =>
        sensors.Add(new WrongSensor(Next(sensors), name, touches, apply));

    private static int Next(List<WrongSensor> sensors) => sensors.Count == 0 ? 1 : sensors[^1].Number + 1;
}
