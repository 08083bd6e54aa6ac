using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;
using Reason = SwapEdge.City.V1.CommandReason;
using State = SwapEdge.City.V1.ResultState;

namespace SwapEdge.Tests.Firmware;

/// <summary>What each operation does at a lane, and when it is refused.</summary>
public sealed class CommandEffectTests
{
    private const string Order = "order-2026-11-21-0001";

    private LaneRig _rig = new();
    private CommandDesk _desk;

    public CommandEffectTests()
    {
        _desk = Desk();
    }

    [Fact]
    public void A_vehicle_that_is_on_no_list_is_served_once_with_its_order_when_the_city_authorises_it()
    {
        Unlisted();
        Ask(body => body.AuthoriseSwap = Grant(LaneRig.Vin));
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        EventRecord end = SwapEvents.Of(_rig.Node.Journal).Single(one => one.Kind == EventKind.SwapEnded);
        Assert.Equal(Order, Encoding.ASCII.GetString(end.Order, 0, end.OrderLength));
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(20 * 90);
        Assert.Equal((Phase.Held, Fault.VehicleNotAuthorised), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void An_authorisation_that_comes_while_the_vehicle_waits_counts()
    {
        Unlisted();
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(40);
        Assert.Equal(Phase.Identifying, _rig.Phase);
        Ask(body => body.AuthoriseSwap = Grant(LaneRig.Vin));
        _rig.DriveTo(Phase.Accepting);
    }

    [Theory]
    [InlineData("LFWSRXSJ0P1F12346", 3_600_000)]
    [InlineData("LFWSRXSJ0P1F1234", 3_600_000)]
    [InlineData(LaneRig.Vin, 5_000)]
    public void No_other_vehicle_is_served_and_none_after_the_authorisation_has_ended(string vehicle, int lastsMs)
    {
        Unlisted();
        Ask(body => body.AuthoriseSwap = Grant(vehicle, lastsMs));
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        _rig.Pass(lastsMs < 10_000 ? 101 : 1);
        _rig.Inputs.VehiclePresent = true;
        _rig.Pass(20 * 90);
        Assert.Equal((Phase.Held, Fault.VehicleNotAuthorised), (_rig.Phase, _rig.Fault));
    }

    [Fact]
    public void An_order_belongs_to_its_vehicle_and_to_no_other_and_outlives_a_restart()
    {
        Ask(body => body.AuthoriseSwap = Grant("SOMEBODY-ELSE"));
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        Assert.Equal(0, SwapEvents.Of(_rig.Node.Journal).Single(one => one.Kind == EventKind.SwapEnded).OrderLength);
        Ask(body => body.AuthoriseSwap = Grant(LaneRig.Vin));
        _rig.DriveTo(Phase.Choosing);
        _rig.Pass(3);
        _rig.Restart();
        _rig.Pass(5);
        _rig.Inputs.VehiclePresent = false;
        _rig.Pass(25);
        _rig.Confirm();
        _rig.RunTo(Phase.Idle);
        _rig.Pass(3);
        EventRecord end = SwapEvents.Of(_rig.Node.Journal).Last(one => one.Kind == EventKind.SwapEnded);
        Assert.Equal(Order, Encoding.ASCII.GetString(end.Order, 0, end.OrderLength));
    }

    [Fact]
    public void No_more_vehicles_are_authorised_than_there_is_room_for_and_one_again_takes_no_more_room()
    {
        for (int i = 0; i < Authorisations.Room; i++)
        {
            Ask(body => body.AuthoriseSwap = Grant($"VEHICLE-{i}"));
            Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        }

        Ask(body => body.AuthoriseSwap = Grant("VEHICLE-0"));
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        Ask(body => body.AuthoriseSwap = Grant("VEHICLE-9"));
        Assert.Equal((State.Rejected, Reason.NoRoom), _desk.Last);
    }

    [Theory]
    [InlineData("", 1000)]
    [InlineData("VEHICLE", 0)]
    [InlineData("VEHICLE", -1)]
    [InlineData("VEHICLE", 31L * 86_400_000 + 1)]
    public void An_authorisation_of_nobody_or_without_a_sound_end_is_refused(string vehicle, long lastsMs)
    {
        Ask(body => body.AuthoriseSwap = Grant(vehicle, lastsMs));
        Assert.Equal((State.Rejected, Reason.BadArgument), _desk.Last);
    }

    [Fact]
    public void A_swap_is_requested_only_where_it_can_be_served_now()
    {
        Ask(body => body.RequestSwap = Grant("VEHICLE"));
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        _rig.TakeBay = BayPresence.Empty;
        _rig.Pass(10);
        Ask(body => body.RequestSwap = Grant("VEHICLE"));
        Assert.Equal((State.Rejected, Reason.NoBatteryAvailable), _desk.Last);
        _rig.TakeBay = BayPresence.Occupied;
        _rig.StoreBay = BayPresence.Occupied;
        _rig.Pass(10);
        Ask(body => body.RequestSwap = Grant("VEHICLE"));
        Assert.Equal((State.Rejected, Reason.NoEmptyBay), _desk.Last);
        _rig.StoreBay = BayPresence.Empty;
        _rig.DriveTo(Phase.Accepting);
        Ask(body => body.RequestSwap = Grant("VEHICLE"));
        Assert.Equal((State.Rejected, Reason.Busy), _desk.Last);
        _rig = new LaneRig();
        _desk = Desk();
        Ask(body => body.TakeOutOfService = new Contract.ServiceOrder());
        Ask(body => body.RequestSwap = Grant("VEHICLE"));
        Assert.Equal((State.Rejected, Reason.OutOfService), _desk.Last);
    }

    [Fact]
    public void The_swap_that_is_named_is_aborted_at_once_also_in_motion_and_no_other()
    {
        _rig.DriveTo(Phase.Lifting);
        uint swap = _rig.Node.Lane.RequestId;
        Assert.NotEqual(0u, swap);
        _desk.Send(body => body.AbortSwap = new Contract.AbortSwap { RequestId = swap + 1 });
        _rig.Pass(3);
        Assert.True(_rig.Node.Lane.Moving);
        Contract.CommandBody abort = _desk.Send(body => body.AbortSwap = new Contract.AbortSwap { RequestId = swap });
        _rig.Pass(2);
        Assert.False(_rig.Node.Lane.Moving);
        Assert.Equal(Fault.CityAborted, _rig.Fault);
        _rig.Pass(10);
        Assert.Contains(_desk.Results, one => one.Id != abort.Id && one.Reason == Reason.NoSuchSwap);
        Assert.Equal((State.Done, abort.Id), (_desk.Results[^1].State, _desk.Results[^1].Id));
        Assert.Equal(Phase.Held, _rig.Phase);
    }

    [Fact]
    public void An_abort_goes_past_all_the_commands_that_wait()
    {
        _rig.DriveTo(Phase.Lifting);
        for (int i = 0; i < Commands.Room; i++)
        {
            _desk.Send();
        }

        _rig.Pass(Commands.Room);
        Assert.True(_rig.Node.Lane.Moving);
        uint swap = _rig.Node.Lane.RequestId;
        Contract.CommandBody abort = _desk.Send(body => body.AbortSwap = new Contract.AbortSwap { RequestId = swap });
        _rig.Pass(2);
        Assert.Equal(Fault.CityAborted, _rig.Fault);
        _rig.Pass(60);
        Assert.Equal(Commands.Room + 1, _desk.Results.Count(result => result.State == State.Done));
        Assert.Equal((State.Done, abort.Id), (_desk.Results[^1].State, _desk.Results[^1].Id));
    }

    [Fact]
    public void A_swap_whose_vehicle_is_released_is_not_aborted_any_more()
    {
        _rig.DriveTo(Phase.Releasing);
        Ask(body => body.AbortSwap = new Contract.AbortSwap { RequestId = _rig.Node.Lane.RequestId });
        Assert.Equal((State.Rejected, Reason.NoSuchSwap), _desk.Last);
        Assert.Equal(Phase.Releasing, _rig.Phase);
    }

    [Fact]
    public void Nothing_is_aborted_where_no_swap_is_under_way()
    {
        Ask(body => body.AbortSwap = new Contract.AbortSwap());
        Assert.Equal((State.Rejected, Reason.NoSuchSwap), _desk.Last);
        Ask(body => body.AbortSwap = new Contract.AbortSwap { RequestId = 5 });
        Assert.Equal((State.Rejected, Reason.NoSuchSwap), _desk.Last);
    }

    [Fact]
    public void The_city_opens_what_it_has_closed_and_not_what_a_person_has()
    {
        Ask(body => body.TakeOutOfService = new Contract.ServiceOrder { Number = 5 });
        Ask(body => body.PutIntoService = new Contract.ServiceOrder { Number = 6 });
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        _rig.Pass(3);
        Assert.False(_rig.Node.Latch.IsSet);
        _rig.Node.TakeOutOfService(Issuer.Local, 0, _rig.NowMs);
        Ask(body => body.PutIntoService = new Contract.ServiceOrder { Number = 7 });
        Assert.Equal((State.Rejected, Reason.NotOrdered), _desk.Last);
        Assert.True(_rig.Node.Latch.IsSet);
    }

    [Fact]
    public void What_only_a_person_or_another_node_can_do_is_refused_with_that_reason()
    {
        Ask(body => body.ClearIsolation = new());
        Assert.Equal((State.Rejected, Reason.LocalOnly), _desk.Last);
        Ask(body => body.FreeBay = new());
        Assert.Equal((State.Rejected, Reason.LocalOnly), _desk.Last);
        Ask(body => body.LimitPower = new Contract.PowerLimit { UntilUtcMs = _desk.UtcMs + 1000 });
        Assert.Equal((State.Rejected, Reason.NotSupported), _desk.Last);
        Ask(body => body.ClearOperation());
        Assert.Equal((State.Rejected, Reason.UnknownOperation), _desk.Last);
    }

    [Fact]
    public void A_snapshot_says_how_the_lane_and_its_journal_stand()
    {
        _rig.Inputs.HoistReady = false;
        _rig.DriveTo(Phase.Choosing);
        Ask();
        Contract.Snapshot snapshot = _desk.Results[^1].Snapshot;
        Assert.Equal(
            (_rig.Node.Journal.Identity, 1u, Contract.Phase.Choosing, _rig.Node.Lane.RequestId),
            (snapshot.Journal, snapshot.Boot, snapshot.Phase, snapshot.RequestId));
        Assert.InRange(snapshot.LastSequence, 3ul, _rig.Node.Journal.LastStored);
        Assert.Equal(1ul, snapshot.FirstSequence);
        Assert.False(snapshot.ClosedByCity);
        Assert.Empty(snapshot.Bays);
    }

    [Fact]
    public void A_self_test_says_what_the_node_has_found_wrong_with_itself()
    {
        _rig.Store.Answer = StoreResult.Full;
        _rig.Node.TakeOutOfService(Issuer.Local, 0, _rig.NowMs);
        _rig.Pass(3);
        _rig.Store.Answer = StoreResult.Ok;
        _desk.Deliver([1, 2, 3]);
        _rig.Pass(3);
        Ask(body => body.SelfTest = new());
        Contract.SelfTest test = _desk.Results[^1].SelfTest;
        Assert.True(test.JournalReadable);
        Assert.Equal(_rig.Node.Journal.RefusedCommits, test.CommitsRefused);
        Assert.NotEqual(0u, test.CommitsRefused);
        Assert.Equal((1u, 0u), (test.CommandsRefused, test.FramesLost));
    }

    [Fact]
    public void The_birth_is_sent_again_when_the_city_asks()
    {
        _rig.Pass(3);
        int births = _rig.Uplink.On("/birth").Count();
        Ask(body => body.ResendBirth = new());
        Assert.Equal(births + 1, _rig.Uplink.On("/birth").Count());
    }

    [Fact]
    public void A_pass_with_nothing_to_obey_allocates_nothing_after_commands_have_been()
    {
        Ask(body => body.AuthoriseSwap = Grant("VEHICLE"));
        Ask();
        _rig.Pass(10);
        Assert.Equal(0, _rig.AllocatedByPasses(200));
    }

    private CommandDesk Desk()
    {
        CommandDesk desk = new(_rig.Uplink, _rig.Clock, "linfen/station-1/lane-1");
        _rig.Pass(10);
        return desk;
    }

    private void Unlisted()
    {
        _rig = new LaneRig(listed: "LNBSCU3F4JR000001");
        _desk = Desk();
    }

    private void Ask(Action<Contract.CommandBody>? ask = null)
    {
        _desk.Send(ask);
        _rig.Pass(5);
    }

    private Contract.SwapGrant Grant(string vehicle, long lastsMs = 3_600_000) =>
        new() { Vehicle = vehicle, Order = Order, UntilUtcMs = _desk.UtcMs + lastsMs };
}
