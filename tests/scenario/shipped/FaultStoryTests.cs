using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>Faults of the swap machine.</summary>
public sealed class FaultStoryTests : StoryTests
{
    private const int Never = 60 * 60_000;

    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
        new("fire-alarm", "it keeps driving", Break.KeepsDriving(Drive.Stow), "{ drive: motion } … sound alarm, stow"),
        new("safety-chain", "it keeps driving", Break.KeepsDriving(Drive.Stow), "{ drive: motion } … person, stow"),
        new("safety-chain", "it goes on by itself", Break.ConfirmsItself(), "never { drive: motion } … stow"),
        new("abort-pressed", "it does not see the button", Break.Blind(at => at.AbortPressed = false),
            "fault: abort-pressed … 'gripping' … grip"),
        new("lock-contradicts", "it does not see the open end",
            Break.Blind(at => at.LockOpenPoints &= ~at.LockClosedPoints),
            "fault: lock-contradicts … 'gripping' … grip"),
        new("lock-signal-lost", "it believes the last frame", Break.BelievesLastLock(),
            "fault: lock-signal-lost … 'stowing' … stow"),
        new("vehicle-unprepared", "it does not see the handbrake", Break.Blind(at => at.HandbrakeOn = true),
            "fault: vehicle-unprepared … 'stowing' … stow"),
        new("unprepared-while-lowering", "a pack that hangs is always seen raised",
            Break.Blind(at => at.HoistRaised |= at.HoistLoaded), "never { drive: motion } … stow"),
        new("closed-while-held", "it does not hear the city", Break.DeafToCity("/command"),
            "{ phase: identifying } … 'identifying'"),
        new("relay-welded", "it does not hear of it", Break.Deaf(Unwelded), "fault: relay-welded … 'preparing'"),
        new("bay-silent", "it keeps driving", Break.KeepsDriving(Drive.Stow), "{ drive: motion } … person, stow"),
        new("power-lost", "it has stored nothing", Break.StartsEmpty().At("lane-1"),
            "fault: power-lost … 'held', hoist still loaded"),
        new("driver-aborted", "it does not see the button", Break.Blind(at => at.DriverAborts = false),
            "fault: driver-aborted … 'stowing' … stow"),
        new("runaway-detected", "it keeps driving", Break.KeepsDriving(Drive.Grip),
            "{ drive: motion } … sound alarm, grip"),
        new("bay-smoke", "the smoke is not seen", Break.BlindBays(at => at.SmokeLoopClosed = true),
            "fault: bay-smoke … 'stowing' … stow"),
        new("bay-smoke", "it goes on charging", Break.KeepsCharging(), "never { permit: on, bay: 3 } … was permitted"),
        new("city-aborted", "it does not hear the city", Break.DeafToCity("/command"),
            "fault: city-aborted … 'gripping' … grip"),
        new("high-voltage-not-off", "it waits for ever", Break.Waits(Phase.Preparing),
            "fault: high-voltage-not-off … 'preparing'"),
        new("high-voltage-not-off", "it does not hear of it", Break.Deaf(Dead), "{ phase: accepting } … 'accepting'"),
        new("high-voltage-on", "it keeps driving", Break.KeepsDriving(Drive.Unlock),
            "{ drive: motion } … person, unlock"),
        new("unlock-timeout", "what it unlocks is seen to open", Break.SeesTravel(Drive.Unlock, closes: false),
            "{ drive: lift } … lift"),
        new("unlock-timeout", "it tries once", Break.NoRetry(Phase.Unlocking), "exactly: 2 } … none of"),
        new("grip-timeout", "the pin is seen with the tongue",
            Break.Blind(at => at.HoistPinSeated = at.HoistTongueLocked), "{ drive: unlock } … unlock"),
        new("lift-timeout", "the hoist is always seen raised", Break.Blind(at => at.HoistRaised = true),
            "{ drive: stow } … stow"),
        new("identity-unknown", "it waits for ever", Break.Waits(Phase.Identifying),
            "fault: identity-unknown … 'identifying'"),
        new("vehicle-not-authorised", "everybody may be served",
            Break.Settings(settings => settings.Vehicles = ["LSWAPEDG9SE000099"]),
            "{ phase: preparing } … 'preparing'"),
        new("old-pack-rejected", "every pack is taken", Break.Profile(profile => profile.PermittedPacks = []),
            "{ drive: grip } … grip"),
        new("no-bay", "half charged packs are given out", Break.Profile(profile => profile.TargetChargePermille = 500),
            "never { drive: motion } … grip"),
        new("new-pack-not-ready", "it waits for ever", Break.Waits(Phase.Stowing),
            "fault: new-pack-not-ready … 'stowing'"),
        new("new-pack-not-ready", "the charge that was counts", Break.RemembersPacks(),
            "fault: new-pack-not-ready … 'idle'"),
        new("sensors-contradict", "they may disagree", Break.Profile(profile => profile.SeatDisagreeMs = Never),
            "fault: sensors-contradict … 'gripping' … grip"),
        new("lock-implausible", "a lock may be so fast", Break.Profile(profile => profile.LockTravelMs = 0),
            "fault: lock-implausible … 'gripping' … grip"),
        new("not-confirmed", "it does not see the selector", Break.Blind(at => at.ManualSelected = false),
            "{ phase: positioning } … 'positioning'"),
        new("maintenance-ended", "it goes on by itself", Break.ConfirmsItself(), "{ phase: idle } … 'idle'"),
        new("store-bay-alarm", "it does not hear of it", Break.DeafLink(Healthy),
            "fault: store-bay-alarm … 'stowing' … stow"),
        new("take-bay-alarm", "a cell may be so hot", Break.Profile(profile => profile.TemperatureLimitC = 150),
            "fault: take-bay-alarm … 'held', new pack not ready"),
        new("not-in-position", "it takes still for in its place",
            Break.Blind(at => at.VehicleInPosition = at.VehicleStill), "{ phase: preparing } … 'preparing'"),
        new("not-prepared", "it does not see the handbrake", Break.Blind(at => at.HandbrakeOn = true),
            "{ phase: accepting } … 'accepting'"),
        new("hoist-not-ready", "it does not see the hoist's word", Break.Blind(at => at.HoistReady = true),
            "never { drive: motion } … grip"),
        new("release-not-permitted", "it takes the release for granted", Break.Blind(at => at.ReleasePermitted = true),
            "{ drive: unlock } … unlock"),
        new("hoist-still-loaded", "it does not see the load", Break.Blind(at => at.HoistLoaded = false),
            "fault: hoist-still-loaded … 'positioning'"),
        new("other-vehicle", "the first number that it read counts", Break.HearsFirst(VinFrame.Id),
            "fault: other-vehicle … 'gripping' … grip"),
        new("other-vehicle", "it keeps driving", Break.KeepsDriving(Drive.Grip), "{ drive: motion } … person, grip"),
        new("vehicle-not-left", "nobody is called", Break.NeverDrives(Drive.CallPerson),
            "{ drive: call-person } … requested was hold vehicle"),
        new("vehicle-not-left", "it looks at the place", Break.Blind(at => at.VehiclePresent = at.VehicleInPosition),
            "fault: vehicle-not-left … 'idle'"),
        new("door-not-free", "the other door is taken for shut", Break.BlindDoor(3, at => at.LatchClosed = true),
            "never { drive: open-door } … open door"),
        new("old-pack-unknown", "it waits for ever", Break.Waits(Phase.Accepting),
            "fault: old-pack-unknown … 'accepting'"),
    ];

    private static bool Unwelded(CanFrame frame)
    {
        if (frame.Id == PackSt0.Id)
        {
            PackSt0.MainPositiveWelded.WriteRaw(frame.Data, 0);
            PackSt0.MainNegativeWelded.WriteRaw(frame.Data, 0);
        }

        return true;
    }

    /// <summary>Relays open, no voltage behind them, high voltage off.</summary>
    private static bool Dead(CanFrame frame)
    {
        if (frame.Id == PackSt0.Id)
        {
            PackSt0.MainPositive.WriteRaw(frame.Data, PackSt0.Open);
            PackSt0.MainNegative.WriteRaw(frame.Data, PackSt0.Open);
        }
        else if (frame.Id == PackSt1.Id)
        {
            PackSt1.WorkStage.WriteRaw(frame.Data, PackSt1.HighVoltageOff);
            PackSt1.Checksum.WriteRaw(frame.Data, SwapPackMessages.Checksum(frame.Data));
        }
        else if (frame.Id == PackSt3.Id)
        {
            PackSt3.BusSideMv.WriteRaw(frame.Data, 0);
        }

        return true;
    }

    /// <summary>No bay has an alarm.</summary>
    private static bool Healthy(CanFrame frame)
    {
        BayStatusFrame status = new();
        if (status.Read(frame) == DecodeResult.Ok && !status.Healthy)
        {
            status.Healthy = true;
            status.Write(frame);
        }

        return true;
    }
}
