using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Judges each pass of a cabinet by its doors, chargers and fires as they truly are.</summary>
public sealed class CabinetOracle(CabinetWorld world, FaultyCabinetIo pins)
{
    /// <summary>Debounce, two passes, and a step of the world.</summary>
    private const int LevelMs = 150;

    private Phase _phase;
    private long _enteredMs;
    private ulong _phaseSequence = ulong.MaxValue;

    public Judgement Judgement { get; } = new();

    /// <summary>After each pass of the node; null while it has no power.</summary>
    public void Check(Node? node)
    {
        Judgement.Begin(world.NowMs, pins.Wrong);
        if (node is null)
        {
            Judgement.Reset();
            _phaseSequence = ulong.MaxValue;
            return;
        }

        bool coil = world.Doors.Any(door => door.Coil);
        CheckPhase(node, coil);
        CheckDoors(world.FireDetected || !world.SafetyChainClosed || world.Doors.Any(door => door.SmokeDetected));
    }

    private void CheckPhase(Node node, bool coil)
    {
        Cabinet cabinet = node.Cabinet;
        if (cabinet.Phase != _phase || cabinet.State.EnteredMs != _enteredMs || _phaseSequence == ulong.MaxValue)
        {
            _phase = cabinet.Phase;
            _enteredMs = cabinet.State.EnteredMs;
            _phaseSequence = node.Journal.NextSequence - 1;
        }

        bool opens = _phase is Phase.Admitting or Phase.Dispensing or Phase.GivingBack;
        Judgement.Take(Unsafe.MotionWhileHeld, coil && !opens, 0);
        Judgement.Take(Unsafe.MotionBeforeStored, coil && node.Journal.LastStored < _phaseSequence, 0);
    }

    private void CheckDoors(bool burns)
    {
        bool two = false;
        bool live = false;
        bool behind = false;
        bool inFire = false;
        foreach (CabinetDoorway door in world.Doors)
        {
            bool open = !door.Latched && IsRight(door, DoorContacts.Latch);
            two |= open && world.Doors.Any(other => !ReferenceEquals(other, door) && other.Coil);
            live |= door.Coil && door.ContactorClosed && IsRight(door, DoorContacts.Contactor);
            behind |= open && door.ChargePermitted;
            inFire |= door.ChargePermitted && burns;
        }

        Judgement.Take(Unsafe.TwoDoorsOpened, two, LevelMs);
        Judgement.Take(Unsafe.DoorOpenedOnLiveCharger, live, LevelMs);
        Judgement.Take(Unsafe.ChargingBehindOpenDoor, behind, LevelMs);
        Judgement.Take(Unsafe.ChargingInFire, inFire, LevelMs);
    }

    private bool IsRight(CabinetDoorway door, Contact<DoorInputs> sensor) =>
        !pins.WasWrong(door.Number - 1, sensor, LevelMs + 50);
}
