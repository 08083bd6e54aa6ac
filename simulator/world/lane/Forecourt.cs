using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// The ground before the lanes: who is to come, and who waits. Vehicles wait in the order in which they came; one
/// rolls in a moment after the lane is free: nobody stands there, the carrier is clear, rests and holds nothing, and
/// neither sign nor horn says that the lane is closed.
/// </summary>
public sealed class Forecourt
{
    /// <summary>From the last vehicle's leaving until the next one rolls.</summary>
    private const int FollowsMs = 4_000;

    private readonly IReadOnlyList<SwapLane> _lanes;
    private readonly TruckStage[] _stages;
    private readonly Visit?[] _under;
    private readonly List<Caller>[] _queues;
    private readonly List<Caller> _coming = [];
    private readonly List<Visit> _visits = [];

    /// <summary>When who is in a lane, or comes first, came to the station; -1 for who comes back.</summary>
    private readonly long[] _cameMs;

    public Forecourt(IReadOnlyList<SwapLane> lanes)
    {
        ArgumentNullException.ThrowIfNull(lanes);
        _lanes = lanes;
        _stages = new TruckStage[lanes.Count];
        _under = new Visit?[lanes.Count];
        _queues = [.. lanes.Select(_ => new List<Caller>())];
        _cameMs = [.. lanes.Select(lane => lane.Truck.Plan.ArrivesMs)];
    }

    /// <summary>Vehicles that have not come yet, those that are first in their lane left out.</summary>
    public int Coming => _coming.Count;

    /// <summary>Every visit that has begun, in that order.</summary>
    public IReadOnlyList<Visit> Visits => _visits;

    /// <summary>Longest queue so far, of one lane.</summary>
    public int LongestQueue { get; private set; }

    /// <summary>Everybody who was expected has come and gone.</summary>
    public bool Empty => _coming.Count == 0 && _queues.All(queue => queue.Count == 0)
        && _lanes.All(lane => lane.Truck.Stage == TruckStage.Gone || lane.Truck.Plan.ArrivesMs == TruckPlan.Never);

    /// <summary>Vehicles before a lane.</summary>
    public int Waiting(int lane) => _queues[lane - 1].Count;

    internal void Expect(VisitPlan visit, IReadOnlyList<Pack> packs)
    {
        if (visit.Lane < 0 || visit.Lane > _lanes.Count)
        {
            throw new ArgumentException($"There are {_lanes.Count} lanes.", nameof(visit));
        }

        Insert(new Caller(visit.Lane, visit.Truck, packs));
    }

    internal void Advance(long nowMs)
    {
        while (_coming.Count > 0 && _coming[0].Truck.ArrivesMs <= nowMs)
        {
            Caller arrival = _coming[0];
            _coming.RemoveAt(0);
            List<Caller> queue = _queues[arrival.Lane > 0 ? arrival.Lane - 1 : Shortest()];
            queue.Add(arrival);
            LongestQueue = Math.Max(LongestQueue, queue.Count);
        }

        for (int lane = 0; lane < _queues.Length; lane++)
        {
            Record(lane, nowMs);
            if (_queues[lane].Count > 0 && Free(_lanes[lane], nowMs))
            {
                Enter(lane, nowMs);
            }
        }
    }

    private void Insert(Caller arrival)
    {
        int at = _coming.FindIndex(other => other.Truck.ArrivesMs > arrival.Truck.ArrivesMs);
        _coming.Insert(at < 0 ? _coming.Count : at, arrival);
    }

    private int Shortest()
    {
        int best = 0;
        for (int lane = 1; lane < _queues.Length; lane++)
        {
            best = Length(lane) < Length(best) ? lane : best;
        }

        return best;
    }

    private int Length(int lane) => _queues[lane].Count + (_lanes[lane].Truck.Present ? 1 : 0);

    private static bool Free(SwapLane lane, long nowMs)
    {
        Truck truck = lane.Truck;
        bool nobody = truck.Stage == TruckStage.Away
            ? nowMs < truck.Plan.ArrivesMs
            : truck.Stage == TruckStage.Gone && nowMs - truck.StageSinceMs >= FollowsMs;
        return nobody && lane.Hoist.Raised && lane.Hoist.Held is null
            && (lane.Drives & (Drive.ShowClosed | Drive.SoundAlarm | Drive.Motion)) == Drive.None;
    }

    private void Enter(int lane, long nowMs)
    {
        Caller next = _queues[lane][0];
        _queues[lane].RemoveAt(0);
        Truck truck = _lanes[lane].Truck;
        if (truck.Stage == TruckStage.Away && truck.Plan.ArrivesMs != TruckPlan.Never)
        {
            // Earlier than who should have been first: that one comes after, at its time.
            Insert(new Caller(lane + 1, truck.Plan, [.. truck.Positions.Select(at => at.Seat.Pack!)]));
        }

        _cameMs[lane] = Math.Min(next.Truck.ArrivesMs, nowMs);
        truck.Come(next.Truck, next.Packs, nowMs);
        Record(lane, nowMs);
    }

    private void Record(int lane, long nowMs)
    {
        Truck truck = _lanes[lane].Truck;
        if (truck.Stage == _stages[lane])
        {
            return;
        }

        _stages[lane] = truck.Stage;
        if (truck.Stage == TruckStage.RollingIn)
        {
            long cameMs = _cameMs[lane] < 0 ? nowMs : Math.Min(_cameMs[lane], nowMs);
            Visit begun = new(lane + 1, truck.Vin, cameMs, nowMs) { Brought = Packs(truck) };
            _under[lane] = begun;
            _visits.Add(begun);
            _cameMs[lane] = -1;
        }
        else if (_under[lane] is { } visit)
        {
            visit.StoodMs = truck.Stage == TruckStage.Standing ? nowMs : visit.StoodMs;
            visit.StartedMs = truck.Stage == TruckStage.Starting ? nowMs : visit.StartedMs;
            if (truck.Stage == TruckStage.Gone)
            {
                visit.LeftMs = nowMs;
                visit.Took = Packs(truck);
            }
        }
    }

    private static Pack?[] Packs(Truck truck) => [.. truck.Positions.Select(at => at.Seat.Pack)];
}
