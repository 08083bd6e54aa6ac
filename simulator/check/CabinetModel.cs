using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A cabinet with one person before it. A door is shut by hand and opened by the node.</summary>
public sealed class CabinetModel : IPlantModel
{
    public IReadOnlyList<WrongSensor> Sensors { get; } = AllSensors();

    public int Start => 0;

    public Harm Possible => Harm.TwoDoorsOpen | Harm.AdmittedIntoFilled | Harm.DispensedForNothing
        | Harm.ReleasedWithDoorOpen;

    public int Options(Outside outside) => outside switch
    {
        Outside.Person => 8,
        Outside.Trouble => 13,
        Outside.Identity or Outside.Verdict => 3,
        Outside.Grant or Outside.BayHeard or Outside.StoreBay or Outside.TakeBay or Outside.Service => 2,
        _ => 1,
    };

    public Fact Touches(Outside outside) => outside switch
    {
        Outside.Person => Fact.KeySwitchOn | Fact.Confirmed | Fact.ManualSelected | Fact.MaintenanceSelected
            | Fact.MayGoOn,
        Outside.Trouble => Fact.MustStop,
        Outside.Identity => Fact.IdentityKnown | Fact.VehicleAuthorised,
        Outside.Verdict => Fact.OldPackAccepted | Fact.OldPackRejected,
        Outside.Grant => Fact.BaysReserved | Fact.StoreBayReady | Fact.NewPackReady,
        Outside.BayHeard => Fact.BaySilent | Fact.StoreBayReady | Fact.StoreBayFilled | Fact.NewPackReady
            | Fact.TakeBayEmptied,
        Outside.StoreBay => Fact.StoreBayReady,
        Outside.TakeBay => Fact.NewPackReady,
        Outside.Service => Fact.OutOfService,
        _ => Fact.None,
    };

    public void Read(int plant, Letter letter, Phase phase, LaneReading into)
    {
        ArgumentNullException.ThrowIfNull(into);
        CabinetPlant so = new(plant);
        into.Levels = 0;
        PanelReading.Fill(letter, into);
        PanelReading.FillBays(letter, so.StoreFilled, so.TakeEmptied, into);
        into.Set(LaneSensor.VehiclePresent, so.There);
        into.UnderWay = phase == Phase.Releasing;
        into.IsAway = !so.There;
        into.IdentityRead = so.There && letter[Outside.Identity] != 1;
        into.VehicleListed = letter[Outside.Identity] == 0;
        into.Set(LaneSensor.DoorOpen, IsTake(phase) ? so.TakeDoorOpen : so.StoreDoorOpen);
        into.Set(LaneSensor.DoorsClosed, !so.StoreDoorOpen && !so.TakeDoorOpen);
        bool known = so.StoreFilled && letter[Outside.Verdict] != 1;
        into.Verdict = !known ? PackVerdict.Unknown
            : letter[Outside.Verdict] == 2 ? PackVerdict.Reject : PackVerdict.Normal;
    }

    public void Obey(int plant, Phase phase, Drive drives, ICollection<int> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        CabinetPlant so = new(plant);
        if (drives.HasFlag(Drive.OpenDoor))
        {
            bool any = phase == Phase.Maintenance;
            into.Add((IsTake(phase) ? so with { TakeDoorOpen = true } : so with { StoreDoorOpen = true }).Bits);
            if (any)
            {
                into.Add((so with { TakeDoorOpen = true }).Bits);
            }
        }
    }

    public void Change(int plant, Phase phase, ICollection<int> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        CabinetPlant so = new(plant);
        into.Add((so with { There = !so.There }).Bits);
        if (so.There)
        {
            AddDeeds(so, into);
        }
    }

    public void Help(int plant, Phase phase, ICollection<int> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        CabinetPlant so = new(plant);
        if (phase == Phase.Releasing && so.There)
        {
            into.Add((so with { There = false }).Bits);
        }

        if (so.There)
        {
            AddDeeds(so, into);
        }
    }

    /// <summary>Whoever looks after the cabinet shuts its doors.</summary>
    public int ByHand(int plant) =>
        (new CabinetPlant(plant) with { StoreDoorOpen = false, TakeDoorOpen = false, There = false }).Bits;

    public int Entered(int plant, Phase left, Phase entered)
    {
        CabinetPlant so = new(plant);
        bool others = entered == Phase.Idle || (entered == Phase.Choosing && left != Phase.Choosing);
        return (others ? so with { StoreFilled = false, TakeEmptied = false } : so).Bits;
    }

    public int Lost(int plant, bool otherPack, bool idle)
    {
        CabinetPlant so = new(plant);
        return (idle ? so with { StoreFilled = false, TakeEmptied = false } : so).Bits;
    }

    public Harm Harms(int plant, Letter letter, Phase now, Phase coming, Drive drives)
    {
        CabinetPlant so = new(plant);
        Harm harm = coming == Phase.Releasing && coming != now && (so.StoreDoorOpen || so.TakeDoorOpen)
            ? Harm.ReleasedWithDoorOpen : Harm.None;
        if (!drives.HasFlag(Drive.OpenDoor))
        {
            return harm;
        }

        bool other = IsTake(coming) ? so.StoreDoorOpen
            : so.TakeDoorOpen || (coming == Phase.Maintenance && so.StoreDoorOpen);
        harm |= other ? Harm.TwoDoorsOpen : Harm.None;
        harm |= coming == Phase.Admitting && so.StoreFilled && !so.StoreDoorOpen ? Harm.AdmittedIntoFilled : Harm.None;
        return harm | (coming == Phase.Dispensing && !so.StoreFilled ? Harm.DispensedForNothing : Harm.None);
    }

    public string Words(int plant)
    {
        CabinetPlant so = new(plant);
        string door = so.StoreDoorOpen && so.TakeDoorOpen ? "both doors open" : so.StoreDoorOpen ? "store door open"
            : so.TakeDoorOpen ? "take door open" : "doors shut";
        return $"{(so.There ? "a person" : "nobody")} there, {door}, "
            + $"store bay {(so.StoreFilled ? "filled" : "empty")}, "
            + $"take bay {(so.TakeEmptied ? "empty" : "filled")}";
    }

    private static bool IsTake(Phase phase) => phase is Phase.Dispensing or Phase.Taking;

    /// <summary>Puts a pack in, takes one out, shuts a door.</summary>
    private static void AddDeeds(CabinetPlant so, ICollection<int> into)
    {
        if (so.StoreDoorOpen)
        {
            into.Add((so with { StoreFilled = !so.StoreFilled }).Bits);
            into.Add((so with { StoreDoorOpen = false }).Bits);
        }

        if (so.TakeDoorOpen)
        {
            into.Add((so with { TakeEmptied = !so.TakeEmptied }).Bits);
            into.Add((so with { TakeDoorOpen = false }).Bits);
        }
    }

    private static List<WrongSensor> AllSensors()
    {
        List<WrongSensor> sensors = [];
        LaneSensors.AddPresence(sensors, "person there", Fact.VehiclePresent);
        LaneSensors.AddLevel(sensors, "door open", Fact.DoorOpen, LaneSensor.DoorOpen);
        LaneSensors.AddLevel(sensors, "doors closed", Fact.DoorsClosed, LaneSensor.DoorsClosed);
        LaneSensors.AddBays(sensors);
        return sensors;
    }
}
