using SwapEdge.Firmware;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.Firmware;

public sealed class NodeVitalsTests
{
    private readonly NodeVitals _vitals = new(null);

    [Fact]
    public void Passes_on_their_grid_are_neither_late_nor_missed()
    {
        for (long nowMs = 7_000; nowMs < 17_000; nowMs += 50)
        {
            _vitals.Begin(nowMs);
            _vitals.End(nowMs + 12);
        }

        Assert.Equal(
            new Contract.PassTimes { Passes = 200, LongestGapMs = 50, LongestWorkMs = 12 }, Told());
        Assert.False(_vitals.IsLate);
    }

    [Theory]
    [InlineData(69, 0, 0)]
    [InlineData(70, 1, 0)]
    [InlineData(100, 1, 1)]
    [InlineData(170, 1, 2)]
    [InlineData(3000, 1, 59)]
    public void A_gap_is_told_by_its_length_and_the_passes_it_has_cost(int gapMs, uint late, uint missed)
    {
        _vitals.Begin(1_000);
        _vitals.Begin(1_000 + gapMs);
        Assert.Equal(
            new Contract.PassTimes { Passes = 2, Late = late, Missed = missed, LongestGapMs = (uint)gapMs }, Told());
    }

    [Fact]
    public void More_than_one_of_a_hundred_passes_left_out_is_too_many()
    {
        long nowMs = 0;
        for (int i = 0; i < 100; i++)
        {
            nowMs += 50;
            _vitals.Begin(nowMs);
        }

        nowMs += 100;
        _vitals.Begin(nowMs);
        Assert.False(_vitals.IsLate);
        nowMs += 100;
        _vitals.Begin(nowMs);
        Assert.True(_vitals.IsLate);
    }

    private Contract.PassTimes Told()
    {
        byte[] bytes = new byte[100];
        int length = _vitals.Write(bytes, 0);
        return Contract.Diagnostics.Parser.ParseFrom(bytes, 0, length).Passes;
    }
}
