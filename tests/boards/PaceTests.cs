using SwapEdge.Boards;

namespace SwapEdge.Tests.Boards;

public sealed class PaceTests
{
    [Fact]
    public void Passes_keep_to_a_grid_of_50_ms()
    {
        Pace pace = new(1000);

        Assert.Equal(47, pace.RestMs(1003));
        Assert.Equal(38, pace.RestMs(1062));
        Assert.Equal(0, pace.Missed);
    }

    [Fact]
    public void A_pass_that_takes_just_its_period_leaves_no_rest_and_misses_nothing()
    {
        Pace pace = new(0);

        Assert.Equal(0, pace.RestMs(50));
        Assert.Equal(0, pace.Missed);
    }

    [Fact]
    public void A_pass_that_ends_when_a_later_one_is_due_is_followed_by_that_one()
    {
        Pace pace = new(0);

        Assert.Equal(0, pace.RestMs(150));
        Assert.Equal(2, pace.Missed);
    }

    [Fact]
    public void A_stall_is_counted_and_not_caught_up()
    {
        Pace pace = new(0);

        Assert.Equal(20, pace.RestMs(230));
        Assert.Equal(4, pace.Missed);
        Assert.Equal(45, pace.RestMs(255));
        Assert.Equal(4, pace.Missed);
    }
}
