using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Packs;

/// <summary>What does not come, and what comes on time and still leads nowhere.</summary>
public class ChargeTimeoutTests
{
    private const string BstChargeReached = "101956F4#01000000";
    private const string CstBmsStopped = "101AF456#40000000";
    private const string Bsd = "181C56F4#61800190014A4B";

    private readonly ChargeTraffic _bus = new();

    [Fact]
    public void Charger_that_sends_CCS_every_69_ms_raises_nothing()
    {
        _bus.StartCharge();
        _bus.Run(
            60_000,
            (ChargeTraffic.Bcl, 50), (ChargeTraffic.Ccs, 69), (ChargeTraffic.Bsm, 250), (ChargeTraffic.Bcs, 250));
        Assert.Empty(_bus.Changes);
        Assert.Equal(ChargeStage.Charging, _bus.Session.Stage);
    }

    [Fact]
    public void Handshake_stuck_at_BRM_is_found_although_every_frame_is_on_time()
    {
        _bus.Run(1_000, (ChargeTraffic.Chm, 250), (ChargeTraffic.Bhm, 250));
        _bus.Run(5_250, (ChargeTraffic.Chm, 250), (ChargeTraffic.Brm, 250));
        Assert.Equal([(PackWarning.CrmMissing, 2, 0)], _bus.Changes);
        _bus.Run(25_000, (ChargeTraffic.Chm, 250), (ChargeTraffic.Brm, 250));
        Assert.Equal((PackWarning.StageOverdue, 2, (int)ChargeStage.Identification), _bus.Changes[^1]);
        Assert.Equal(ChargeStage.Identification, _bus.Session.Stage);
        Assert.Equal(1, _bus.Session.Attempts);
    }

    [Fact]
    public void Identification_that_is_repeated_and_never_accepted_is_overdue_after_30_seconds()
    {
        _bus.Run(30_250, (ChargeTraffic.CrmNo, 250), (ChargeTraffic.Brm, 250));
        Assert.Equal([(PackWarning.StageOverdue, 2, (int)ChargeStage.Identification)], _bus.Changes);
        _bus.Send(ChargeTraffic.CrmYes);
        Assert.Equal((PackWarning.StageOverdue, 0, 0), _bus.Changes[^1]);
    }

    [Fact]
    public void Charger_that_is_silent_while_it_tests_the_insulation_raises_nothing()
    {
        _bus.Run(1_000, (ChargeTraffic.Chm, 250), (ChargeTraffic.Bhm, 250));
        _bus.Run(28_000);
        Assert.Equal(ChargeStage.Handshake, _bus.Session.Stage);
        _bus.Run(500, (ChargeTraffic.CrmNo, 250), (ChargeTraffic.Brm, 250));
        Assert.Empty(_bus.Changes);
        Assert.Equal(ChargeStage.Identification, _bus.Session.Stage);
        Assert.Equal(1, _bus.Session.Attempts);
    }

    [Fact]
    public void Handshake_that_the_charger_does_not_leave_is_missed_after_30_seconds_and_overdue_after_60()
    {
        _bus.Run(30_250, (ChargeTraffic.Chm, 250), (ChargeTraffic.Bhm, 250));
        Assert.Equal([(PackWarning.CrmMissing, 2, 0)], _bus.Changes);
        _bus.Run(30_000, (ChargeTraffic.Chm, 250), (ChargeTraffic.Bhm, 250));
        Assert.Equal((PackWarning.StageOverdue, 2, (int)ChargeStage.Handshake), _bus.Changes[^1]);
    }

    [Fact]
    public void Charger_that_is_never_ready_is_found_after_a_minute()
    {
        _bus.Send(ChargeTraffic.CrmYes, ChargeTraffic.Bcp);
        _bus.Run(60_250, (ChargeTraffic.Cml, 250), (ChargeTraffic.BroYes, 250), ("100AF456#00", 250));
        Assert.Equal([(PackWarning.StageOverdue, 2, (int)ChargeStage.Parameters)], _bus.Changes);
    }

    [Theory]
    [InlineData(ChargeMessage.Bcl, PackWarning.BclMissing, 1_000)]
    [InlineData(ChargeMessage.Ccs, PackWarning.CcsMissing, 1_000)]
    [InlineData(ChargeMessage.Bcs, PackWarning.BcsMissing, 5_000)]
    [InlineData(ChargeMessage.Bsm, PackWarning.BsmMissing, 5_000)]
    public void Message_that_stops_while_charging_is_missed_within_its_limit_and_200_ms(
        ChargeMessage message, PackWarning warning, int limitMs)
    {
        _bus.StartCharge();
        (string, int)[] rest = [.. ChargeTraffic.Charging.Where((_, i) => i != Array.IndexOf(
            [ChargeMessage.Bcl, ChargeMessage.Ccs, ChargeMessage.Bsm, ChargeMessage.Bcs], message))];
        long lastMs = _bus.Monitor.Bus.Slot(message).TimeMs;
        _bus.Run((int)(lastMs + limitMs - _bus.NowMs), rest);
        Assert.Empty(_bus.Changes);
        _bus.Run(250, rest);
        Assert.Equal([(warning, 2, 0)], _bus.Changes);
        _bus.Run(250, ChargeTraffic.Charging);
        Assert.Equal([(warning, 2, 0), (warning, 0, 0)], _bus.Changes);
    }

    [Fact]
    public void Side_that_stays_silent_for_five_seconds_has_failed_the_charge()
    {
        _bus.StartCharge();
        _bus.Run(5_200, (ChargeTraffic.Ccs, 50));
        Assert.Equal(ChargeStage.Failed, _bus.Session.Stage);
        Assert.Equal(2, _bus.Monitor.Warnings.Level(PackWarning.BclMissing));
    }

    [Fact]
    public void Listener_that_wakes_in_the_middle_of_a_charge_sees_it_charging_and_raises_nothing()
    {
        _bus.Run(20_000, ChargeTraffic.Charging);
        Assert.Equal([ChargeStage.Charging], _bus.Stages);
        Assert.Empty(_bus.Changes);
    }

    [Fact]
    public void End_without_statistics_is_a_failure_and_says_what_did_not_come()
    {
        _bus.StartCharge();
        _bus.Send(BstChargeReached, CstBmsStopped);
        _bus.Run(1_000, (Bsd, 250));
        _bus.Run(9_200);
        Assert.Equal(ChargeStage.Failed, _bus.Session.Stage);
        Assert.Equal(2, _bus.Monitor.Warnings.Level(PackWarning.CsdMissing));
        Assert.Equal(0, _bus.Monitor.Warnings.Level(PackWarning.BsdMissing));
    }
}
