using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class LifeCounterTests
{
    private readonly LifeCounter _life = new(256, frozenFrames: 3, frozenMs: 300);

    [Fact]
    public void Counter_that_stands_exactly_as_long_as_allowed_is_not_frozen_yet()
    {
        _life.Accept(1, 0);
        _life.Accept(2, 100);
        Assert.Equal(DecodeResult.Ok, _life.Accept(2, 400));
        Assert.Equal(DecodeResult.FrozenCounter, _life.Accept(2, 401));
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Step_proves_life_only_when_it_comes_within_the_limit(int afterMs, bool alive)
    {
        _life.Accept(1, 0);
        _life.Accept(2, afterMs);
        Assert.Equal(alive, _life.Moved);
        Assert.Equal(alive, _life.IsAlive(afterMs));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Step_proves_life_only_when_no_more_equal_counters_came_before_it_than_allowed(int equal, bool alive)
    {
        _life.Accept(1, 0);
        for (int i = 0; i < equal; i++)
        {
            _life.Accept(1, 1);
        }

        _life.Accept(2, 2);
        Assert.Equal(alive, _life.Moved);
    }
}
