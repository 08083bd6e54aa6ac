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
    private readonly Dictionary<Unsafe, long> _sinceMs = [];
    private readonly int _packs;
    private readonly HashSet<Unsafe> _seen = [];
    private readonly HashSet<Pack> _cameIn = [];
    private readonly Pack?[] _own;
    private readonly Pack?[] _planned;
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
        _packs = Packs(world).Count;
        _own = new Pack?[_lane.Truck.Positions.Count];
        _planned = new Pack?[_own.Length];
    }

    /// <summary>All that was seen.</summary>
    public IReadOnlySet<Unsafe> Seen => _seen;

    /// <summary>What was seen first, with its time; None while all is well.</summary>
    public Unsafe First { get; private set; }

    public long FirstMs { get; private set; }

    /// <summary>Wrong sensors at that moment.</summary>
    public int FirstWrong { get; private set; }

    /// <summary>After each pass of the lane node; null while it has no power.</summary>
    public void Check(Node? node)
    {
        FollowVehicle();
        CheckPacks();
        if (node is null)
        {
            _sinceMs.Clear();
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

    /// <summary>Every pack of the world; a pack that two places claim comes once.</summary>
    internal static List<Pack> Packs(World world)
    {
        List<Pack> packs = [];
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

    internal void Judge(Unsafe what, bool against, int graceMs)
    {
        if (!against)
        {
            _sinceMs.Remove(what);
            return;
        }

        _sinceMs.TryAdd(what, _world.NowMs);
        if (_world.NowMs - _sinceMs[what] < graceMs)
        {
            return;
        }

        _seen.Add(what);
        if (First == Unsafe.None)
        {
            First = what;
            FirstMs = _world.NowMs;
            FirstWrong = _life.Pins.Wrong;
        }
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
        for (int i = 0; i < _own.Length; i++)
        {
            _own[i] = _present ? truck.Positions[i].Seat.Pack : null;
            _planned[i] = null;
            if (_own[i] is { } pack)
            {
                _cameIn.Add(pack);
            }
        }
    }

    /// <summary>When the phase began, and which pack stood in the bay that was chosen.</summary>
    private void Follow(Node node)
    {
        Lane lane = node.Lane;
        if (lane.Phase == _phase && lane.EnteredMs == _enteredMs && _phaseSequence != ulong.MaxValue)
        {
            return;
        }

        _phase = lane.Phase;
        _enteredMs = lane.EnteredMs;
        _phaseSequence = node.Journal.NextSequence - 1;
        int position = Math.Clamp(lane.State.Pack, 1, _planned.Length) - 1;
        if (_phase == Phase.Gripping && lane.Bays.TakeBay != 0)
        {
            _planned[position] = _world.Bays[lane.Bays.TakeBay - 1].Seat.Pack ?? _planned[position];
        }
    }

    private void CheckPhase(Lane lane, Journal journal, Drive motion)
    {
        bool may = SwapTable.Moves(lane.Phase) || lane.Phase == Phase.Maintenance;
        Judge(Unsafe.MotionWhileHeld, motion != Drive.None && !may, 0);
        bool stored = journal.LastStored >= _phaseSequence && _phaseSequence != 0;
        Judge(Unsafe.MotionBeforeStored, motion != Drive.None && !stored, 0);
    }

    private void CheckLock(Drive drives)
    {
        Truck truck = _lane.Truck;
        bool unlock = drives.HasFlag(Drive.Unlock);
        bool unprepared = Against(!truck.Present, LifeSensor.Present)
            || Against(!truck.InPosition, LifeSensor.InPosition)
            || Against(!truck.Still, LifeSensor.Still) || Against(!truck.HandbrakeOn, LifeSensor.Handbrake)
            || Against(!truck.GearNeutral, LifeSensor.Neutral);
        Judge(Unsafe.UnlockOfUnpreparedVehicle, unlock && unprepared, LevelMs);
        bool live = truck.Seat.Pack is { RelaysClosed: true } || truck.BusVoltageV > 61;
        Judge(Unsafe.UnlockUnderHighVoltage, unlock && live, BusMs + Late());
        bool free = Against(!_lane.Hoist.TongueLocked, LifeSensor.Tongue);
        Judge(Unsafe.UnlockWithoutGrip, unlock && free, LevelMs);
        bool locked = !truck.Lock.Open && !LockUnknown();
        Judge(Unsafe.LiftOfLockedPack, drives.HasFlag(Drive.Lift) && locked, LevelMs);
        bool parted = !truck.Connector.Mated && !ConnectorUnknown();
        Judge(Unsafe.LockWithoutConnector, drives.HasFlag(Drive.Lock) && parted, BusMs + Late());
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

        Judge(Unsafe.ReleaseUnlocked, open, LevelMs);
        Judge(Unsafe.ReleaseUnmated, parted, BusMs + Late());
        Judge(Unsafe.ReleaseWithWrongPack, wrong, LevelMs);
    }

    private void CheckPacks()
    {
        Judge(Unsafe.PackLost, Packs(_world).Count != _packs, 0);
        Judge(Unsafe.TwoPacksInOnePlace, _lane.Hoist.Meets, 0);
        bool falls = false;
        foreach (PackPosition at in _lane.Truck.Positions)
        {
            bool bolted = !at.Lock.Points.All(point => !point.Closed);
            falls |= at.Seat.Pack is not null && !bolted && !_lane.Hoist.Bears(at.Seat);
        }

        Judge(Unsafe.PackUnsupported, falls, 0);
        bool among = _life.PackBus.CorruptedMs < 0 && _cameIn.Any(IsAmongOthers);
        Judge(Unsafe.BadPackAmongOthers, among, 0);
    }

    private bool IsAmongOthers(Pack pack) => (pack.InsulationKohm <= WeakKohm || pack.AlarmLevel >= BadLevel)
        && _world.Bays.Any(bay => bay.Number != _isolationBay && bay.Seat.Filled && ReferenceEquals(bay.Seat.Pack, pack));

    /// <summary>True when it is so, and its one sensor is right.</summary>
    private bool Against(bool truth, LifeSensor source) => truth && !IsWrong(source);

    private bool IsWrong(LifeSensor source) => _life.Pins.WasWrong(source, LevelMs + 50);

    /// <summary>Switches alone, or switches and frame, of the lock may lie.</summary>
    private bool LockUnknown() => _lane.SaysLock
        ? FrameWrong() && IsWrong(LifeSensor.LockOpen) && IsWrong(LifeSensor.LockClosed)
        : IsWrong(LifeSensor.LockOpen) || IsWrong(LifeSensor.LockClosed);

    private bool ConnectorUnknown() => _lane.SaysLock
        ? FrameWrong()
        : IsWrong(LifeSensor.ConnectorMated) || IsWrong(LifeSensor.ConnectorParted);

    private bool FrameWrong() => _world.NowMs - _life.PackBus.CorruptedMs < BusMs;

    private int Late() => _life.PackBus.LatePermille > 0 ? LateMs : 0;
}
