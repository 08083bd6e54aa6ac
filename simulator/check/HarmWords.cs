namespace SwapEdge.Simulator;

/// <summary>What must never happen, in words.</summary>
public static class HarmWords
{
    public static string Of(Harm harm) => harm switch
    {
        Harm.LockedUnmated => "lock driven shut without a mated connector",
        Harm.UnlockedUnprepared => "unlocked while the vehicle is not prepared",
        Harm.UnlockedLive => "unlocked with high voltage on or a relay welded",
        Harm.UnlockedUnheld => "unlocked while the hoist does not hold the pack",
        Harm.UnlockedWithoutPermit => "unlocked without the permit of the safety chain",
        Harm.LiftedLocked => "lifted while a lock point is not open",
        Harm.PlacedOnLock => "placed while a lock point is not open",
        Harm.ReleasedUnlocked => "let go while a lock point is not closed",
        Harm.ReleasedUnmated => "let go while the connector is not mated",
        Harm.ReleasedWithWrongPack => "let go with a pack that is neither planned nor its own",
        Harm.ReleasedUnhealthy => "let go with insulation or temperature not right",
        Harm.TwoPacksOnSeat => "placed onto a seat that has a pack",
        Harm.StowedIntoFilled => "stowed into a bay that has a pack",
        Harm.Dropped => "gripper opened under a hanging pack",
        Harm.GrippedWhileLoaded => "gripped while a pack hangs",
        Harm.TwoDoorsOpen => "a door opened while another is open",
        Harm.AdmittedIntoFilled => "door opened for a pack in a bay that has one",
        Harm.DispensedForNothing => "full pack given out without one put in",
        Harm.ReleasedWithDoorOpen => "swap ended with a door open",
        Harm.LiftedLive => "lifted off a mated connector with high voltage on, as its pack says",
        _ => harm.ToString(),
    };
}
