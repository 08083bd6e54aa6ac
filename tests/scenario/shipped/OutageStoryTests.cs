using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

/// <summary>Network, power, time and security.</summary>
public sealed class OutageStoryTests : StoryTests
{
    private const int DayMs = 24 * 3_600_000;

    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
        new("three-day-outage", "it has room for two days", Break.Settings(settings => settings.Journal = Small),
            "{ phase: held } … 'held', grip timeout"),
        new("slow-broker", "it waits for the broker", Break.WaitsForBroker(), "{ phase: releasing } … 'withdrawing'"),
        new("slow-broker", "the broker's word is enough", Break.BelievesBroker(), "the city misses event"),
        new("broker-forgets", "it does not subscribe anew", Break.SubscribesOnce(),
            "command: query-snapshot … nothing has come"),
        new("silent-city", "it never gives a connection up", Break.Clings(),
            "state: not-connected } … lane-1 was connected"),
        new("silent-city", "it does not try again", Break.ConnectsOnce(), "state: connected } … was not connected"),
        new("acks-late", "the broker's word is enough", Break.BelievesBroker(),
            "number 3 of them, { event: battery-out }: none of"),
        new("cut-while-carrying", "it confirms itself", Break.ConfirmsItself(), "never { drive: motion } … stow"),
        new("cut-while-carrying", "it forgets the swap", Break.StartsEmpty(),
            "fault: power-lost … 'held', hoist still loaded"),
        new("cut-while-unlocking", "it confirms itself", Break.ConfirmsItself(), "never { drive: motion } … lock"),
        new("cut-while-idle-and-offline", "it forgets", Break.StartsEmpty(),
            "swaps: completed, exactly: 1 } … none of"),
        new("board-replaced", "the new one is mute", Break.Mute("/event").At("bays-1"),
            "event: boot, node: bays-1 … none of"),
        new("board-replaced", "its journal has the old one's name", Break.SameIdentity().At("bays-1"), 
            "event: boot, node: bays-1, at-least: 3 } … 2 came"),
        new("store-full", "what is in its memory counts as stored", Break.StoresInMind(),
            "never { event: swap-started } … 'swap started'"),
        new("store-fails", "what is in its memory counts as stored", Break.StoresInMind(),
            "never { drive: fetch } … fetch"),
        new("restart-loop", "it is mute", Break.Mute("/event").At("lane-1"), "event: boot, node: lane-1 … none of"),
        new("restart-loop", "it forgets", Break.StartsEmpty(),
            "number 1 of them, { event: swap-started, node: lane-1 }: none of"),
        new("forged-command", "it believes anybody", Break.BelievesAnybody(),
            "{ phase: out-of-service } … 'out of service'"),
        new("replayed-command", "it forgets what it has obeyed", Break.Forgets("command-"),
            "never { phase: out-of-service } … 'out of service'"),
        new("expired-command", "its clock is late", Break.WrongClock(-60L * DayMs),
            "never { phase: out-of-service } … 'out of service'"),
        new("command-for-another", "it does not look for whom it is", Break.ObeysForOthers(),
            "never { phase: out-of-service } … 'out of service'"),
        new("city-cannot-move", "a command counts as a button", Break.ObeysForPeople(),
            "never { not: { phase: held } } … 'stowing'"),
        new("clock-jumps", "it does not notice", Break.NoClock(), "event: time-set … 1 came"),
        new("clock-unknown", "it does not hear the city", Break.DeafToCity("/ack"), "event: time-set … none of"),
    ];

    /// <summary>Room for two swaps.</summary>
    private static JournalSettings Small => new()
    {
        PendingBytes = 1024, SegmentBytes = 1200, CapacityBytes = 6000, Segments = 5,
    };
}
