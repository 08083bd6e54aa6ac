using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The pins of a cabinet with contacts that are wrong, and what each pass read held against what it asks for.
/// </summary>
public sealed class FaultyCabinetIo(CabinetWorld world, Prng random) : ICabinetIo
{
    private readonly VirtualCabinetIo _pins = new(world);
    private readonly Dictionary<(int Door, Contact<DoorInputs> Sensor), SensorFault> _wrong = [];
    private readonly Dictionary<(int Door, Contact<DoorInputs> Sensor), long> _wrongUntilMs = [];
    private readonly CabinetInputs _seen = new();
    private readonly DoorInputs[] _doors = [.. world.Doors.Select(_ => new DoorInputs())];
    private readonly ReactionMeter _latches = new();
    private readonly ReactionMeter[] _chargers = [.. world.Doors.Select(_ => new ReactionMeter())];

    private int _driven;

    public int Wrong => _wrong.Count;

    public IEnumerable<ReactionTally> Tallies => _chargers.Append(_latches).Select(meter => meter.Tally);

    public void Break(int door, Contact<DoorInputs> sensor, SensorFault fault) => _wrong[(door, sensor)] = fault;

    public void Repair(int door, Contact<DoorInputs> sensor)
    {
        if (_wrong.Remove((door, sensor)))
        {
            _wrongUntilMs[(door, sensor)] = world.NowMs;
        }
    }

    /// <summary>It is wrong, or was so lately that the node may still believe it.</summary>
    public bool WasWrong(int door, Contact<DoorInputs> sensor, int withinMs) => _wrong.ContainsKey((door, sensor))
        || (_wrongUntilMs.TryGetValue((door, sensor), out long untilMs) && world.NowMs - untilMs <= withinMs);

    /// <summary>No power: every output falls.</summary>
    public void Unpower()
    {
        _pins.Write(Drive.None, -1);
        _latches.Reset();
        for (int i = 0; i < _chargers.Length; i++)
        {
            _pins.WriteCharge(i, false);
            _chargers[i].Reset();
        }
    }

    public void Read(CabinetInputs into)
    {
        ArgumentNullException.ThrowIfNull(into);
        _pins.Read(into);
        _seen.SafetyChainClosed = into.SafetyChainClosed;
        _seen.FireLoopClosed = into.FireLoopClosed;
        _seen.AbortPressed = into.AbortPressed;
    }

    public void ReadDoor(int index, DoorInputs into)
    {
        _pins.ReadDoor(index, into);
        foreach (((int door, Contact<DoorInputs> sensor), SensorFault fault) in _wrong)
        {
            if (door == index)
            {
                sensor.Set(into, fault.Of(sensor.Get(into), random));
            }
        }

        DoorInputs seen = _doors[index];
        seen.LatchClosed = into.LatchClosed;
        seen.PackPresent = into.PackPresent;
        seen.BayClear = into.BayClear;
        seen.ContactorOpen = into.ContactorOpen;
        seen.SmokeLoopClosed = into.SmokeLoopClosed;
    }

    public void Write(Drive drives, int index)
    {
        bool opens = (drives & Drive.OpenDoor) != Drive.None;
        _driven = opens ? index : _driven;
        bool other = false;
        for (int i = 0; i < _doors.Length; i++)
        {
            other |= i != _driven && !_doors[i].LatchClosed;
        }

        _latches.Take(ReactionCause.SafetyChainOpen, !_seen.SafetyChainClosed, opens);
        _latches.Take(ReactionCause.FireAlarm, Burns, opens);
        _latches.Take(ReactionCause.AbortPressed, _seen.AbortPressed, opens);
        _latches.Take(ReactionCause.OtherDoorNotShut, other, opens);
        _latches.Take(ReactionCause.ChargerOnBehindDoor, !_doors[_driven].ContactorOpen, opens);
        _pins.Write(drives, index);
    }

    public void WriteCharge(int index, bool permitted)
    {
        ReactionMeter meter = _chargers[index];
        DoorInputs door = _doors[index];
        meter.Take(ReactionCause.SafetyChainOpen, !_seen.SafetyChainClosed, permitted);
        meter.Take(ReactionCause.FireAlarm, Burns, permitted);
        meter.Take(ReactionCause.DoorNotShut, !door.LatchClosed, permitted);
        meter.Take(ReactionCause.PackNotInBay, !door.PackPresent || door.BayClear, permitted);
        _pins.WriteCharge(index, permitted);
    }

    public void SelectLine(int index) => _pins.SelectLine(index);

    private bool Burns => !_seen.FireLoopClosed || Array.Exists(_doors, door => !door.SmokeLoopClosed);
}
