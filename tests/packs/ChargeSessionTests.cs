using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Packs;

public class ChargeSessionTests
{
    private const string BstChargeReached = "101956F4#01000000";
    private const string CstBmsStopped = "101AF456#40000000";
    private const string Bsd = "181C56F4#61800190014A4B";
    private const string Csd = "181DF456#0A00340001000000";
    private const string BemCcs = "081E56F4#F0F0F1FC";

    private readonly ChargeTraffic _bus = new();

    [Fact]
    public void Whole_charge_passes_every_stage_and_raises_nothing()
    {
        _bus.StartCharge();
        _bus.Run(60_000, ChargeTraffic.Charging);
        _bus.Run(100, (BstChargeReached, 10));
        _bus.Run(100, (BstChargeReached, 10), (CstBmsStopped, 10));
        _bus.Run(500, (Bsd, 250));
        _bus.Run(500, (Bsd, 250), (Csd, 250));
        _bus.Run(30_000);
        Assert.Equal(
            [
                ChargeStage.Handshake, ChargeStage.Identification, ChargeStage.Parameters, ChargeStage.Charging,
                ChargeStage.Stopping, ChargeStage.Ended,
            ],
            _bus.Stages);
        Assert.Empty(_bus.Changes);
        Assert.Equal(ChargeParty.Bms, _bus.Session.StoppedBy);
        Assert.True(_bus.Session.Reports.Has(StopReason.BmsChargeReached));
        Assert.True(_bus.Session.Reports.Has(StopReason.ChargerSawBmsStop));
        Assert.Equal(StopReason.None, _bus.Session.Reports.FaultReason());
    }

    [Fact]
    public void Reported_time_out_is_one_warning_however_often_it_is_repeated()
    {
        _bus.StartCharge();
        _bus.Run(10_000, (BemCcs, 250));
        Assert.Equal([(PackWarning.BmsReportsTimeout, 2, (int)ChargeFault.BmsMissedCcs)], _bus.Changes);
        Assert.Equal(ChargeStage.Failed, _bus.Session.Stage);
    }

    [Fact]
    public void Error_loop_beside_a_charger_that_goes_on_shaking_hands_is_one_failure()
    {
        _bus.Run(10_000, (ChargeTraffic.Chm, 250), ("081E56F4#F1F0F0FC", 250));
        Assert.Equal([(PackWarning.BmsReportsTimeout, 2, (int)ChargeFault.BmsMissedCrmNotRecognised)], _bus.Changes);
        Assert.Equal(1, _bus.Session.Attempts);
    }

    [Fact]
    public void Charger_that_begins_again_is_a_new_attempt_and_the_third_failure_is_the_last()
    {
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            _bus.StartCharge();
            Assert.Equal(attempt, _bus.Session.Attempts);
            Assert.Equal(ChargeStage.Charging, _bus.Session.Stage);
            Assert.Equal(0, _bus.Monitor.Warnings.Highest());
            _bus.Run(1_000, (BemCcs, 250));
            Assert.Equal(attempt == 3 ? 2 : 0, _bus.Monitor.Warnings.Level(PackWarning.AttemptsExhausted));
            _bus.Run(2_000);
        }
    }

    [Fact]
    public void Charge_that_ended_in_order_is_followed_by_a_first_attempt()
    {
        _bus.StartCharge();
        _bus.Send(BstChargeReached, CstBmsStopped, Bsd, Csd);
        Assert.Equal(ChargeStage.Ended, _bus.Session.Stage);
        _bus.Run(60_000);
        _bus.StartCharge();
        Assert.Equal(1, _bus.Session.Attempts);
        Assert.Equal(ChargeParty.None, _bus.Session.StoppedBy);
    }

    [Fact]
    public void Stop_of_the_charger_for_an_emergency_is_severe()
    {
        _bus.StartCharge();
        _bus.Send("101AF456#00000100");
        Assert.Equal(ChargeParty.Charger, _bus.Session.StoppedBy);
        Assert.Equal([(PackWarning.EmergencyStop, 3, 0)], _bus.Changes);
    }

    [Fact]
    public void Stop_for_a_fault_names_the_first_reason()
    {
        _bus.StartCharge();
        _bus.Send("101956F4#00010000");
        Assert.Equal([(PackWarning.StoppedOnFault, 2, (int)StopReason.BmsInsulation)], _bus.Changes);
    }

    [Fact]
    public void Untrusted_answer_keeps_the_previous_one()
    {
        _bus.StartCharge();
        _bus.Send("181356F4#424B014A1B00D2");
        Assert.Empty(_bus.Changes);
        _bus.Send("181356F4#424B014A1B00D1");
        _bus.Send("181356F4#424B014A1B00D2");
        Assert.Equal([(PackWarning.InsulationAbnormal, 3, 0)], _bus.Changes);
        _bus.Send("181356F4#424B014A1B00D0");
        Assert.Equal([(PackWarning.InsulationAbnormal, 3, 0), (PackWarning.InsulationAbnormal, 0, 0)], _bus.Changes);
    }

    [Theory]
    [InlineData("181356F4#424B014A1B01D0", PackWarning.CellVoltageHigh, 3, 0)]
    [InlineData("181356F4#424B014A1B02D0", PackWarning.CellVoltageLow, 2, 0)]
    [InlineData("181356F4#424B014A1B04D0", PackWarning.ChargeTooHigh, 1, 0)]
    [InlineData("181356F4#424B014A1B08D0", PackWarning.ChargeTooLow, 1, 0)]
    [InlineData("181356F4#424B014A1B10D0", PackWarning.OverCurrent, 2, 0)]
    [InlineData("181356F4#426E014A1B40D0", PackWarning.OverTemperature, 3, 60)]
    [InlineData("181356F4#424B014A1B00D1", PackWarning.InsulationAbnormal, 3, 0)]
    [InlineData("181356F4#424B014A1B00D4", PackWarning.ConnectorAbnormal, 2, 0)]
    public void What_the_BMS_calls_abnormal_is_a_warning(string bsm, PackWarning warning, int level, int value)
    {
        _bus.StartCharge();
        _bus.Send(bsm);
        Assert.Equal([(warning, level, value)], _bus.Changes);
    }

    [Fact]
    public void Permission_taken_back_with_all_else_normal_is_a_pause_and_a_long_one_is_a_warning()
    {
        const string paused = "181356F4#424B014A1B00C0";
        (string, int)[] traffic =
            [(ChargeTraffic.Bcl, 50), (ChargeTraffic.Ccs, 50), (paused, 250), (ChargeTraffic.Bcs, 250)];
        _bus.StartCharge();
        _bus.Run(600_000, traffic);
        Assert.True(_bus.Session.IsPaused);
        Assert.Empty(_bus.Changes);
        _bus.Run(250, traffic);
        Assert.Equal([(PackWarning.PausedTooLong, 1, 0)], _bus.Changes);
        _bus.Send(ChargeTraffic.Bsm);
        Assert.False(_bus.Session.IsPaused);
    }

    [Fact]
    public void Permission_taken_back_beside_an_abnormal_value_is_no_pause()
    {
        _bus.StartCharge();
        _bus.Send("181356F4#424B014A1B40C0");
        Assert.False(_bus.Session.IsPaused);
    }

    [Fact]
    public void Charger_that_says_it_pauses_pauses()
    {
        _bus.StartCharge();
        _bus.Send("1812F456#2A00A00F0000FCFF");
        Assert.True(_bus.Session.IsPaused);
        _bus.Send("1812F456#2A00A00F0000");
        Assert.True(_bus.Session.IsPaused);
        _bus.Send(ChargeTraffic.Ccs);
        Assert.False(_bus.Session.IsPaused);
    }

    [Fact]
    public void Charge_whose_beginning_was_not_heard_is_recognised_after_a_failure()
    {
        _bus.StartCharge();
        _bus.Run(20_000);
        Assert.Equal(ChargeStage.Failed, _bus.Session.Stage);
        _bus.Run(1_000, ChargeTraffic.Charging);
        Assert.Equal(ChargeStage.Charging, _bus.Session.Stage);
        Assert.Equal(0, _bus.Monitor.Warnings.Highest());
    }

    [Fact]
    public void Demand_that_nobody_answers_is_no_charge()
    {
        _bus.StartCharge();
        _bus.Run(20_000);
        _bus.Run(10_000, (ChargeTraffic.Bcl, 50), (ChargeTraffic.Bsm, 250), (ChargeTraffic.Bcs, 250));
        Assert.Equal(ChargeStage.Failed, _bus.Session.Stage);
        Assert.Single(_bus.Stages, ChargeStage.Charging);
    }

    [Fact]
    public void Demand_that_trails_behind_a_stop_does_not_charge_again()
    {
        _bus.StartCharge();
        _bus.Send(CstBmsStopped);
        _bus.Run(300, [.. ChargeTraffic.Charging, (BstChargeReached, 10)]);
        Assert.Equal(ChargeStage.Stopping, _bus.Session.Stage);
    }

    [Fact]
    public void Order_of_CTS_CML_and_BRO_does_not_matter()
    {
        _bus.Run(500, (ChargeTraffic.CrmNo, 250), (ChargeTraffic.Brm, 250));
        _bus.Send(ChargeTraffic.CrmYes, ChargeTraffic.Bcp, ChargeTraffic.BroNo);
        _bus.Run(1_000, (ChargeTraffic.Cml, 250), (ChargeTraffic.BroNo, 250));
        _bus.Send(ChargeTraffic.Cts, ChargeTraffic.BroYes, ChargeTraffic.CroYes);
        _bus.Run(6_000, ChargeTraffic.Charging);
        Assert.Empty(_bus.Changes);
        Assert.Equal(ChargeStage.Charging, _bus.Session.Stage);
    }

    [Fact]
    public void Reset_clears_every_warning_as_a_change_and_forgets_the_session()
    {
        _bus.StartCharge();
        _bus.Send(BemCcs);
        _bus.Monitor.Reset(_bus.NowMs);
        _bus.Poll();
        Assert.Equal((PackWarning.BmsReportsTimeout, 0, 0), _bus.Changes[^1]);
        Assert.Equal(ChargeStage.None, _bus.Session.Stage);
        Assert.Equal(0, _bus.Session.Attempts);
        _bus.Run(60_000);
        Assert.Equal(2, _bus.Changes.Count);
    }
}
