using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>Faults 34 to 52: from the pack that hangs to the vehicle that leaves, and at a cabinet's doors.</summary>
public sealed class CarryingStoryTests : StoryTests
{
    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
        new("stow-timeout", "it looks at one contact",
            Break.BlindBays(seen => seen.PackPresent = !seen.BayClear), "never { drive: fetch } … fetch"),
        new("fetch-timeout", "it waits", Break.Waits(Phase.Fetching), "fault: fetch-timeout … 'fetching'"),
        new("fetch-timeout", "it keeps driving", Break.KeepsDriving(Drive.Fetch), "{ drive: motion } … person, fetch"),
        new("place-timeout", "what it places is seen to sit", Break.SeesDone(Drive.Place, Seated, Break.Connected),
            "never { drive: lock } … lock"),
        new("connector-not-mated", "what sits is taken for connected", Break.WhatSitsIsConnected(),
            "never { drive: lock } … lock"),
        new("lock-timeout", "what it locks is seen to close", Break.SeesTravel(Drive.Lock, closes: true),
            "{ drive: withdraw } … withdraw"),
        new("wrong-pack", "it reads the code that it expects", Break.Deaf(AsPlanned),
            "{ drive: release-vehicle } … release vehicle"),
        new("new-pack-unhealthy", "its level is not read", Break.Deaf(Sound),
            "{ drive: release-vehicle } … release vehicle"),
        new("withdraw-timeout", "a hoist that is to rise is seen raised",
            Break.SeesDone(Drive.Withdraw, seen => (seen.HoistRaised, seen.HoistPinSeated) = (true, false)),
            "{ drive: release-vehicle } … release vehicle"),
        new("came-loose", "what sits is taken for connected", Break.WhatSitsIsConnected(),
            "fault: came-loose … 'verifying'"),
        new("grip-lost", "it sees the pin seated", Break.Blind(seen => seen.HoistPinSeated = true),
            "fault: grip-lost … 'lifting' … lift"),
        new("lock-not-open", "it goes on", Break.KeepsDriving(Drive.Lift), "never { drive: lift } … person, lift"),
        new("connector-not-parted", "it sees it parted",
            Break.Blind(seen => seen.ConnectorParted = true), "{ drive: stow } … stow"),
        new("store-bay-not-ready", "it looks at one contact",
            Break.BlindBays(seen => seen.BayClear = !seen.PackPresent), "{ drive: stow } … stow"),
        new("door-not-opened", "what it opens is seen open", Break.SeesOpened(), "fault: door-not-opened … inserting"),
        new("door-not-closed", "a door without a pack is taken for shut",
            Break.WhatIsEmptiedIsShut(), "fault: door-not-closed … 'idle'"),
        new("nothing-inserted", "it waits", Break.Waits(Phase.Inserting), "fault: nothing-inserted … inserting"),
        new("pack-not-taken", "an open door is taken for empty", Break.BlindCabinet(null, Emptied),
            "never { event: battery-out } … 'battery out'"),
    ];

    private static void Seated(LaneInputs seen)
    {
        Break.Connected(seen);
        (seen.PackOnVehicle, seen.PackInPlace1, seen.PackInPlace2, seen.HoistRaised) = (true, true, true, false);
    }

    /// <summary>The end of the wrong code is the end of the planned one.</summary>
    private static bool AsPlanned(CanFrame frame)
    {
        int at = frame.Data.AsSpan().IndexOf("9999"u8);
        if (at >= 0)
        {
            "0102"u8.CopyTo(frame.Data.AsSpan(at));
            PackCode.Checksum.WriteRaw(frame.Data, SwapPackMessages.Checksum(frame.Data));
        }

        return true;
    }

    private static bool Sound(CanFrame frame)
    {
        if (frame.Id == PackSt1.Id)
        {
            PackSt1.MaxLevel.WriteRaw(frame.Data, 0);
            PackSt1.Checksum.WriteRaw(frame.Data, SwapPackMessages.Checksum(frame.Data));
        }

        return true;
    }

    private static void Emptied(DoorInputs seen) =>
        (seen.PackPresent, seen.BayClear) =
            (seen.PackPresent && seen.LatchClosed, seen.BayClear || !seen.LatchClosed);
}
