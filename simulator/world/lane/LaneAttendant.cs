using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Somebody of the station: comes a while after the lane has called, looks, and confirms; again where that was not
/// enough. A vehicle that has its pack and could not be served after several of these is sent off.
/// </summary>
public sealed class LaneAttendant
{
    private const int LooksMs = 5_000;
    private const int PressMs = 500;
    private const int AgainMs = 20_000;
    private const int Tries = 4;

    private long _calledMs = -1;
    private TruckPlan? _helped;
    private int _tries;

    /// <summary>From the call until somebody is there; null: nobody comes.</summary>
    public long? ComesAfterMs { get; set; }

    /// <summary>How often somebody has confirmed.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Vehicles that were sent off as they had come.</summary>
    public int SentOff { get; private set; }

    /// <summary>The confirm button is pressed.</summary>
    public bool Presses { get; private set; }

    internal void Advance(long nowMs, SwapLane lane)
    {
        bool called = ComesAfterMs is not null && (lane.Drives & Drive.CallPerson) != Drive.None;
        _calledMs = !called ? -1 : _calledMs < 0 ? nowMs : _calledMs;
        long hereMs = called ? nowMs - _calledMs - ComesAfterMs!.Value : -1;
        bool presses = hereMs is >= LooksMs and < LooksMs + PressMs;
        if (presses && !Presses)
        {
            Look(nowMs, lane);
        }

        Presses = presses;
        _calledMs = hereMs >= AgainMs ? nowMs - ComesAfterMs!.Value : _calledMs;
    }

    private void Look(long nowMs, SwapLane lane)
    {
        Confirmed++;
        _tries = ReferenceEquals(_helped, lane.Truck.Plan) ? _tries + 1 : 1;
        _helped = lane.Truck.Plan;
        if (_tries > Tries && IsWhole(lane))
        {
            SentOff++;
            lane.Truck.Leave(nowMs);
        }
    }

    /// <summary>The vehicle stands there with every pack mated and locked, and the carrier is clear of it.</summary>
    private static bool IsWhole(SwapLane lane) => lane.Truck.Stage == TruckStage.Standing
        && lane.Hoist.Raised && lane.Hoist.Held is null
        && lane.Truck.Positions.All(static at => at.Connector.Mated && at.Lock.Closed && at.Seat.Pack is not null);
}
