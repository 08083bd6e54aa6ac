using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What is really wrong with a drive, or with letting the vehicle go.</summary>
public static class HoistHarms
{
    public static Harm OfRelease(HoistPlant so, Letter letter) =>
        When(so.Lock != LockPlace.Closed, Harm.ReleasedUnlocked)
        | When(!so.Mated, Harm.ReleasedUnmated)
        | When(so.Seat is not (PackPlace.Old or PackPlace.New), Harm.ReleasedWithWrongPack)
        | When(letter[Outside.Health] != 0, Harm.ReleasedUnhealthy);

    public static Harm OfDrives(HoistPlant so, Letter letter, Drive drives)
    {
        bool hangs = so.Load != PackPlace.Empty;
        bool onSeat = so.Seat != PackPlace.Empty;
        bool lifts = drives.HasFlag(Drive.Lift) || drives.HasFlag(Drive.Fetch);
        bool sets = drives.HasFlag(Drive.Place) && (hangs || onSeat);
        bool opens = drives.HasFlag(Drive.Withdraw);
        return (drives.HasFlag(Drive.Unlock) ? OfUnlock(so, letter) : Harm.None)
            | When(drives.HasFlag(Drive.Lock) && !so.Mated, Harm.LockedUnmated)
            | When(lifts && so.Grips && !hangs && onSeat && so.Lock != LockPlace.Open, Harm.LiftedLocked)
            | When(lifts && so.Grips && !hangs && onSeat && so.Mated && Tells(letter), Harm.LiftedLive)
            | When(sets && so.There && so.Lock != LockPlace.Open, Harm.PlacedOnLock)
            | When(drives.HasFlag(Drive.Place) && hangs && onSeat, Harm.TwoPacksOnSeat)
            | When(drives.HasFlag(Drive.Stow) && hangs && so.StoreFilled, Harm.StowedIntoFilled)
            | When(opens && hangs, Harm.Dropped)
            | When(drives.HasFlag(Drive.Grip) && hangs, Harm.GrippedWhileLoaded);
    }

    private static Harm OfUnlock(HoistPlant so, Letter letter) =>
        When(!so.There || letter[Outside.Vehicle] != 0, Harm.UnlockedUnprepared)
        | When(letter[Outside.HighVoltage] != 0, Harm.UnlockedLive)
        | When(!so.Grips || so.Load != PackPlace.Empty, Harm.UnlockedUnheld)
        | When(letter[Outside.Release] != 0, Harm.UnlockedWithoutPermit);

    /// <summary>High voltage is on and the pack is heard.</summary>
    private static bool Tells(Letter letter) => letter[Outside.HighVoltage] == 1 && letter[Outside.Bus] is (0 or 2);

    private static Harm When(bool so, Harm harm) => so ? harm : Harm.None;
}
