using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator.Worlds;

public sealed class LockModelTests
{
    private static readonly LockParameters Bolt = LockParameters.Bolt;

    [Fact]
    public void A_switch_that_makes_bounces_within_its_time_and_is_steady_afterwards()
    {
        SwapLock swapLock = new();
        List<(int AtMs, bool Seen)> changes = [];
        bool last = swapLock.ClosedPoints != 0;
        Move(swapLock, Bolt.TravelMs, unlock: true);
        for (int atMs = 0; atMs < Bolt.TravelMs + 500; atMs += World.StepMs)
        {
            bool seen = swapLock.ClosedPoints != 0;
            if (seen != last || atMs == 0)
            {
                changes.Add((atMs, seen));
            }

            last = seen;
            swapLock.Advance(World.StepMs, unlock: false, close: true, releasePermitted: true);
        }

        Assert.True(swapLock.ClosedPoints == 1);
        Assert.Equal([false, true, false, true], changes.Select(change => change.Seen));
        Assert.InRange(changes[^1].AtMs - changes[1].AtMs, World.StepMs, Bolt.BounceMs);
        Assert.InRange(changes[1].AtMs, Bolt.TravelMs - World.StepMs, Bolt.TravelMs + World.StepMs);
    }

    [Fact]
    public void A_frozen_point_moves_after_as_many_tries_as_it_needs_and_a_long_one_is_one()
    {
        SwapLock swapLock = new();
        swapLock.Points[0].Freeze();
        Move(swapLock, 20_000, unlock: true);
        Assert.True(swapLock.Closed && swapLock.Points[0].Frozen);
        Move(swapLock, 500, unlock: false);
        Move(swapLock, Bolt.IceTryMs - 100, unlock: true);
        Move(swapLock, 500, unlock: false);
        Assert.True(swapLock.Points[0].Frozen);
        Move(swapLock, Bolt.IceTryMs + Bolt.TravelMs + 100, unlock: true);
        Assert.True(swapLock.Open);
    }

    [Fact]
    public void A_frozen_point_comes_free_when_it_is_warm_for_long_enough()
    {
        SwapLock swapLock = new();
        swapLock.Points[0].Freeze(int.MaxValue);
        Move(swapLock, Bolt.IceMeltsMs * 2, unlock: false, ambientC: -3);
        Assert.True(swapLock.Points[0].Frozen);
        Move(swapLock, Bolt.IceMeltsMs + 1_000, unlock: false, ambientC: 6);
        Assert.False(swapLock.Points[0].Frozen);
    }

    [Fact]
    public void A_lock_that_has_travelled_often_is_slower()
    {
        SwapLock swapLock = new();
        swapLock.Renew(25_000);
        Assert.InRange(swapLock.Points[0].TravelMs, 3_250, 3_350);
        Assert.True(swapLock.Closed);
        Move(swapLock, 3_000, unlock: true);
        Assert.False(swapLock.Open);
        Move(swapLock, 400, unlock: true);
        Assert.True(swapLock.Open);
    }

    private static void Move(SwapLock swapLock, int forMs, bool unlock, double ambientC = -20)
    {
        for (int passed = 0; passed < forMs; passed += World.StepMs)
        {
            swapLock.Advance(World.StepMs, unlock, close: false, releasePermitted: true, ambientC);
        }
    }
}
