using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Judges each pass of a lane by the world as it truly is. A request is unsafe when its truth has been against it for
/// longer than the node has to notice: two passes for a level, three periods of a frame and two passes for what a bus
/// says. A truth whose every source is wrong cannot be known, and is not judged while that lasts.
/// </summary>
public sealed class Oracle
{
    /// <summary>Debounce, two passes, and a step of the world.</summary>
    private const int LevelMs = 150;

    /// <summary>A frame of 100 ms is stale after three periods; it may have waited 500 ms on the way.</summary>
    private const int BusMs = 500;
    private const int LateMs = 500;

    /// <summary>What a life makes of weak insulation, and the alarm level from which a pack is kept apart.</summary>
    private const int WeakKohm = 30;
    private const int BadLevel = 2;

    private readonly World _world;
    private readonly LifeLane _life;
    private readonly SwapLane _lane;
    private readonly int _isolationBay;
    private readonly int _packs;
    private readonly HashSet<Pack> _cameIn = [];
    private readonly List<Pack> _there = [];
    private readonly Pack?[] _own;
    private readonly Pack?[] _planned;
    private uint _plannedSerial;
    private bool _present;
    private Phase _phase;
    private long _enteredMs;
    private ulong _phaseSequence;

    /// <param name="world">The whole world.</param>
    /// <param name="life">The lane that is judged.</param>
    /// <param name="isolationBay">Number of the bay for bad packs, 0 for none.</param>
    public Oracle(World world, LifeLane life, int isolationBay)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(life);
        _world = world;
        _life = life;
        _lane = life.World;
        _isolationBay = isolationBay;
        _packs = Packs(world, _there).Count;
        _own = new Pack?[_lane.Truck.Positions.Count];
        _planned = new Pack?[_own.Length];
    }

    public Judgement Judgement { get; } = new();

    /// <summary>After each pass of the lane node; null while it has no power.</summary>
    public void Check(Node? node)
    {
        Judgement.Begin(_world.NowMs, _life.Pins.Wrong);
        FollowVehicle();
        CheckPacks();
        if (node is null)
        {
            Judgement.Reset();
            _phaseSequence = ulong.MaxValue;
            return;
        }

        Lane lane = node.Lane;
        Follow(node);
        Drive drives = _lane.Drives;
        CheckPhase(lane, node.Journal, drives & Drive.Motion);
        CheckLock(drives);
        CheckRelease(drives);
    }

    /// <summary>Every pack of the world, into a list; a pack that two places claim comes once.</summary>
    internal static List<Pack> Packs(World world, List<Pack> packs)
    {
        packs.Clear();
        foreach (SwapBay bay in world.Bays)
        {
            Add(packs, bay.Seat.Pack);
        }

        foreach (SwapLane lane in world.Lanes)
        {
            Add(packs, lane.Hoist.Held);
            foreach (PackPosition position in lane.Truck.Positions)
            {
                Add(packs, position.Seat.Pack);
            }
        }

        return packs;
    }

    private static void Add(List<Pack> packs, Pack? pack)
    {
        if (pack is not null && !packs.Contains(pack))
        {
            packs.Add(pack);
        }
    }

    /// <summary>Which packs it came with.</summary>
    private void FollowVehicle()
    {
        Truck truck = _lane.Truck;
        if (truck.Present == _present)
        {
            return;
        }

        _present = truck.Present;
        TakeOwn(truck);
        _cameIn.UnionWith(_own.OfType<Pack>());
    }

    /// <summary>What it has as a swap begins is its own.</summary>
    private void TakeOwn(Truck truck)
    {
        for (int i = 0; i < _own.Length; i++)
        {
            _own[i] = _present ? truck.Positions[i].Seat.Pack : null;
            _planned[i] = null;
        }
    }

    /// <summary>When the phase began, and which pack stood in the bay that was chosen, or chosen anew.</summary>
    private void Follow(Node node)
    {
        Lane lane = node.Lane;
        if (lane.Phase == _phase && lane.EnteredMs == _enteredMs && _phaseSequence != ulong.MaxValue)
        {
            return;
        }

        if (_phase == Phase.Idle && lane.Phase == Phase.Identifying)
        {
            TakeOwn(_lane.Truck);
        }

        _phase = lane.Phase;
        _enteredMs = lane.EnteredMs;
        _phaseSequence = node.Journal.NextSequence - 1;
        int position = Math.Clamp(lane.State.Pack, 1, _planned.Length) - 1;
        bool another = _phase == Phase.Fetching && lane.Bays.PlannedSerial != _plannedSerial;
        if ((_phase == Phase.Gripping || another) && lane.Bays.TakeBay != 0)
        {
            _planned[position] = _world.Bays[lane.Bays.TakeBay - 1].Seat.Pack ?? _planned[position];
            _plannedSerial = lane.Bays.PlannedSerial;
        }
    }

    private void CheckPhase(Lane lane, Journal journal, Drive motion)
    {
        bool may = SwapTable.Moves(lane.Phase) || lane.Phase == Phase.Maintenance;
        Judgement.Take(Unsafe.MotionWhileHeld, motion != Drive.None && !may, 0);
        bool stored = journal.LastStored >= _phaseSequence && _phaseSequence != 0;
        Judgement.Take(Unsafe.MotionBeforeStored, motion != Drive.None && !stored, 0);
    }

    private void CheckLock(Drive drives)
    {
        Truck truck = _lane.Truck;
        bool unlock = drives.HasFlag(Drive.Unlock);
        bool unprepared = Against(!truck.Present, LaneContacts.Present)
            || Against(!truck.InPosition, LaneContacts.InPosition)
            || Against(!truck.Still, LaneContacts.Still) || Against(!truck.HandbrakeOn, LaneContacts.Handbrake)
            || Against(!truck.GearNeutral, LaneContacts.Neutral);
        Judgement.Take(Unsafe.UnlockOfUnpreparedVehicle, unlock && unprepared, LevelMs);
        bool live = truck.Seat.Pack is { RelaysClosed: true } || truck.BusVoltageV > 61;
        Judgement.Take(Unsafe.UnlockUnderHighVoltage, unlock && live, BusMs + Late());
        bool elsewhere = _lane.Hoist.Held is null || !ReferenceEquals(_lane.Hoist.Held, truck.Seat.Pack);
        bool free = Against(elsewhere, LaneContacts.Tongue);
        Judgement.Take(Unsafe.UnlockWithoutGrip, unlock && free, LevelMs);
        bool locked = !truck.Lock.Open && !LockUnknown();
        Judgement.Take(Unsafe.LiftOfLockedPack, drives.HasFlag(Drive.Lift) && locked, LevelMs);
        bool parted = !truck.Connector.Mated && !ConnectorUnknown();
        Judgement.Take(Unsafe.LockWithoutConnector, drives.HasFlag(Drive.Lock) && parted, BusMs + Late());
    }

    private void CheckRelease(Drive drives)
    {
        Truck truck = _lane.Truck;
        bool released = drives.HasFlag(Drive.ReleaseVehicle) && truck.Present;
        bool open = false;
        bool parted = false;
        bool wrong = false;
        for (int i = 0; released && i < truck.Positions.Count; i++)
        {
            PackPosition at = truck.Positions[i];
            bool meant = ReferenceEquals(at, truck.Position);
            open |= !at.Lock.Closed && !(meant && LockUnknown());
            parted |= !at.Connector.Mated && !(meant && ConnectorUnknown());
            wrong |= !ReferenceEquals(at.Seat.Pack, _own[i]) && !ReferenceEquals(at.Seat.Pack, _planned[i]);
        }

        Judgement.Take(Unsafe.ReleaseUnlocked, open, LevelMs);
        Judgement.Take(Unsafe.ReleaseUnmated, parted, BusMs + Late());
        Judgement.Take(Unsafe.ReleaseWithWrongPack, wrong, LevelMs);
    }

    private void CheckPacks()
    {
        Judgement.Take(Unsafe.PackLost, Packs(_world, _there).Count != _packs, 0);
        Judgement.Take(Unsafe.TwoPacksInOnePlace, _lane.Hoist.Meets, 0);
        bool falls = false;
        foreach (PackPosition at in _lane.Truck.Positions)
        {
            falls |= at.Seat.Pack is not null && at.Lock.HoldsNothing && !_lane.Hoist.Bears(at.Seat);
        }

        Judgement.Take(Unsafe.PackUnsupported, falls, 0);
        bool among = _life.PackBus.CorruptedMs < 0 && _cameIn.Any(IsAmongOthers);
        Judgement.Take(Unsafe.BadPackAmongOthers, among, 0);
    }

    private bool IsAmongOthers(Pack pack) => (pack.InsulationKohm <= WeakKohm || pack.AlarmLevel >= BadLevel)
        && _world.Bays.Any(bay =>
            bay.Number != _isolationBay && bay.Seat.Filled && ReferenceEquals(bay.Seat.Pack, pack));

    /// <summary>True when it is so, and its one sensor is right.</summary>
    private bool Against(bool truth, Contact<LaneInputs> source) => truth && !IsWrong(source);

    private bool IsWrong(Contact<LaneInputs> source) => _life.Pins.WasWrong(source, LevelMs + 50);

    /// <summary>Switches alone, or switches and frame, of the lock may lie.</summary>
    private bool LockUnknown() => _lane.SaysLock
        ? FrameWrong() && IsWrong(LaneContacts.LockOpen) && IsWrong(LaneContacts.LockClosed)
        : IsWrong(LaneContacts.LockOpen) || IsWrong(LaneContacts.LockClosed);

    private bool ConnectorUnknown() => _lane.SaysLock
        ? FrameWrong()
        : IsWrong(LaneContacts.ConnectorMated) || IsWrong(LaneContacts.ConnectorParted);

    private bool FrameWrong() => _world.NowMs - _life.PackBus.CorruptedMs < BusMs;

    private int Late() => _life.PackBus.LatePermille > 0 ? LateMs : 0;
}
