using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// With how many wrong sensors each harm must not happen. What hangs on one sensor is promised with none: a handbrake
/// switch that lies is believed. More is promised where sensors are independent: a lock that pins and frame see, a
/// connector of three circuits, high voltage that four signals tell of.
/// </summary>
public static class Promises
{
    public static int Of(Harm harm, SwapProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return harm switch
        {
            Harm.UnlockedLive => 1,
            Harm.LiftedLive => 2,
            Harm.LockedUnmated or Harm.ReleasedUnmated => profile.LockByFrame ? 2 : 1,
            Harm.LiftedLocked or Harm.PlacedOnLock or Harm.ReleasedUnlocked => profile.LockByFrame ? 1 : 0,
            _ => 0,
        };
    }
}
