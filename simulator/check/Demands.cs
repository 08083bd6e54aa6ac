using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// What must be seen, and what must not, while a drive is given: said here once more and apart from the firmware, so
/// that a hole in its interlocks is found.
/// </summary>
public static class Demands
{
    private static readonly Outside[] Unlock = [Outside.Vehicle, Outside.HighVoltage, Outside.Release];
    private static readonly Outside[] Lift = [Outside.HighVoltage, Outside.Bus];
    private static readonly Outside[] ByHand = [.. Unlock, Outside.Bus];
    private static readonly Outside[] Release = [Outside.Health];

    private static readonly (Drive Drive, Fact Needed, Fact Refused)[] All =
    [
        (Drive.Lock, Fact.ConnectorMated, Fact.HighVoltageOn),
        (Drive.Unlock, Fact.ReleasePermitted | Fact.HighVoltageOff | Fact.HoistGrips,
            Fact.VehicleUnprepared | Fact.RelayWelded | Fact.HighVoltageOn | Fact.HoistLoaded),
        (Drive.Grip, Fact.None, Fact.HoistLoaded),
        (Drive.Lift, Fact.LockOpen | Fact.HoistGrips, Fact.LockContradicts | Fact.HighVoltageOn),
        (Drive.Place, Fact.LockOpen | Fact.HoistGrips, Fact.LockContradicts | Fact.HighVoltageOn),
        (Drive.Withdraw, Fact.LockClosed | Fact.ConnectorMated, Fact.HoistLoaded),
    ];

    /// <summary>Facts that matter for the drives of a phase, for letting a vehicle go, and for a beginning.</summary>
    public static Fact Of(Phase phase)
    {
        Fact facts = phase == Phase.Withdrawing ? OfRelease
            : phase == Phase.Releasing ? Fact.SafetyChainOpen | Fact.AbortPressed
            : phase == Phase.Held ? Fact.OutOfService : Fact.None;
        foreach ((Drive drive, Fact needed, Fact refused) in All)
        {
            facts |= (SwapTable.Outputs[(int)phase] & drive) != Drive.None ? needed | refused : Fact.None;
        }

        return facts;
    }

    /// <summary>Seen in the pass in which the vehicle is let go.</summary>
    public const Fact OfRelease = Fact.LockClosed | Fact.ConnectorMated | Fact.RightPackSeen | Fact.PackHealthy;

    /// <summary>What may really be wrong in a phase without its being looked at.</summary>
    public static IReadOnlyList<Outside> Really(Phase phase) => phase switch
    {
        Phase.Unlocking => Unlock,
        Phase.Lifting => Lift,
        Phase.Maintenance => ByHand,
        Phase.Withdrawing => Release,
        _ => [],
    };

    /// <summary>Whether drives are given with what they need.</summary>
    public static bool AreMet(Drive drives, Fact seen)
    {
        foreach ((Drive drive, Fact needed, Fact refused) in All)
        {
            if ((drives & drive) != Drive.None && ((seen & needed) != needed || (seen & refused) != Fact.None))
            {
                return false;
            }
        }

        return true;
    }
}
