using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>Faults of the swap machine.</summary>
public sealed class FaultStoryTests : StoryTests
{
    private const string StillAsked = "requested was";
    private const int Never = 60 * 60_000;

    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
        new("fire-alarm", "it keeps driving", Break.KeepsDriving(Drive.Stow), StillAsked),
        new("safety-chain", "it keeps driving", Break.KeepsDriving(Drive.Stow), StillAsked),
        new("abort-pressed", "it does not see the button", Break.Blind(at => at.AbortPressed = false), "'gripping'"),
        new("lock-contradicts", "it does not see the open end",
            Break.Blind(at => at.LockOpenPoints &= ~at.LockClosedPoints), "'gripping'"),
        new("lock-signal-lost", "it keeps driving", Break.KeepsDriving(Drive.Stow), StillAsked),
        new("vehicle-unprepared", "it does not see the handbrake", Break.Blind(at => at.HandbrakeOn = true),
            "'stowing'"),
        new("unprepared-while-lowering", "a pack that hangs is always seen raised",
            Break.Blind(at => at.HoistRaised |= at.HoistLoaded), "stow"),
        new("closed-while-held", "it does not hear the city", Break.DeafToCity("/command"), "'identifying'"),
        new("relay-welded", "it does not hear of it", Break.Deaf(Unwelded), "'preparing'"),
        new("bay-silent", "it keeps driving", Break.KeepsDriving(Drive.Stow), StillAsked),
        new("power-lost", "it has stored nothing", Break.Forgets(), "hoist still loaded"),
        new("driver-aborted", "it does not see the button", Break.Blind(at => at.DriverAborts = false), "'stowing'"),
        new("runaway-detected", "it keeps driving", Break.KeepsDriving(Drive.Grip), StillAsked),
        new("bay-smoke", "the smoke is not seen", Break.BlindBays(at => at.SmokeLoopClosed = true), "'stowing'"),
        new("city-aborted", "it does not hear the city", Break.DeafToCity("/command"), "'gripping'"),
        new("high-voltage-not-off", "it waits for ever", Limit(Phase.Preparing, Never), "'preparing'"),
        new("high-voltage-on", "it keeps driving", Break.KeepsDriving(Drive.Unlock), StillAsked),
        new("unlock-timeout", "it waits for ever", Limit(Phase.Unlocking, Never), "unlocking"),
        new("grip-timeout", "the pin is seen with the tongue",
            Break.Blind(at => at.HoistPinSeated = at.HoistTongueLocked), "unlock"),
        new("lift-timeout", "the hoist is always seen raised", Break.Blind(at => at.HoistRaised = true), "stow"),
        new("identity-unknown", "it waits for ever", Limit(Phase.Identifying, Never), "'identifying'"),
        new("vehicle-not-authorised", "everybody may be served",
            Break.Settings(settings => settings.Vehicles = ["LSWAPEDG9SE000099"]), "'preparing'"),
        new("old-pack-rejected", "every pack is taken", Break.Profile(profile => profile.PermittedPacks = []), "grip"),
        new("no-bay", "half charged packs are given out", Break.Profile(profile => profile.TargetChargePermille = 500),
            "grip"),
        new("new-pack-not-ready", "it waits for ever", Limit(Phase.Stowing, Never), "'stowing'"),
        new("sensors-contradict", "they may disagree", Break.Profile(profile => profile.SeatDisagreeMs = Never),
            "'gripping'"),
        new("lock-implausible", "a lock may be so fast", Break.Profile(profile => profile.LockTravelMs = 0),
            "'gripping'"),
        new("not-confirmed", "it does not see the selector", Break.Blind(at => at.ManualSelected = false),
            "'positioning'"),
        new("maintenance-ended", "it does not see the selector", Break.Blind(at => at.MaintenanceSelected = false),
            "the phase was 'idle'"),
        new("take-bay-alarm", "the record of the pack that came is not to be",
            Break.Text("never: { event: battery-out }", "never: { event: battery-in }"), "'battery in'"),
        new("not-in-position", "it takes still for in its place",
            Break.Blind(at => at.VehicleInPosition = at.VehicleStill), "'preparing'"),
        new("not-prepared", "it does not see the handbrake", Break.Blind(at => at.HandbrakeOn = true), "'accepting'"),
        new("hoist-not-ready", "it does not see the hoist's word", Break.Blind(at => at.HoistReady = true), "grip"),
        new("release-not-permitted", "it takes the release for granted", Break.Blind(at => at.ReleasePermitted = true),
            "unlock"),
        new("hoist-still-loaded", "it does not see the load", Break.Blind(at => at.HoistLoaded = false),
            "'positioning'"),
        new("other-vehicle", "it keeps driving", Break.KeepsDriving(Drive.Grip), StillAsked),
        new("vehicle-not-left", "nobody is called", Break.NeverDrives(Drive.CallPerson), "vehicle not left"),
        new("door-not-free", "nobody is to be held",
            Break.Text("never: { drive: open-door }", "never: { drive: hold-vehicle }"), "hold vehicle"),
        new("old-pack-unknown", "it waits for ever", Limit(Phase.Accepting, Never), "'accepting'"),
    ];

    /// <summary>A step that may last so long.</summary>
    private static Breaking Limit(Phase phase, int limitMs) => Break.Profile(profile => profile.Steps =
    [
        .. profile.Steps.Select(step => step.Phase != phase ? step : new StepPlan(
            phase, step.Require, step.Forbid, limitMs, step.Retries, step.GoesBack)),
    ]);

    private static bool Unwelded(CanFrame frame)
    {
        if (frame.Id == PackSt0.Id)
        {
            PackSt0.MainPositiveWelded.WriteRaw(frame.Data, 0);
            PackSt0.MainNegativeWelded.WriteRaw(frame.Data, 0);
        }

        return true;
    }
}
