using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The profiles of the firmware, by name.</summary>
public static class Profiles
{
    public static IReadOnlyList<SwapProfile> All { get; } =
    [
        TopLiftTruck.Profile(), TopLiftTruck.WithPacks(2), TopLiftTruck.WithPacks(3), TopLiftTruck.WithPacks(4),
        BottomSwapCar.Profile(), BatteryCabinet.Profile(), WheelLoader.Profile(), PortTractor.Profile(),
    ];

    public static SwapProfile? Named(string name) =>
        All.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.Ordinal));
}
