using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Passes from the first that read a level which speaks against a motion request to the one that took the request away,
/// both counted. Made from levels and requests alone, beside the firmware's own facts.
/// </summary>
public sealed class ReactionMeter(int lockPoints)
{
    private readonly int _points = (1 << lockPoints) - 1;
    private Drive _on;
    private int _passes;

    /// <summary>Longest so far.</summary>
    public int Worst { get; private set; }

    /// <summary>What it was that took longest.</summary>
    public Drive WorstOf { get; private set; }

    /// <summary>Requests that were taken away for such a level.</summary>
    public long Counted { get; private set; }

    /// <summary>A technician's drives are not judged by the vehicle's state.</summary>
    public bool ByHand { get; set; }

    public void Reset()
    {
        _on = Drive.None;
        _passes = 0;
    }

    /// <summary>A pass: the levels that it read and the requests that it made of them.</summary>
    public void Take(LaneInputs seen, Drive drives)
    {
        ArgumentNullException.ThrowIfNull(seen);
        bool against = _on != Drive.None && SpeaksAgainst(seen, _on);
        _passes = against ? _passes + 1 : 0;
        Drive motion = drives & Drive.Motion;
        bool taken = (motion & _on) == Drive.None;
        if (_passes > Worst)
        {
            Worst = _passes;
            WorstOf = _on;
        }

        Counted += against && taken ? 1 : 0;
        _passes = taken ? 0 : _passes;
        _on = motion;
    }

    private bool SpeaksAgainst(LaneInputs seen, Drive on)
    {
        bool prepared = seen.VehiclePresent && seen.VehicleInPosition && seen.VehicleStill && seen.HandbrakeOn
            && seen.GearNeutral;
        bool people = seen.SafetyChainClosed && seen.FireLoopClosed && !seen.AbortPressed;
        bool grips = seen.HoistTongueLocked && seen.HoistPinSeated;
        return !people || (!prepared && !ByHand) || on switch
        {
            Drive.Unlock => !seen.ReleasePermitted || !grips,
            Drive.Lift or Drive.Place => !grips || seen.LockOpenPoints != _points || seen.LockClosedPoints != 0,
            Drive.Withdraw => seen.LockClosedPoints != _points || seen.LockOpenPoints != 0,
            _ => false,
        };
    }
}
