using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

public sealed class PackWatchTests
{
    private readonly BayRig _rig = new();

    [Fact]
    public void A_pack_that_came_in_is_not_given_out_before_its_temperature_was_heard()
    {
        PackWatch watch = new(600_000);
        watch.Begin(1_000);
        Assert.True(watch.Holds(300_000));
        watch.Take(25, 300_000);
        Assert.False(watch.Holds(300_000));
    }

    [Fact]
    public void A_pack_that_warms_up_is_held_until_it_stays_as_it_is_or_the_watch_ends()
    {
        PackWatch watch = new(600_000);
        watch.Begin(0);
        watch.Take(25, 1_000);
        watch.Take(25 + PackWatch.RiseC - 1, 20_000);
        Assert.False(watch.Holds(20_000));
        watch.Take(25 + PackWatch.RiseC, 40_000);
        Assert.True(watch.Holds(40_000));
        watch.Take(25 + PackWatch.RiseC + 1, 40_000 + PackWatch.WindowMs);
        Assert.False(watch.Holds(40_000 + PackWatch.WindowMs));
        watch.Take(60, 500_000);
        Assert.True(watch.Holds(599_999));
        Assert.False(watch.Holds(600_000));
    }

    [Fact]
    public void A_slow_rise_as_of_a_charge_is_no_warming_up()
    {
        PackWatch watch = new(3_600_000);
        watch.Begin(0);
        for (int minute = 0; minute < 40; minute++)
        {
            watch.Take(25 + (minute / 2), minute * 60_000L);
            Assert.False(watch.Holds(minute * 60_000L));
        }
    }

    [Fact]
    public void A_bay_refuses_a_pack_under_watch_and_says_so_on_the_link()
    {
        _rig.Put(_rig.Normal);
        Assert.True(_rig.PackStatus(_rig.Normal).Watched);
        _rig.Identify(_rig.Normal, hottestC: 25);
        Assert.False(_rig.PackStatus(_rig.Normal).Watched);
        _rig.Identify(_rig.Normal, hottestC: 31);
        Assert.True(_rig.PackStatus(_rig.Normal).Watched);
        Assert.Equal(BayAnswer.RefusedNotReady, _rig.Ask(_rig.Normal, BayOperation.ReserveToTake));
        Assert.Equal((1, 31), (_rig.PackStatus(_rig.Normal).Interface, _rig.PackStatus(_rig.Normal).HottestC));
    }
}
