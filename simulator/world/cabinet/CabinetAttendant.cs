using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Somebody who looks after a cabinet. Where every door is taken nobody can be served: a while later a pack is taken
/// away with the key, in maintenance. It is announced at its door, the door opened, the pack taken, the door shut.
/// </summary>
public sealed class CabinetAttendant
{
    private const int SelectsMs = 2_000;
    private const int ConfirmsMs = 4_000;
    private const int AnnouncesMs = 7_000;
    private const int OpensMs = 10_000;
    private const int GivesUpMs = 25_000;
    private const int PressMs = 500;

    /// <summary>From the end of maintenance: confirms, and goes.</summary>
    private const int EndsMs = 2_000;
    private const int GoesMs = 5_000;

    private CabinetDoorway? _door;
    private long _fullMs = -1;
    private long _hereMs = -1;
    private long _doneMs = -1;

    /// <summary>How long every door is taken before somebody comes; null: nobody comes.</summary>
    public long? ComesAfterMs { get; set; }

    /// <summary>Somebody is there, and customers wait.</summary>
    public bool Here => _hereMs >= 0;

    /// <summary>Packs taken away.</summary>
    public int Taken { get; private set; }

    public bool Maintains { get; private set; }

    public bool Presses { get; private set; }

    public void Advance(long nowMs, IReadOnlyList<CabinetDoorway> doors, bool nobody)
    {
        if (Here)
        {
            Work(nowMs);
            return;
        }

        _fullMs = ComesAfterMs is null || !IsFull(doors) ? -1 : _fullMs < 0 ? nowMs : _fullMs;
        if (_fullMs >= 0 && nobody && nowMs - _fullMs >= ComesAfterMs)
        {
            _hereMs = nowMs;
            _doneMs = -1;
            _door = Fullest(doors);
        }
    }

    private void Work(long nowMs)
    {
        long sinceMs = nowMs - _hereMs;
        CabinetDoorway door = _door!;
        if (_doneMs < 0)
        {
            Maintains = sinceMs >= SelectsMs;
            Presses = sinceMs is >= ConfirmsMs and < ConfirmsMs + PressMs;
            Ask(door.Operator, sinceMs);
            Handle(door);
            _doneMs = (door.Pack is null && door.Latched) || sinceMs >= GivesUpMs ? nowMs : -1;
            return;
        }

        long doneMs = nowMs - _doneMs;
        Maintains = false;
        Ask(door.Operator, 0);
        Presses = doneMs is >= EndsMs and < EndsMs + PressMs;
        if (doneMs >= GoesMs)
        {
            _hereMs = _fullMs = -1;
        }
    }

    /// <summary>Key and wish first, then the button: a press is the edge that counts.</summary>
    private static void Ask(OperatorInputs person, long sinceMs)
    {
        person.KeySwitchOn = sinceMs >= AnnouncesMs;
        person.Request = sinceMs >= OpensMs ? OperatorRequest.OpenDoor
            : sinceMs >= AnnouncesMs ? OperatorRequest.ExpectDispatch : OperatorRequest.None;
        long askedMs = sinceMs - (sinceMs >= OpensMs ? OpensMs : AnnouncesMs);
        person.ConfirmPressed = askedMs is >= PressMs and < 2 * PressMs;
    }

    private void Handle(CabinetDoorway door)
    {
        if (door.Latched || door.Opening < 1)
        {
            return;
        }

        if (door.Pack is not null && door.Depth > 0)
        {
            door.Slide = -1;
        }
        else
        {
            Taken += door.Pack is null ? 0 : 1;
            door.Pack = null;
            door.Slide = 0;
            door.Shut();
        }
    }

    private static bool IsFull(IReadOnlyList<CabinetDoorway> doors)
    {
        for (int i = 0; i < doors.Count; i++)
        {
            if (doors[i].Pack is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Somebody is owed it.</summary>
    private static CabinetDoorway Fullest(IReadOnlyList<CabinetDoorway> doors) =>
        doors.MaxBy(door => door.Pack!.Pack.Soc)!;
}
