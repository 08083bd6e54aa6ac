using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What a technician may ask for by hand.</summary>
public static class HandDrives
{
    public static IReadOnlyList<Drive> No { get; } = [Drive.None];

    public static IReadOnlyList<Drive> All { get; } =
    [
        Drive.None, Drive.Grip, Drive.Unlock, Drive.Lift, Drive.Place, Drive.Lock, Drive.Withdraw, Drive.Stow,
        Drive.Fetch, Drive.OpenDoor,
    ];
}
