using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// What each phase may ask for, and what must stop it: said here once more and apart from the firmware, so that a bit
/// too many or too few is found.
/// </summary>
public static class Expected
{
    private const Fact Everywhere = Fact.FireDetected | Fact.RunawayDetected | Fact.BaySmoke | Fact.SafetyChainOpen
        | Fact.AbortPressed;
    private const Fact Handling = Everywhere | Fact.DriverAborts | Fact.CityAborts | Fact.LockContradicts
        | Fact.LockImplausible | Fact.LockSignalLost | Fact.SensorsContradict | Fact.VehicleUnprepared
        | Fact.OtherVehicle;

    private const Fact Bays = Fact.BaySilent | Fact.StoreBayAlarm | Fact.TakeBayAlarm;
    private const Fact Door = Everywhere | Fact.DriverAborts | Fact.CityAborts | Fact.SensorsContradict;

    /// <summary>Drives of a stored phase in which nothing is wrong. Maintenance: those that are always on.</summary>
    public static Drive Drives(Phase phase) => phase switch
    {
        Phase.Idle or Phase.Positioning or Phase.Inserting or Phase.Taking or Phase.Returning => Drive.None,
        Phase.Gripping => Drive.HoldVehicle | Drive.Grip,
        Phase.Unlocking => Drive.HoldVehicle | Drive.Unlock,
        Phase.Lifting => Drive.HoldVehicle | Drive.Lift,
        Phase.Stowing => Drive.HoldVehicle | Drive.Stow,
        Phase.Fetching => Drive.HoldVehicle | Drive.Fetch,
        Phase.Placing or Phase.Mating => Drive.HoldVehicle | Drive.Place,
        Phase.Locking => Drive.HoldVehicle | Drive.Lock,
        Phase.Withdrawing => Drive.HoldVehicle | Drive.Withdraw,
        Phase.Releasing => Drive.ReleaseVehicle,
        Phase.Held => Drive.HoldVehicle | Drive.CallPerson,
        Phase.Stopped => Drive.HoldVehicle | Drive.CallPerson | Drive.SoundAlarm,
        Phase.OutOfService => Drive.ShowClosed,
        Phase.Maintenance => Drive.HoldVehicle | Drive.ShowClosed,
        Phase.Admitting or Phase.Dispensing or Phase.GivingBack => Drive.OpenDoor,
        _ => Drive.HoldVehicle,
    };

    /// <summary>
    /// The same with what is seen: a vehicle that is let go must be seen locked and mated, with the safety chain closed
    /// and no abort pressed, otherwise somebody is called, and in an emergency everybody is.
    /// </summary>
    public static Drive Drives(Phase phase, Fact seen, bool hoist)
    {
        const Fact whole = Fact.LockClosed | Fact.ConnectorMated;
        bool stopped = (seen & (Fact.SafetyChainOpen | Fact.AbortPressed)) != Fact.None;
        bool withheld = phase == Phase.Releasing && (stopped || (hoist && (seen & whole) != whole));
        bool alarm = phase == Phase.Releasing && (seen & SwapCauses.Emergencies) != Fact.None;
        return (withheld ? Drive.CallPerson : Drives(phase))
            | (alarm ? Drive.CallPerson | Drive.SoundAlarm : Drive.None);
    }

    /// <summary>Facts with which a phase must not go on.</summary>
    public static Fact Stops(Phase phase) => phase switch
    {
        Phase.Releasing or Phase.Stopped => Fact.None,
        Phase.Idle or Phase.OutOfService or Phase.Held or Phase.Maintenance => Everywhere,
        Phase.Identifying => Everywhere | Fact.DriverAborts | Fact.CityAborts,
        Phase.Positioning => Everywhere | Fact.DriverAborts | Fact.CityAborts | Fact.OtherVehicle,
        Phase.Preparing => Everywhere | Fact.DriverAborts | Fact.CityAborts | Fact.OtherVehicle | Fact.RelayWelded,
        Phase.Accepting or Phase.Choosing => Handling | Fact.RelayWelded,
        Phase.Gripping => Handling | Fact.RelayWelded | Bays,
        Phase.Unlocking => Handling | Fact.RelayWelded | Fact.HighVoltageOn | Bays,
        Phase.Lifting or Phase.Stowing => Handling | Fact.HighVoltageOn | Bays,
        Phase.Fetching => Handling | Fact.HighVoltageOn | Bays & ~Fact.StoreBayAlarm,
        Phase.Placing or Phase.Mating or Phase.Locking => Handling | Fact.HighVoltageOn,
        Phase.Dispensing or Phase.Taking => Door | Fact.TakeBayAlarm,
        Phase.Admitting or Phase.Inserting or Phase.GivingBack or Phase.Returning => Door,
        _ => Handling,
    };

    /// <summary>A swap is under way: a reason to stop ends in Held, a fire in Stopped.</summary>
    public static bool IsStep(Phase phase) => phase is not (Phase.Idle or Phase.Releasing or Phase.Held or Phase.Stopped
        or Phase.OutOfService or Phase.Maintenance);

    /// <summary>Where a swap begins, or begins anew: a closed station does not go there but from a step.</summary>
    public static bool Begins(Phase phase) => phase is Phase.Identifying or Phase.Positioning
        || (TakesOff(phase) && phase != Phase.Stowing);

    /// <summary>An aborted swap does not go there from Held: it would take another pack off.</summary>
    public static bool TakesOff(Phase phase) => phase is Phase.Preparing or Phase.Accepting or Phase.Choosing
        or Phase.Gripping or Phase.Unlocking or Phase.Lifting or Phase.Stowing;
}
