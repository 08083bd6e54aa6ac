using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

/// <summary>Faults 34 to 52: from the pack that hangs to the vehicle that leaves, and at a cabinet's doors.</summary>
public sealed class CarryingStoryTests : StoryTests
{
    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
        new("stow-timeout", "it looks at one contact",
            Break.BlindBays(seen => seen.PackPresent = !seen.BayClear), "fault: stow-timeout"),
        new("fetch-timeout", "it goes on", Break.KeepsDriving(Drive.Fetch, 600_000), "the vehicle was standing"),
        new("place-timeout", "it waits", Break.Waits(Phase.Placing), "fault: place-timeout"),
        new("connector-not-mated", "it waits", Break.Waits(Phase.Mating), "fault: connector-not-mated"),
        new("lock-timeout", "it waits", Break.Waits(Phase.Locking), "fault: lock-timeout"),
        new("wrong-pack", "it waits", Break.Waits(Phase.Verifying), "fault: wrong-pack"),
        new("new-pack-unhealthy", "it waits", Break.Waits(Phase.Verifying), "fault: new-pack-unhealthy"),
        new("withdraw-timeout", "it waits", Break.Waits(Phase.Withdrawing), "fault: withdraw-timeout"),
        new("came-loose", "another fault is expected",
            Break.Text("fault: came-loose }\n    within", "fault: grip-lost }\n    within"), "came loose"),
        new("grip-lost", "it sees the pin seated", Break.Blind(seen => seen.HoistPinSeated = true), "fault: grip-lost"),
        new("lock-not-open", "it goes on", Break.KeepsDriving(Drive.Lift, 600_000), "never { drive: lift }"),
        new("connector-not-parted", "it sees it parted",
            Break.Blind(seen => seen.ConnectorParted = true), "requested was hold vehicle, stow"),
        new("store-bay-not-ready", "it looks at one contact",
            Break.BlindBays(seen => seen.BayClear = !seen.PackPresent), "requested was hold vehicle, stow"),
        new("door-not-opened", "it sees it open",
            Break.BlindCabinet(null, seen => seen.LatchClosed = false), "fault: door-not-opened"),
        new("door-not-closed", "it sees it shut",
            Break.BlindCabinet(null, seen => seen.LatchClosed = true), "fault: door-not-closed"),
        new("nothing-inserted", "it waits", Break.Waits(Phase.Inserting), "fault: nothing-inserted"),
        new("pack-not-taken", "it waits", Break.Waits(Phase.Taking), "fault: pack-not-taken"),
    ];
}
