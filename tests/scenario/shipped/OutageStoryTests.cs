using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

/// <summary>Network, power, time and security.</summary>
public sealed class OutageStoryTests : StoryTests
{
    private const int DayMs = 24 * 3_600_000;
    private const string NotAcknowledged = "and the city had told it that it has";

    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
        new("three-day-outage", "the line is not cut",
            Break.Text("do: network-away", "do: clock-unknown"), "never { event: swap-started }"),
        new("slow-broker", "words of the city are not heard", Break.DeafToCity("/ack"), NotAcknowledged),
        new("broker-forgets", "it does not subscribe anew", Break.SubscribesOnce(), "command: query-snapshot"),
        new("silent-city", "it never gives a connection up", Break.Clings(), "it was connected"),
        new("acks-late", "words of the city are not heard", Break.DeafToCity("/ack"), NotAcknowledged),
        new("cut-while-carrying", "it confirms itself", Break.ConfirmsItself(), "never { drive: motion }"),
        new("cut-while-carrying", "it forgets the swap", Break.StartsEmpty(), "fault: power-lost"),
        new("cut-while-unlocking", "it confirms itself", Break.ConfirmsItself(), "never { drive: motion }"),
        new("cut-while-idle-and-offline", "it forgets", Break.StartsEmpty(), "swaps: completed, exactly: 1"),
        new("board-replaced", "the new one is mute", Break.Mute("/event").At("bays-1"), "event: boot, node: bays-1"),
        new("store-full", "the store lies", Break.Forgets(), "never { event: lost }"),
        new("store-fails", "the store lies", Break.Forgets(), "never { event: lost }"),
        new("restart-loop", "it is mute", Break.Mute("/event").At("lane-1"), "event: boot, node: lane-1"),
        new("forged-command", "it believes anybody", Break.BelievesAnybody(), "the phase was 'out of service'"),
        new("replayed-command", "it counts again",
            Break.Text("as: replayed", "as: genuine"), "never { phase: out-of-service }"),
        new("expired-command", "its clock is late", Break.WrongClock(-60L * DayMs), "the phase was 'out of service'"),
        new("command-for-another", "it is its own",
            Break.Text("as: other-node", "as: genuine"), "the phase was 'out of service'"),
        new("city-cannot-move", "it confirms itself", Break.ConfirmsItself(), "never {"),
        new("clock-jumps", "it does not notice", Break.NoClock(), "event: time-set"),
        new("clock-unknown", "it does not hear the city", Break.DeafToCity("/ack"), "event: time-set"),
    ];
}
