using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A lane with a hoist and one vehicle at a time.</summary>
public sealed class HoistModel(SwapProfile profile) : IPlantModel
{
    private const Fact VehicleFacts = Fact.VehicleInPosition | Fact.VehicleStill | Fact.HandbrakeOn | Fact.GearNeutral
        | Fact.VehicleUnprepared;

    private const Fact LockFacts = Fact.LockOpen | Fact.LockClosed | Fact.LockContradicts;
    private const Fact PackFacts = Fact.OldPackAccepted | Fact.OldPackRejected | Fact.PlannedPackSeen
        | Fact.RightPackSeen | Fact.PackHealthy;

    private const Fact BayFacts = Fact.StoreBayReady | Fact.StoreBayFilled | Fact.NewPackReady | Fact.TakeBayEmptied;

    private const int LockPictures = 5;

    public IReadOnlyList<WrongSensor> Sensors { get; } = LaneSensors.Of(profile);

    public int Start => new HoistPlant { Raised = true }.Bits;

    public Harm Possible => (Harm)((int)Harm.TwoDoorsOpen - 1) | Harm.LiftedLive;

    public int Options(Outside outside) => outside switch
    {
        Outside.Person => 8,
        Outside.Trouble => 14,
        Outside.Vehicle => 5,
        Outside.HighVoltage or Outside.Identity or Outside.Verdict => 3,
        Outside.Bus => 4,
        Outside.LockPicture => profile.LockPoints > 1 ? LockPictures : 1,
        _ => 2,
    };

    public Fact Touches(Outside outside) => outside switch
    {
        Outside.Person => Fact.KeySwitchOn | Fact.Confirmed | Fact.ManualSelected | Fact.MaintenanceSelected
            | Fact.MayGoOn,
        Outside.Trouble => Fact.MustStop,
        Outside.Vehicle => VehicleFacts,
        Outside.HighVoltage => Fact.HighVoltageOff | Fact.HighVoltageOn | Fact.RelayWelded,
        Outside.Bus => Fact.LockSignalAlive | Fact.LockSignalLost | Fact.HighVoltageOff | Fact.HighVoltageOn | PackFacts
            | (profile.LockByFrame ? LockFacts | Fact.ConnectorMated | Fact.ConnectorParted : Fact.None),
        Outside.Release => Fact.ReleasePermitted,
        Outside.HoistReady => Fact.HoistReady,
        Outside.Identity => Fact.IdentityKnown | Fact.VehicleAuthorised,
        Outside.Verdict => Fact.OldPackAccepted | Fact.OldPackRejected,
        Outside.Health => Fact.PackHealthy,
        Outside.Grant => Fact.BaysReserved | Fact.StoreBayReady | Fact.NewPackReady,
        Outside.BayHeard => Fact.BaySilent | BayFacts,
        Outside.StoreBay => Fact.StoreBayReady,
        Outside.TakeBay => Fact.NewPackReady,
        Outside.LockPicture => LockFacts,
        Outside.Service => Fact.OutOfService,
        _ => Fact.None,
    };

    public void Read(int plant, Letter letter, Phase phase, LaneReading into)
    {
        HoistPlant so = new(plant);
        into.Levels = 0;
        into.UnderWay = !SwapTable.IsAtRest(phase);
        PanelReading.Fill(letter, into);
        ReadVehicle(so, letter, into);
        ReadSeat(so, letter, into);
        into.Set(LaneSensor.HoistReady, letter[Outside.HoistReady] == 0);
        into.Set(LaneSensor.HoistTongueLocked, so.Grips);
        into.Set(LaneSensor.HoistPinSeated, so.Grips);
        into.Set(LaneSensor.HoistRaised, so.Raised);
        into.Set(LaneSensor.HoistLoaded, so.Load != PackPlace.Empty);
        PanelReading.FillBays(letter, so.StoreFilled, so.TakeEmptied, into);
    }

    public void Obey(int plant, Phase phase, Drive drives, ICollection<int> into) =>
        HoistMoves.Obey(new HoistPlant(plant), drives, into);

    public void Change(int plant, Phase phase, ICollection<int> into)
    {
        HoistPlant so = new(plant);
        if (so.There)
        {
            into.Add(Left(so).Bits);
        }
        else if (so.Raised)
        {
            into.Add(Arrived(so).Bits);
        }
    }

    public void Help(int plant, Phase phase, ICollection<int> into)
    {
        HoistPlant so = new(plant);
        if (phase == Phase.Releasing && so.There)
        {
            into.Add(Left(so).Bits);
        }
    }

    public int ByHand(int plant)
    {
        HoistPlant so = Left(new HoistPlant(plant));
        return (so with { Load = PackPlace.Empty, Grips = false, Raised = true }).Bits;
    }

    public int Entered(int plant, Phase left, Phase entered)
    {
        HoistPlant so = new(plant);
        if (entered == Phase.Choosing && left != Phase.Choosing)
        {
            // Other bays, another planned pack; what the vehicle has now is its own.
            so = Forget(so) with { OldNoted = so.Seat != PackPlace.Empty };
            so = so with { Seat = so.Seat == PackPlace.Empty ? PackPlace.Empty : PackPlace.Old };
        }
        else if (entered == Phase.Idle)
        {
            so = Forget(so) with { OldNoted = false };
        }
        else if (left == Phase.Withdrawing && entered == Phase.Accepting)
        {
            so = so with { Seat = PackPlace.Old, Mated = true, Lock = LockPlace.Closed, OldNoted = false };
        }

        return so.Bits;
    }

    public int Lost(int plant, bool otherPack, bool idle)
    {
        HoistPlant so = new(plant);
        so = idle ? Forget(so) with { OldNoted = false } : so;
        return (otherPack && so.There
            ? so with { Seat = PackPlace.New, Mated = true, Lock = LockPlace.Closed } : so).Bits;
    }

    public Harm Harms(int plant, Letter letter, Phase now, Phase coming, Drive drives)
    {
        HoistPlant so = new(plant);
        bool nextPack = now == Phase.Withdrawing && coming == Phase.Accepting;
        bool done = coming != now && (coming == Phase.Releasing || nextPack);
        Harm harm = done && so.There ? HoistHarms.OfRelease(so, letter) : Harm.None;
        return harm | ((drives & Drive.Motion) != Drive.None ? HoistHarms.OfDrives(so, letter, drives) : Harm.None);
    }

    public string Words(int plant)
    {
        HoistPlant so = new(plant);
        string hoist = so.Load != PackPlace.Empty ? $"hoist carries the {Pack(so.Load)} pack"
            : so.Grips ? "hoist grips" : "hoist free";
        string vehicle = !so.There ? "no vehicle"
            : $"seat {Pack(so.Seat)}, {(so.Mated ? "mated" : "parted")}, lock {so.Lock.ToString().ToLowerInvariant()}";
        return $"{vehicle}; {hoist}, {(so.Raised ? "raised" : "low")}; "
            + $"store bay {(so.StoreFilled ? "filled" : "empty")}, "
            + $"take bay {(so.TakeEmptied ? "empty" : "filled")}";
    }

    private static string Pack(PackPlace pack) => pack.ToString().ToLowerInvariant();

    private static HoistPlant Forget(HoistPlant so) => so with
    {
        StoreFilled = false,
        TakeEmptied = false,
        Seat = so.Seat == PackPlace.New ? PackPlace.Wrong : so.Seat,
        Load = so.Load == PackPlace.Empty ? PackPlace.Empty : PackPlace.Wrong,
    };

    /// <summary>A pack that the hoist only holds goes with the vehicle; one that hangs stays.</summary>
    private static HoistPlant Left(HoistPlant so) => so with
    {
        There = false,
        Grips = so.Grips && (so.Load != PackPlace.Empty || so.Seat == PackPlace.Empty),
        Seat = PackPlace.Empty,
        Mated = false,
        Lock = LockPlace.Closed,
        OldNoted = false,
    };

    private static HoistPlant Arrived(HoistPlant so) => so with
    {
        There = true,
        Seat = PackPlace.Old,
        Mated = true,
        Lock = LockPlace.Closed,
        OldNoted = false,
    };

    private static void ReadVehicle(HoistPlant so, Letter letter, LaneReading into)
    {
        int amiss = letter[Outside.Vehicle];
        into.Set(LaneSensor.VehiclePresent, so.There);
        into.IsAway = !so.There;
        into.Set(LaneSensor.VehicleInPosition, so.There && amiss != 1);
        into.Set(LaneSensor.VehicleStill, so.There && amiss != 2);
        into.Set(LaneSensor.HandbrakeOn, so.There && amiss != 3);
        into.Set(LaneSensor.GearNeutral, so.There && amiss != 4);
        into.IdentityRead = so.There && letter[Outside.Identity] != 1;
        into.VehicleListed = letter[Outside.Identity] == 0;

        bool heard = so.There && so.Seat != PackPlace.Empty && letter[Outside.Bus] is (0 or 2);
        int highVoltage = letter[Outside.HighVoltage];
        into.StageIsOff = heard && highVoltage != 1;
        into.MainPositiveOpen = heard && highVoltage == 0;
        into.MainNegativeOpen = heard && highVoltage != 1;
        into.BusSideSafe = heard && highVoltage != 1;
        into.RelayWelded = heard && highVoltage == 2;
        into.LiveSigns = !heard ? 0 : highVoltage == 1 ? 7 : highVoltage == 2 ? 1 : 0;
        bool known = heard && letter[Outside.Verdict] != 1;
        into.Verdict = !known ? PackVerdict.Unknown
            : letter[Outside.Verdict] == 2 ? PackVerdict.Reject : PackVerdict.Normal;
        into.PackHealthy = known && letter[Outside.Health] == 0;
        into.PlannedSerialSeen = known && so.Seat == PackPlace.New;
        into.OldSerialSeen = known && so.Seat == PackPlace.Old && so.OldNoted;
    }

    private void ReadSeat(HoistPlant so, Letter letter, LaneReading into)
    {
        bool filled = so.There && so.Seat != PackPlace.Empty;
        into.Set(LaneSensor.PackOnVehicle, filled);
        into.Set(LaneSensor.PackInPlace1, filled);
        into.Set(LaneSensor.PackInPlace2, filled);
        into.Set(LaneSensor.ConnectorMated, so.There && so.Mated);
        into.Set(LaneSensor.ConnectorParted, so.There && !so.Mated);
        into.LockFrameAlive = so.There && letter[Outside.Bus] is (0 or 3);
        into.LockFramePin = so.Lock == LockPlace.Open ? LockFrame.Unlocked
            : so.Lock == LockPlace.Closed ? LockFrame.Locked : LockFrame.Neither;
        int circuit = so.Mated ? LockFrame.Connected : 0;
        into.ConnectorLoop = circuit;
        into.DischargeCircuit = circuit;
        into.ChargeCircuit = circuit;
        if (so.There)
        {
            ReadPoints(so.Lock, letter[Outside.LockPicture], into);
        }
    }

    /// <summary>Point 1 is the one that lags or leads; the others go together.</summary>
    private void ReadPoints(LockPlace place, int picture, LaneReading into)
    {
        ulong all = (1UL << profile.LockPoints) - 1;
        bool between = place == LockPlace.Between;
        ulong open = place == LockPlace.Open ? all
            : !between ? 0 : picture is 1 or 2 ? all & ~1UL : picture == 3 ? 1UL : 0;
        ulong closed = place == LockPlace.Closed ? all
            : !between ? 0 : picture is 3 or 4 ? all & ~1UL : picture == 1 ? 1UL : 0;
        into.Levels |= open << (int)LaneSensor.LockOpen | closed << (int)LaneSensor.LockClosed;
    }
}
