using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// What a lane's node reads in a pass, held against what it asks for after it: pins as the port gave them, frames as
/// the bus ends gave them, time as it is. Knows no facts, phases or rows of the firmware, only which request each thing
/// forbids.
/// </summary>
/// <param name="profile">Limits by which sensors may disagree, and whether the vehicle says its lock.</param>
public sealed class LaneReactions(SwapProfile profile)
{
    private const Drive Carries = Drive.Lift | Drive.Place;
    private const Drive Lets = Drive.Withdraw | Drive.ReleaseVehicle;
    private const Drive Unlocked = Drive.Unlock | Drive.Lift | Drive.Stow | Drive.Fetch | Drive.Place | Drive.Lock;
    private const Drive WithBays = Drive.Grip | Drive.Unlock | Drive.Lift | Drive.Stow | Drive.Fetch;

    private readonly int _points = (1 << profile.LockPoints) - 1;
    private readonly Bay[] _bays = [.. Enumerable.Range(0, NodeSettings.StationBays + 1).Select(_ => new Bay())];
    private readonly BayStatusFrame _status = new();
    private readonly Lasting _lock = new(profile.LockDisagreeMs);
    private readonly Lasting _seat = new(profile.SeatDisagreeMs);
    private readonly Lasting _connector = new(profile.ConnectorDisagreeMs);
    private SwapPackBus _bus = new();
    private Drive _byHand;
    private long _nowMs;

    public ReactionMeter Meter { get; } = new();

    /// <summary>The city's word is given to the node before its next pass.</summary>
    public bool CityAborts { get; set; }

    public void Advance(long nowMs) => _nowMs = nowMs;

    /// <summary>The node has lost its power, and what it had heard.</summary>
    public void Reset()
    {
        Meter.Reset();
        _bus = new SwapPackBus();
        Array.ForEach(_bays, bay => bay.Forget());
    }

    /// <summary>Nobody is there any more; what the last vehicle said is not said of the next one.</summary>
    public void Forget() => _bus.Reset();

    public void HearPack(CanFrame frame) => _bus.Accept(frame);

    public void HearLink(CanFrame frame)
    {
        if (_status.Read(frame) == DecodeResult.Ok && _status.Bay <= NodeSettings.StationBays)
        {
            _bays[_status.Bay].Take(_status, _nowMs);
        }
    }

    /// <summary>A pass is over: what it read, and what is on after it.</summary>
    /// <param name="seen">Levels that it read.</param>
    /// <param name="drives">Requests and permits that it wrote.</param>
    /// <param name="byHand">A technician works.</param>
    /// <param name="storeBay">Bay for the old pack, 0 for none.</param>
    /// <param name="takeBay">Bay of the new pack, 0 for none.</param>
    public void Take(LaneInputs seen, Drive drives, bool byHand, int storeBay, int takeBay)
    {
        ArgumentNullException.ThrowIfNull(seen);
        bool motion = Any(drives, Drive.Motion);
        TakePeople(seen, drives, motion, byHand);
        TakeLock(seen, drives, motion);
        TakePack(drives, motion);
        bool grips = seen.HoistTongueLocked && seen.HoistPinSeated;
        bool prepared = seen.VehiclePresent && seen.VehicleInPosition && seen.VehicleStill && seen.HandbrakeOn
            && seen.GearNeutral;
        Take(ReactionCause.VehicleUnprepared, !prepared, motion);
        Take(ReactionCause.GripLost, !grips, Any(drives, Drive.Unlock | Carries));
        Take(ReactionCause.PackHangs, seen.HoistLoaded, Any(drives, Drive.Grip | Drive.Unlock | Drive.Withdraw));
        TakeBays(byHand ? Drive.None : drives, motion, storeBay, takeBay);
        int seat = (seen.PackInPlace1 ? 1 : 0) | (seen.PackInPlace2 ? 2 : 0);
        bool seats = _seat.Of(seat is 1 or 2, seat, _nowMs);
        bool alone = _connector.Of(IsMated(seen) && !seen.PackOnVehicle, 0, _nowMs);
        Take(ReactionCause.SeatSensorsDisagree, seats || alone, motion);
    }

    private void TakeBays(Drive drives, bool motion, int storeBay, int takeBay)
    {
        bool works = Any(drives, WithBays);
        bool silent = IsSilent(storeBay) || IsSilent(takeBay);
        Take(ReactionCause.BaySilent, silent, works);
        Take(ReactionCause.SmokeInAnyBay, Array.Exists(_bays, bay => bay.Smoke), motion);
        Take(ReactionCause.StoreBayAlarm, storeBay != 0 && _bays[storeBay].Alarm, Any(drives, WithBays & ~Drive.Fetch));
        Take(ReactionCause.TakeBayAlarm, takeBay != 0 && _bays[takeBay].Alarm, works);
    }

    private static bool Any(Drive drives, Drive of) => (drives & of) != Drive.None;

    private void Take(ReactionCause cause, bool stands, bool on) => Meter.Take(cause, stands, on);

    private void TakePeople(LaneInputs seen, Drive drives, bool motion, bool byHand)
    {
        bool lets = motion || Any(drives, Drive.ReleaseVehicle);
        Take(ReactionCause.SafetyChainOpen, !seen.SafetyChainClosed, lets);
        Take(ReactionCause.FireAlarm, !seen.FireLoopClosed, motion);
        Take(ReactionCause.AbortPressed, seen.AbortPressed, lets);
        Take(ReactionCause.DriverAborts, seen.DriverAborts && !byHand, motion && !byHand);
        Take(ReactionCause.CityAborts, CityAborts && !byHand, motion && !byHand);
        CityAborts = false;
        Take(ReactionCause.ReleaseNotPermitted, !seen.ReleasePermitted, Any(drives, Drive.Unlock));
        Take(ReactionCause.KeyOff, byHand && !seen.KeySwitchOn, byHand && motion);
        bool released = byHand && !Any(_byHand, seen.Hand);
        Take(ReactionCause.PendantReleased, released && _byHand != Drive.None, byHand && Any(drives, _byHand));
        _byHand = byHand ? drives & Drive.Motion : Drive.None;
    }

    /// <summary>A vehicle that drives off, as it was told, takes the signs of its lock along.</summary>
    private void TakeLock(LaneInputs seen, Drive drives, bool motion)
    {
        int open = seen.LockOpenPoints & _points;
        int closed = seen.LockClosedPoints & _points;
        int pins = open == _points && closed == 0 ? LockFrame.Unlocked
            : closed == _points && open == 0 ? LockFrame.Locked : LockFrame.Neither;
        Take(ReactionCause.LockPinsNotOpen, pins != LockFrame.Unlocked, Any(drives, Carries));
        bool there = seen.VehiclePresent;
        Take(ReactionCause.LockPinsNotClosed, there && pins != LockFrame.Locked, there && Any(drives, Lets));
        Take(ReactionCause.LockPinsContradict, (open & closed) != 0, motion);
        bool held = there && Any(drives, Lets | Drive.Lock);
        Take(ReactionCause.ConnectorNotMated, there && !IsMated(seen), held);
        if (!profile.LockByFrame)
        {
            return;
        }

        bool alive = _bus.LockValid(_nowMs);
        int frame = LockFrame.LockPin.Read(_bus.Slot(SwapPackMessage.Lock).Data);
        Take(ReactionCause.LockFrameLost, !alive, motion);
        Take(ReactionCause.LockFrameNotOpen, alive && frame != LockFrame.Unlocked, Any(drives, Carries));
        bool loose = there && alive && frame != LockFrame.Locked;
        Take(ReactionCause.LockFrameNotClosed, loose, there && Any(drives, Lets));
        bool differs = _lock.Of(alive && pins != frame, (open << 18) | (closed << 2) | frame, _nowMs);
        Take(ReactionCause.LockSourcesDisagree, differs, motion);
    }

    private void TakePack(Drive drives, bool motion)
    {
        byte[] st0 = _bus.Slot(SwapPackMessage.St0).Data;
        byte[] st1 = _bus.Slot(SwapPackMessage.St1).Data;
        bool relays = _bus.IsFresh(SwapPackMessage.St0, _nowMs);
        bool stage = _bus.IsFresh(SwapPackMessage.St1, _nowMs);
        bool off = relays && PackSt0.MainPositive.Read(st0) == PackSt0.Open
            && PackSt0.MainNegative.Read(st0) == PackSt0.Open
            && stage && PackSt1.WorkStage.Read(st1) == PackSt1.HighVoltageOff
            && _bus.IsFresh(SwapPackMessage.St3, _nowMs)
            && PackSt3.BusSideMv.Read(_bus.Slot(SwapPackMessage.St3).Data) < profile.SafeVoltageMv;
        bool welded = relays && (PackSt0.MainPositiveWelded.Raw(st0) | PackSt0.MainNegativeWelded.Raw(st0)) != 0;
        bool smoke = stage && (PackSt1.SmokeAlarm.Raw(st1) | PackSt1.FireAlarm.Raw(st1)) != 0;
        Take(ReactionCause.HighVoltage, !off, Any(drives, Drive.Unlock));
        Take(ReactionCause.HighVoltageOn, IsLive(), Any(drives, Unlocked));
        Take(ReactionCause.RelayWelded, welded, Any(drives, Drive.Grip | Drive.Unlock));
        Take(ReactionCause.PackReportsSmoke, smoke, motion);
    }

    private bool IsLive()
    {
        byte[] st0 = _bus.Slot(SwapPackMessage.St0).Data;
        byte[] st3 = _bus.Slot(SwapPackMessage.St3).Data;
        bool closed = _bus.IsFresh(SwapPackMessage.St0, _nowMs) && (PackSt0.MainPositive.Read(st0) == PackSt0.Closed
            || PackSt0.MainNegative.Read(st0) == PackSt0.Closed);
        return closed || (_bus.IsFresh(SwapPackMessage.St3, _nowMs) && PackSt3.BusSideMv.IsAvailable(st3)
            && PackSt3.BusSideMv.Read(st3) >= profile.SafeVoltageMv);
    }

    private bool IsMated(LaneInputs seen)
    {
        byte[] frame = _bus.Slot(SwapPackMessage.Lock).Data;
        return !profile.LockByFrame ? seen.ConnectorMated && !seen.ConnectorParted
            : _bus.LockValid(_nowMs) && LockFrame.Connector.Read(frame) == LockFrame.Connected
                && LockFrame.DischargeCircuit.Read(frame) == LockFrame.Connected
                && LockFrame.ChargeCircuit.Read(frame) == LockFrame.Connected;
    }

    private bool IsSilent(int bay) =>
        bay != 0 && _nowMs - _bays[bay].HeardMs > BayStatusFrame.PeriodMs * StationLink.StalePeriods;

    /// <summary>What a bay has said last, while its life counter moved.</summary>
    private sealed class Bay
    {
        private readonly LifeCounter _life = new(StationLink.LifeWrap, 3, 1000);

        public long HeardMs { get; private set; }

        public bool Smoke { get; private set; }

        public bool Alarm { get; private set; }

        public void Forget()
        {
            _life.Reset();
            (HeardMs, Smoke, Alarm) = (0, false, false);
        }

        public void Take(BayStatusFrame status, long nowMs)
        {
            if (_life.Accept(status.Life, nowMs) == DecodeResult.Ok)
            {
                (HeardMs, Smoke, Alarm) = (nowMs, status.Smoke, !status.Healthy);
            }
        }
    }

    /// <summary>How long something has been so without a change of what it is made of.</summary>
    private sealed class Lasting(long limitMs)
    {
        private bool _was;
        private int _made;
        private long _sinceMs;

        public bool Of(bool stands, int made, long nowMs)
        {
            _sinceMs = stands && _was && made == _made ? _sinceMs : nowMs;
            _was = stands;
            _made = made;
            return stands && nowMs - _sinceMs > limitMs;
        }
    }
}
