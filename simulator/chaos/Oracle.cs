using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Judges each pass by the world as it truly is. A request is unsafe when its truth has been against it for longer than
/// the node has to notice: two passes for a level, three periods of a frame and two passes for what a bus says. A truth
/// whose every source is wrong cannot be known, and is not judged while that lasts.
/// </summary>
public sealed class Oracle(World world, FaultyLaneIo pins, FaultyBus swapBus)
{
    /// <summary>Debounce, two passes, and a step of the world.</summary>
    private const int LevelMs = 150;

    /// <summary>A frame of 100 ms is stale after three periods; it may have waited 500 ms on the way.</summary>
    private const int BusMs = 500;
    private const int LateMs = 500;

    private readonly Dictionary<Unsafe, long> _sinceMs = [];
    private readonly int _packs = Packs(world).Count;
    private readonly HashSet<Unsafe> _seen = [];
    private Pack? _own;
    private Pack? _planned;
    private Phase _phase;
    private long _enteredMs;
    private ulong _phaseSequence;

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
        CheckPacks();
        Truck truck = world.Lane.Truck;
        _own = truck.Present ? _own ?? truck.Seat.Pack : null;
        if (node is null)
        {
            _sinceMs.Clear();
            _phaseSequence = ulong.MaxValue;
            return;
        }

        Lane lane = node.Lane;
        Follow(node);
        Drive drives = world.Lane.Drives;
        CheckPhase(lane, node.Journal, drives & Drive.Motion);
        CheckLock(drives);
        CheckRelease(drives);
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
        if (_phase == Phase.Gripping)
        {
            int bay = lane.Bays.TakeBay;
            _planned = bay is 0 ? null : world.Bays[bay - 1].Seat.Pack ?? _planned;
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
        Truck truck = world.Lane.Truck;
        bool unlock = drives.HasFlag(Drive.Unlock);
        bool unprepared = Against(!truck.Present, LifeSensor.Present)
            || Against(!truck.InPosition, LifeSensor.InPosition)
            || Against(!truck.Still, LifeSensor.Still) || Against(!truck.HandbrakeOn, LifeSensor.Handbrake)
            || Against(!truck.GearNeutral, LifeSensor.Neutral);
        Judge(Unsafe.UnlockOfUnpreparedVehicle, unlock && unprepared, LevelMs);
        bool live = truck.Seat.Pack is { RelaysClosed: true } || truck.BusVoltageV > 61;
        Judge(Unsafe.UnlockUnderHighVoltage, unlock && live, BusMs + Late());
        bool free = Against(!world.Lane.Hoist.TongueLocked, LifeSensor.Tongue);
        Judge(Unsafe.UnlockWithoutGrip, unlock && free, LevelMs);
        bool locked = !truck.Lock.Open && !LockUnknown();
        Judge(Unsafe.LiftOfLockedPack, drives.HasFlag(Drive.Lift) && locked, LevelMs);
        bool parted = !truck.Connector.Mated && !FrameWrong();
        Judge(Unsafe.LockWithoutConnector, drives.HasFlag(Drive.Lock) && parted, BusMs + Late());
    }

    private void CheckRelease(Drive drives)
    {
        Truck truck = world.Lane.Truck;
        bool released = drives.HasFlag(Drive.ReleaseVehicle) && truck.Present;
        Judge(Unsafe.ReleaseUnlocked, released && !truck.Lock.Closed && !LockUnknown(), LevelMs);
        Judge(Unsafe.ReleaseUnmated, released && !truck.Connector.Mated && !FrameWrong(), BusMs + Late());
        Pack? pack = truck.Seat.Pack;
        bool wrong = !ReferenceEquals(pack, _own) && !ReferenceEquals(pack, _planned);
        Judge(Unsafe.ReleaseWithWrongPack, released && wrong, LevelMs);
    }

    private void CheckPacks()
    {
        Judge(Unsafe.PackLost, Packs(world).Count != _packs, 0);
        Hoist hoist = world.Lane.Hoist;
        bool meets = hoist.Held is { } held && hoist.Below is { Pack: { } other } seat && !ReferenceEquals(held, other)
            && hoist.HeightM - seat.HeightM < Seat.DepthM;
        Judge(Unsafe.TwoPacksInOnePlace, meets, 0);
    }

    /// <summary>True when it is so, and its one sensor is right.</summary>
    private bool Against(bool truth, LifeSensor source) => truth && !pins.WasWrong(source, LevelMs + 50);

    private bool LockUnknown() => FrameWrong()
        && pins.WasWrong(LifeSensor.LockOpen, LevelMs + 50) && pins.WasWrong(LifeSensor.LockClosed, LevelMs + 50);

    private bool FrameWrong() => world.NowMs - swapBus.CorruptedMs < BusMs;

    private int Late() => swapBus.LatePermille > 0 ? LateMs : 0;

    private void Judge(Unsafe what, bool against, int graceMs)
    {
        if (!against)
        {
            _sinceMs.Remove(what);
            return;
        }

        _sinceMs.TryAdd(what, world.NowMs);
        if (world.NowMs - _sinceMs[what] < graceMs)
        {
            return;
        }

        _seen.Add(what);
        if (First == Unsafe.None)
        {
            First = what;
            FirstMs = world.NowMs;
            FirstWrong = pins.Wrong;
        }
    }

    private static HashSet<Pack> Packs(World world)
    {
        HashSet<Pack> packs = [];
        IEnumerable<Pack?> places = world.Bays.Select(bay => bay.Seat.Pack)
            .Append(world.Lane.Truck.Seat.Pack).Append(world.Lane.Hoist.Held);
        packs.UnionWith(places.OfType<Pack>());
        return packs;
    }
}
