using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

public sealed class BayReservationTests
{
    private readonly BayReservation _bay = new();

    [Fact]
    public void After_a_start_nothing_is_granted_before_the_lanes_were_listened_to()
    {
        _bay.Start(0, false, 0);
        _bay.Poll(BayReservation.ListenMs - 50);
        Assert.Equal(BayAnswer.None, _bay.Judge(1, false, BayReservation.ListenMs - 50));
        _bay.Poll(BayReservation.ListenMs);
        Assert.Equal(BayAnswer.Granted, _bay.Judge(1, false, BayReservation.ListenMs));
    }

    [Fact]
    public void A_bay_that_has_forgotten_goes_back_to_the_lane_that_claims_it()
    {
        _bay.Start(0, false, 0);
        _bay.Hear(2, named: true, toTake: true, holds: true, moving: true, 500);
        Assert.Equal(0, _bay.Lane);
        _bay.Poll(BayReservation.ListenMs);
        Assert.Equal((2, true), (_bay.Lane, _bay.ToTake));
        Assert.Equal(BayAnswer.RefusedReserved, _bay.Judge(1, true, BayReservation.ListenMs));
    }

    [Fact]
    public void A_lane_that_only_wishes_for_a_bay_does_not_get_it_by_naming_it()
    {
        Opened();
        _bay.Hear(1, named: true, toTake: false, holds: false, moving: false, 4_000);
        Assert.Equal(0, _bay.Lane);
    }

    [Fact]
    public void What_two_lanes_claim_none_gets_until_one_of_them_lets_go()
    {
        _bay.Start(0, false, 0);
        long nowMs = 0;
        for (; nowMs < 20_000; nowMs += 500)
        {
            _bay.Hear(1, true, false, true, false, nowMs);
            _bay.Hear(2, true, false, true, false, nowMs);
            _bay.Poll(nowMs);
            Assert.True(_bay.IsListening);
        }

        for (; nowMs < 30_000; nowMs += 500)
        {
            _bay.Hear(1, false, false, false, false, nowMs);
            _bay.Hear(2, true, false, true, false, nowMs);
            _bay.Poll(nowMs);
        }

        Assert.Equal(2, _bay.Lane);
    }

    [Fact]
    public void A_bay_let_go_of_is_for_another_lane_only_when_nothing_old_is_believed_any_more()
    {
        Opened();
        _bay.Take(1, false, 4_000);
        _bay.Hear(1, false, false, false, false, 4_500);
        Assert.Equal(1, _bay.Lane);
        _bay.Hear(1, false, false, false, false, 5_000);
        Assert.Equal(0, _bay.Lane);
        Assert.Equal(BayAnswer.None, _bay.Judge(2, false, 5_000 + BayReservation.GuardMs - 1));
        Assert.Equal(BayAnswer.Granted, _bay.Judge(1, false, 5_001));
        Assert.Equal(BayAnswer.Granted, _bay.Judge(2, false, 5_000 + BayReservation.GuardMs));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void A_lane_that_is_silent_for_ever_loses_its_bay_unless_it_was_moving(bool moving, int laneAfter)
    {
        Opened();
        _bay.Take(1, false, 4_000);
        _bay.Hear(1, true, false, true, moving, 4_500);
        _bay.Poll(4_500 + BayReservation.SilentMs);
        Assert.Equal(1, _bay.Lane);
        _bay.Poll(4_501 + BayReservation.SilentMs);
        Assert.Equal(laneAfter, _bay.Lane);
        _bay.FreeByHand(8_000_000);
        Assert.Equal(0, _bay.Lane);
    }

    [Fact]
    public void A_lane_that_was_kept_over_the_restart_and_stays_silent_has_its_bay_until_a_person_frees_it()
    {
        _bay.Start(3, true, 0);
        _bay.Poll(BayReservation.ListenMs);
        _bay.Poll(BayReservation.SilentMs * 10L);
        Assert.Equal((3, true), (_bay.Lane, _bay.ToTake));
        _bay.FreeByHand(BayReservation.SilentMs * 10L);
        Assert.Equal(0, _bay.Lane);
    }

    [Fact]
    public void What_one_lane_claims_and_another_had_before_the_restart_none_gets_until_that_one_lets_go()
    {
        _bay.Start(1, false, 0);
        long nowMs = 0;
        for (; nowMs < 20_000; nowMs += 500)
        {
            _bay.Hear(2, true, false, true, false, nowMs);
            _bay.Poll(nowMs);
            Assert.Equal((true, 1), (_bay.IsListening, _bay.KeptLane));
        }

        for (; nowMs < 30_000; nowMs += 500)
        {
            _bay.Hear(1, false, false, false, false, nowMs);
            _bay.Hear(2, true, false, true, false, nowMs);
            _bay.Poll(nowMs);
        }

        Assert.Equal(2, _bay.Lane);
    }

    [Fact]
    public void The_lane_of_a_bay_is_remembered_over_a_restart_and_freed_by_hand_with_a_record()
    {
        BayRig rig = new();
        Assert.Equal(BayAnswer.Granted, rig.Ask(rig.Normal, BayOperation.ReserveToStore, lane: 2));
        rig.Pass(2);
        rig.Restart();
        Assert.Equal(2, rig.Normal.Reservation.Lane);
        Assert.Equal(BayAnswer.RefusedReserved, rig.Ask(rig.Normal, BayOperation.ReserveToStore, lane: 1));
        rig.Normal.FreeByHand(rig.NowMs);
        Assert.Contains(rig.Events(), one => one.Kind == EventKind.BayFreed && one.Value == 2);
        rig.Pass(BayReservation.GuardMs / 50);
        Assert.Equal(BayAnswer.Granted, rig.Ask(rig.Normal, BayOperation.ReserveToStore, lane: 1));
    }

    [Fact]
    public void A_doubled_or_overtaken_announcement_is_not_heard()
    {
        LaneEar ear = new();
        Assert.True(ear.IsNew(new LanePhaseFrame { Lane = 1, Life = 250 }, 0));
        Assert.False(ear.IsNew(new LanePhaseFrame { Lane = 1, Life = 250 }, 100));
        Assert.True(ear.IsNew(new LanePhaseFrame { Lane = 1, Life = 2 }, 200));
        Assert.False(ear.IsNew(new LanePhaseFrame { Lane = 1, Life = 255 }, 300));
        Assert.True(ear.IsNew(new LanePhaseFrame { Lane = 1, Life = 255 }, 2_300));
        Assert.False(ear.IsNew(new LanePhaseFrame { Lane = 2, Life = 1, Version = 1 }, 0));
        Assert.False(ear.IsNew(new LanePhaseFrame { Lane = 16, Life = 1 }, 0));
    }

    private void Opened()
    {
        _bay.Start(0, false, 0);
        _bay.Poll(BayReservation.ListenMs);
    }
}
