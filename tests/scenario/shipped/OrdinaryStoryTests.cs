using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

/// <summary>Days as they are, packs, weather and energy.</summary>
public sealed class OrdinaryStoryTests : StoryTests
{
    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
        new("truck", "it never fetches", Break.NeverDrives(Drive.Fetch), "fetch timeout"),
        new("truck-3", "it never opens a lock",
            Break.NeverDrives(Drive.Unlock), "battery-in, exactly: 3 }: it never was"),
        new("tractor", "it never grips", Break.NeverDrives(Drive.Grip), "the phase was 'held', grip timeout"),
        new("loader", "it never places", Break.NeverDrives(Drive.Place), "place timeout"),
        new("car", "events are not sent", Break.Mute("/event"), "number 1 of them: none of 0 fits, nothing has come"),
        new("cabinet", "events are not sent", Break.Mute("/event"), "none of 0 fits, nothing has come"),
        new("two-lanes-one-bay", "it never fetches", Break.NeverDrives(Drive.Fetch), "fetch timeout"),
        new("queue", "it never lets go", Break.NeverDrives(Drive.Withdraw), "withdraw timeout"),
        new("truck-morning", "it never locks", Break.NeverDrives(Drive.Lock), "lock timeout"),
        new("car-peak", "it never places", Break.NeverDrives(Drive.Place), "place timeout"),
        new("cabinet-evening", "it charges behind empty doors", Break.KeepsCharging(), "charging was permitted"),
        new("runaway", "it goes on charging", Break.KeepsCharging(), "charging was permitted"),
        new("runaway-on-vehicle", "the hoist goes on", Break.KeepsDriving(Drive.Grip),
            "the phase was 'stopped', runaway detected"),
        new("unknown-pack", "it takes every code", Break.Profile(profile => profile.PermittedPacks = []),
            "requested was hold vehicle, grip"),
        new("salt-air", "it goes on charging", Break.KeepsCharging(), "charging was permitted"),
        new("cell-spread", "events are not sent", Break.Mute("/event"), "nothing has come"),
        new("hot-pack-isolated", "it charges in the isolation bay", Break.KeepsCharging(), "charging was permitted"),
        new("january-night", "it never opens a lock", Break.NeverDrives(Drive.Unlock), "unlock timeout"),
        new("july-noon", "it takes 40 °C for hot", Break.Profile(profile => profile.TemperatureLimitC = 40),
            "choosing, no bay, cell hot"),
        new("dusty-position-sensor", "it believes that the truck stands",
            Break.Blind(seen => seen.VehicleInPosition = true), "the phase was 'stowing'"),
        new("power-limit", "it charges as it likes", Break.KeepsCharging(), "charging was permitted"),
    ];
}
