using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Who stands at the lane. During a life an attendant who comes after a while and confirms; at its end a willing person
/// who confirms, aborts, and at last drives by hand and sends the vehicle away.
/// </summary>
public sealed class Attendant(World world, LifeLane life, int attendantMs)
{
    private const int PressMs = 200;
    private const int PauseMs = 2_000;
    /// <summary>A technician drives by hand in bursts.</summary>
    private const int BurstMs = 1_700;
    private const int HoldsMs = 1_200;

    /// <summary>And turns the key off now and then instead of letting the button go.</summary>
    private const int KeyMs = 9_100;
    private const int KeyOffMs = 300;
    private const int CallMs = 5_000;
    private const int AbortAfterMs = 60_000;
    private const int ByHandAfterMs = 150_000;

    private long _waitsMs = -1;
    private long _pressedMs = -1;

    /// <summary>An attendant for the time of mishaps.</summary>
    public void Attend()
    {
        long nowMs = world.NowMs;
        LanePanel panel = life.World.Panel;
        bool waits = IsStill() || panel.ManualSelected || panel.MaintenanceSelected;
        _waitsMs = !waits ? -1 : _waitsMs < 0 ? nowMs : _waitsMs;
        Press(nowMs, _waitsMs >= 0 && nowMs - _waitsMs >= attendantMs);
        if (panel.MaintenanceSelected)
        {
            panel.KeySwitchOn = nowMs % KeyMs >= KeyOffMs;
        }

        bool holds = panel.MaintenanceSelected && nowMs % BurstMs < HoldsMs;
        panel.Hand = holds ? life.Wished : Drive.None;
    }

    /// <summary>Everything works again and somebody wants the lane to be idle.</summary>
    public void Recover(long sinceMs)
    {
        long nowMs = world.NowMs;
        long spentMs = nowMs - sinceMs;
        LanePanel panel = life.World.Panel;
        panel.AbortPressed = spentMs is >= AbortAfterMs and < AbortAfterMs + PressMs;
        bool byHand = spentMs >= ByHandAfterMs;
        panel.Hand = byHand && life.Phase == Phase.Maintenance ? NextByHand() : Drive.None;
        panel.MaintenanceSelected = byHand && life.World.Truck.Present;
        Press(nowMs, IsStill());
        if (spentMs % CallMs == 0)
        {
            life.OpenByCity(nowMs);
        }

        bool stands = life.World.Truck.Stage == TruckStage.Standing;
        if (stands && byHand && life.Phase == Phase.Maintenance && panel.Hand == Drive.None)
        {
            life.World.Truck.Leave(nowMs);
        }
    }

    private bool IsStill() =>
        life.Phase is Phase.Held or Phase.Stopped or Phase.OutOfService || life.World.Drives.HasFlag(Drive.CallPerson);

    /// <summary>What a technician who looks at the hoist and the vehicle does next; None: the vehicle may go.</summary>
    private Drive NextByHand()
    {
        Truck truck = life.World.Truck;
        IPackCarrier hoist = life.World.Hoist;
        if (hoist.Held is not null && !truck.Connector.Mated)
        {
            // No BMS is there to say that it is safe to drive the lock: a tool is.
            truck.Lock.OpenByHand();
        }

        bool hangs = hoist.Held is not null && !ReferenceEquals(hoist.Held, truck.Seat.Pack);
        if (truck.Seat.Pack is null)
        {
            return hangs ? Drive.Place : Drive.None;
        }

        if (!truck.Connector.Mated)
        {
            return hoist.Held is null ? Drive.Grip : Drive.Place;
        }

        if (!truck.Lock.Closed)
        {
            return hoist.ServesLock(truck.Seat) ? Drive.Lock : Drive.Grip;
        }

        return hoist.Held is null && hoist.Raised ? Drive.None : Drive.Withdraw;
    }

    private void Press(long nowMs, bool wanted)
    {
        if (_pressedMs >= 0 && nowMs - _pressedMs >= PauseMs)
        {
            _pressedMs = -1;
        }

        if (_pressedMs < 0 && wanted)
        {
            _pressedMs = nowMs;
        }

        life.World.Panel.ConfirmPressed = _pressedMs >= 0 && nowMs - _pressedMs < PressMs;
    }
}
