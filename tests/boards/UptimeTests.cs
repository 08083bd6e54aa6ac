using SwapEdge.Boards;

namespace SwapEdge.Tests.Boards;

public sealed class UptimeTests
{
    /// <summary>2^32 ticks of 10 ms, about 497 days.</summary>
    private const long TurnMs = 10L << 32;

    [Fact]
    public void Uptime_goes_on_when_the_runtime_begins_again()
    {
        Uptime uptime = new();

        Assert.Equal(TurnMs - 10, uptime.Extend(TurnMs - 10));
        Assert.Equal(TurnMs + 40, uptime.Extend(40));
        Assert.Equal((2 * TurnMs) + 30, uptime.Extend(30));
    }

    [Fact]
    public void Uptime_stands_still_within_a_tick()
    {
        Uptime uptime = new();

        Assert.Equal(70, uptime.Extend(70));
        Assert.Equal(70, uptime.Extend(70));
    }
}
