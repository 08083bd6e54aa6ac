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
            Break.NeverDrives(Drive.Unlock), "the phase was 'held', unlock timeout"),
        new("tractor", "it never grips", Break.NeverDrives(Drive.Grip), "the phase was 'held', grip timeout"),
        new("loader", "it never places", Break.NeverDrives(Drive.Place), "place timeout"),
        new("car", "events are not sent", Break.Mute("/event"), "number 1 of them: none of 0 fits, nothing has come"),
        new("cabinet", "events are not sent", Break.Mute("/event"), "none of 0 fits, nothing has come"),
    ];
}
