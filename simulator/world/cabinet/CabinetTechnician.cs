using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Comes a while after the cabinet has called, or somebody has called for it; shuts what is open, looks, and confirms
/// with the key. Comes again when that was not enough.
/// </summary>
public sealed class CabinetTechnician
{
    private const int KeyMs = 3_000;
    private const int PressMs = 5_000;
    private const int ReleaseMs = 5_500;
    private const int LeavesMs = 8_000;

    private long _calledMs = -1;

    public int ComesAfterMs { get; set; } = 60_000;

    /// <summary>Somebody else than the cabinet calls.</summary>
    public bool Wanted { get; set; }

    /// <summary>How often a technician has confirmed.</summary>
    public int Confirmed { get; private set; }

    public bool KeyOn { get; private set; }

    public bool Presses { get; private set; }

    public void Advance(long nowMs, IReadOnlyList<CabinetDoorway> doors, Drive drives)
    {
        bool called = Wanted || (drives & Drive.CallPerson) != Drive.None;
        bool left = _calledMs >= 0 && nowMs - _calledMs - ComesAfterMs >= LeavesMs;
        _calledMs = (!called && !KeyOn) || left ? -1 : _calledMs < 0 ? nowMs : _calledMs;
        long hereMs = _calledMs < 0 ? -1 : nowMs - _calledMs - ComesAfterMs;
        for (int i = 0; hereMs >= 0 && i < doors.Count; i++)
        {
            if (!doors[i].Latched)
            {
                doors[i].Shut();
            }
        }

        KeyOn = hereMs is >= KeyMs and < LeavesMs;
        bool presses = hereMs is >= PressMs and < ReleaseMs;
        Confirmed += presses && !Presses ? 1 : 0;
        Presses = presses;
    }
}
