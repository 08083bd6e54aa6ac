using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;
using Reason = SwapEdge.City.V1.CommandReason;
using State = SwapEdge.City.V1.ResultState;

namespace SwapEdge.Tests.Firmware;

/// <summary>What a power cut, and a store that has rotted, do to commands.</summary>
public sealed class CommandStoreTests
{
    private const string File = "command-0";
    private const int EntryLength = 8 + 27 + 4;

    private readonly LaneRig _rig = new();
    private readonly CommandDesk _desk;

    public CommandStoreTests()
    {
        _desk = new CommandDesk(_rig.Uplink, _rig.Clock, "linfen/station-1/lane-1");
        _rig.Pass(3);
    }

    [Fact]
    public void Power_that_goes_between_counter_and_effect_leaves_the_effect_undone_for_ever_and_the_city_is_told()
    {
        Contract.CommandBody body = _desk.Send(Close);
        while (!_rig.Store.Files.ContainsKey(File))
        {
            _rig.Pass();
        }

        Assert.False(_rig.Node.Latch.IsSet);
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal((State.Failed, Reason.OutcomeUnknown), _desk.Last);
        Assert.Equal((body.Id, body.Counter), (_desk.Results[^1].Id, _desk.Results[^1].Counter));
        _rig.Pass(25);
        _desk.Send(body);
        _rig.Pass(5);
        Assert.False(_rig.Node.Latch.IsSet);
        Assert.Equal((State.Failed, Reason.OutcomeUnknown), _desk.Last);
        Assert.Single(
            SwapEvents.Of(_rig.Node.Journal),
            record => record.Action == AuditAction.CommandFailed && record.OrderNumber == body.Id);
        _rig.Restart();
        _rig.Pass(5);
        Assert.Single(
            SwapEvents.Of(_rig.Node.Journal), record => record.Action == AuditAction.CommandFailed);
    }

    [Fact]
    public void Power_that_goes_at_any_byte_lets_no_command_be_obeyed_twice_and_blocks_no_later_one()
    {
        for (int bytes = 0; bytes <= 4 * EntryLength; bytes++)
        {
            LaneRig rig = new();
            CommandDesk desk = new(rig.Uplink, rig.Clock, "linfen/station-1/lane-1");
            rig.Pass(3);
            Contract.CommandBody body = desk.Send(Grant);
            rig.Store.BytesLeft = bytes;
            rig.Pass(6);
            bool obeyed = rig.Node.Lane.Vehicle.Authorised.Find("OTHER"u8.ToArray(), 5) != null;
            rig.Store.BytesLeft = int.MaxValue;
            rig.Restart();
            rig.Pass(3);
            desk.Send(body);
            rig.Pass(30);
            bool again = rig.Node.Lane.Vehicle.Authorised.Find("OTHER"u8.ToArray(), 5) != null;
            Assert.False(obeyed && again, $"obeyed twice, {bytes} bytes");
            desk.Send(Close);
            rig.Pass(6);
            Assert.True(rig.Node.Latch.IsSetBy(Issuer.City), $"blocked, {bytes} bytes");
        }
    }

    [Fact]
    public void A_counter_that_cannot_be_read_refuses_every_command_until_a_person_puts_the_node_into_service()
    {
        _desk.Send();
        _rig.Pass(5);
        Contract.CommandBody old = _desk.Send(Grant);
        _rig.Pass(6);
        _rig.Store.Files[File][^10] ^= 1;
        _rig.Restart();
        _rig.Pass(3);
        Assert.Contains(SwapEvents.Of(_rig.Node.Journal), record => record.Action == AuditAction.CounterUnreadable);
        _desk.Send(Close);
        _rig.Pass(5);
        Assert.False(_rig.Node.Latch.IsSet);
        Assert.Equal((State.Rejected, Reason.CounterUnreadable), _desk.Last);
        _rig.Node.TakeOutOfService(Issuer.Local, 0, _rig.NowMs);
        _rig.Pass(3);
        _rig.Node.PutIntoService(Issuer.Local, 0, _rig.NowMs);
        _rig.Pass(25);
        _desk.Send(Close);
        _rig.Pass(5);
        Assert.True(_rig.Node.Latch.IsSetBy(Issuer.City));
        _rig.Pass(25);
        _desk.Send(old);
        _rig.Pass(5);
        Assert.Equal((State.Failed, Reason.OutcomeUnknown), _desk.Last);
        Assert.Null(_rig.Node.Lane.Vehicle.Authorised.Find("OTHER"u8.ToArray(), 5));
        _rig.Restart();
        _rig.Pass(25);
        _desk.Send(body => body.PutIntoService = new Contract.ServiceOrder());
        _rig.Pass(5);
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
    }

    [Fact]
    public void What_was_told_as_refused_because_of_the_store_is_not_obeyed_after_a_restart()
    {
        _rig.Store.Answer = StoreResult.Failed;
        Contract.CommandBody body = _desk.Send(Grant);
        _rig.Pass(10);
        Assert.Equal((State.Rejected, Reason.StoreRefused), _desk.Last);
        _rig.Store.Answer = StoreResult.Ok;
        _rig.Pass(100);
        _rig.Restart();
        _rig.Pass(30);
        _desk.Send(body);
        _rig.Pass(30);
        Assert.Null(_rig.Node.Lane.Vehicle.Authorised.Find("OTHER"u8.ToArray(), 5));
        Assert.Equal((State.Rejected, Reason.StoreRefused), _desk.Last);
    }

    [Fact]
    public void An_abort_that_is_heard_again_after_a_power_loss_does_nothing_to_the_next_swap()
    {
        _rig.DriveTo(Phase.Accepting);
        Contract.CommandBody abort = _desk.Send(
            body => body.AbortSwap = new Contract.AbortSwap { RequestId = _rig.Node.Lane.RequestId });
        _rig.Pass();
        Assert.False(_rig.Store.Files.ContainsKey(File));
        _rig.Restart();
        _rig.Pass(5);
        _rig.Inputs.VehiclePresent = false;
        _rig.Confirm();
        _rig.RunTo(Phase.Idle);
        _rig.DriveTo(Phase.Accepting);
        _desk.Send(abort);
        _rig.Pass(5);
        Assert.Equal((State.Rejected, Reason.NoSuchSwap), _desk.Last);
        Assert.Equal(Fault.None, _rig.Fault);
        _rig.DriveTo(Phase.Releasing);
    }

    [Fact]
    public void A_restart_waits_until_nothing_is_under_way_and_is_done_when_the_node_is_back()
    {
        _rig.BaysTalk = false;
        _rig.DriveTo(Phase.Choosing);
        Contract.CommandBody body = _desk.Send(one =>
        {
            one.RestartWhenIdle = new();
            one.ExpiryUtcMs = _desk.UtcMs + 3_600_000;
        });
        _rig.Pass(20);
        Assert.Equal((State.Running, Reason.Unspecified), _desk.Last);
        _desk.Send(one => one.RestartWhenIdle = new());
        _rig.Pass(5);
        Assert.Equal((State.Rejected, Reason.Busy), _desk.Last);
        for (int i = 0; i < Commands.Room + 2; i++)
        {
            _desk.Send();
            _rig.Pass(5);
            Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        }

        _rig.BaysTalk = true;
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(0, _rig.Restarts.Count);
        _rig.Leave();
        _rig.Pass(10);
        Assert.NotEqual(0, _rig.Restarts.Count);
        _rig.Restart();
        _rig.Pass(5);
        Assert.Equal((State.Done, body.Id), (_desk.Results[^1].State, _desk.Results[^1].Id));
        int restarts = _rig.Restarts.Count;
        _rig.Pass(30);
        _desk.Send(body);
        _rig.Pass(10);
        Assert.Equal(restarts, _rig.Restarts.Count);
        Assert.Equal((State.Done, body.Id), (_desk.Results[^1].State, _desk.Results[^1].Id));
    }

    [Fact]
    public void A_restart_that_is_still_waiting_when_it_expires_does_not_happen()
    {
        _rig.DriveTo(Phase.Accepting);
        _desk.Send(one => one.RestartWhenIdle = new());
        _rig.Pass(5);
        _rig.Clock.UtcMs += 60_001;
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        _rig.Pass(10);
        Assert.Equal((State.Expired, Reason.Expired), _desk.Last);
        Assert.Equal(0, _rig.Restarts.Count);
    }

    private static void Close(Contract.CommandBody body) => body.TakeOutOfService = new Contract.ServiceOrder();

    private void Grant(Contract.CommandBody body) => body.AuthoriseSwap =
        new Contract.SwapGrant { Vehicle = "OTHER", UntilUtcMs = _rig.Clock.UtcMs + 1000_000 };
}
