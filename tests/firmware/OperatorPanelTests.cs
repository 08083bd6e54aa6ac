using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What a person at the station may ask of a bay or a door, with the key.</summary>
public sealed class OperatorPanelTests
{
    private readonly BayRig _bays = new();
    private readonly CabinetRig _cabinet = new();

    [Fact]
    public void A_person_clears_an_isolated_pack_and_the_request_is_an_audit_with_bay_and_kind()
    {
        Bay bay = _bays.ForIsolation;
        _bays.Put(bay);
        _bays.Identify(bay);
        _bays.Request(bay, OperatorRequest.ClearIsolation);
        Assert.False(bay.Isolated);
        Assert.True(_bays.Permitted(bay));
        Assert.Equal((AuditAction.OperatorRequest, 2, (int)OperatorRequest.ClearIsolation), Assert.Single(Audits()));
    }

    [Fact]
    public void What_a_person_asks_for_against_an_interlock_is_refused_with_an_audit()
    {
        _bays.Put(_bays.ForIsolation);
        _bays.Inputs[1].SmokeLoopClosed = false;
        _bays.Request(_bays.ForIsolation, OperatorRequest.ClearIsolation);
        _bays.Request(_bays.ForIsolation, OperatorRequest.OpenDoor);
        Assert.True(_bays.ForIsolation.Isolated);
        Assert.Equal(
            [
                (AuditAction.Refused, 2, (int)OperatorRequest.ClearIsolation),
                (AuditAction.Refused, 2, (int)OperatorRequest.OpenDoor),
            ],
            Audits());
    }

    [Fact]
    public void Without_the_key_and_from_a_button_that_is_held_down_nothing_is_asked_for()
    {
        Bay bay = _bays.ForIsolation;
        _bays.Put(bay);
        _bays.Request(bay, OperatorRequest.ClearIsolation, key: false);
        OperatorInputs panel = _bays.Inputs[1].Operator;
        panel.ConfirmPressed = true;
        _bays.Pass(4);
        panel.KeySwitchOn = true;
        _bays.Pass(10);
        panel.Request = OperatorRequest.FreeBay;
        _bays.Pass(10);
        Assert.True(bay.Isolated);
        Assert.Empty(Audits());
    }

    [Fact]
    public void A_bay_is_freed_by_hand_only_once_the_lane_that_has_it_is_not_heard_any_more()
    {
        Bay bay = _bays.Normal;
        Assert.Equal(BayAnswer.Granted, _bays.Ask(bay, BayOperation.ReserveToStore));
        _bays.Announce(1, 1, store: 1, moving: true);
        _bays.Request(bay, OperatorRequest.FreeBay);
        Assert.Equal(1, bay.Reservation.Lane);
        _bays.Pass(BayReservation.GuardMs / 50);
        _bays.Request(bay, OperatorRequest.FreeBay);
        Assert.Equal(0, bay.Reservation.Lane);
        Assert.Contains(_bays.Events(), one => one.Kind == EventKind.BayFreed && one.Value == 1);
        Assert.Equal([AuditAction.Refused, AuditAction.OperatorRequest], Audits().Select(audit => audit.Action));
    }

    [Theory]
    [InlineData(OperatorRequest.ExpectDelivery, CustodyReason.Delivery)]
    [InlineData(OperatorRequest.ExpectDispatch, CustodyReason.Dispatch)]
    [InlineData(OperatorRequest.ExpectService, CustodyReason.Service)]
    public void What_a_person_announces_is_the_reason_of_the_next_pack_at_a_bay_and_at_a_door(
        OperatorRequest request, CustodyReason reason)
    {
        _bays.Request(_bays.Normal, request);
        _bays.Put(_bays.Normal);
        _bays.Identify(_bays.Normal);
        Assert.Contains(_bays.Events(), one => one.Kind == EventKind.PackDelivered && one.Value == (int)reason);
        _cabinet.Settle();
        EnterMaintenance();
        _cabinet.Request(3, request);
        _cabinet.Doors[3].Pack = null;
        _cabinet.Pass(10);
        EventRecord removed = Assert.Single(_cabinet.Events(EventKind.PackRemoved));
        Assert.Equal((4, (int)reason, 0, 1004u), (removed.Bay, removed.Value, removed.Level, removed.PackSerial));
    }

    [Fact]
    public void A_pack_behind_a_door_that_no_swap_explains_is_a_warning_and_one_of_a_swap_is_no_custody_event()
    {
        _cabinet.Settle();
        _cabinet.Come();
        _cabinet.DriveTo(Phase.Releasing);
        _cabinet.Leave();
        _cabinet.DriveTo(Phase.Idle);
        Assert.Empty(_cabinet.Events(EventKind.PackDelivered).Concat(_cabinet.Events(EventKind.PackRemoved)));
        _cabinet.Doors[1].Pack = new CabinetRigPack("0RJPEA00HAU0AAF130001009");
        _cabinet.Settle();
        EventRecord delivered = Assert.Single(_cabinet.Events(EventKind.PackDelivered));
        Assert.Equal((2, (int)CustodyReason.Unexplained, 2, 1009u),
            (delivered.Bay, delivered.Value, delivered.Level, delivered.PackSerial));
    }

    [Fact]
    public void What_came_and_went_behind_doors_while_the_power_was_off_is_noticed_and_what_stayed_is_not_an_event()
    {
        _cabinet.Settle();
        _cabinet.Doors[0].Pack = new CabinetRigPack("0RJPEA00HAU0AAF130001009");
        _cabinet.Doors[3].Pack = null;
        _cabinet.Restart();
        _cabinet.Settle();
        Assert.Equal(1, Assert.Single(_cabinet.Events(EventKind.PackDelivered)).Bay);
        Assert.Equal(4, Assert.Single(_cabinet.Events(EventKind.PackRemoved)).Bay);
    }

    [Fact]
    public void A_door_is_opened_by_hand_in_maintenance_while_all_are_shut_and_its_charger_is_off()
    {
        _cabinet.Settle();
        _cabinet.Request(2, OperatorRequest.OpenDoor);
        Assert.Equal(-1, _cabinet.Unlatched);
        EnterMaintenance();
        Assert.True(_cabinet.Doors[2].Permitted);
        _cabinet.Request(2, OperatorRequest.OpenDoor);
        Assert.Equal((2, false), (_cabinet.Unlatched, _cabinet.Doors[2].Permitted));
        _cabinet.Doors[2].Shut = false;
        _cabinet.Pass();
        Assert.Equal(-1, _cabinet.Unlatched);
        _cabinet.Pass(5);
        _cabinet.Request(1, OperatorRequest.OpenDoor);
        Assert.Equal(-1, _cabinet.Unlatched);
        Assert.Equal(
            [AuditAction.Refused, AuditAction.OperatorRequest, AuditAction.Refused],
            _cabinet.Events(EventKind.Audit).Select(audit => audit.Action));
    }

    [Fact]
    public void A_pack_behind_a_door_is_cleared_by_a_person_in_maintenance_and_not_while_confirm_means_something_else()
    {
        _cabinet.Settle();
        _cabinet.Doors[1].Pack!.TemperatureC = 70;
        _cabinet.Settle();
        _cabinet.Doors[1].Pack!.TemperatureC = 25;
        _cabinet.Settle();
        CabinetDoor door = _cabinet.Node.Cabinet.Doors.Doors[1];
        _cabinet.Request(1, OperatorRequest.ClearIsolation);
        Assert.True(door.Isolated);
        EnterMaintenance();
        _cabinet.Request(1, OperatorRequest.ClearIsolation);
        Assert.False(door.Isolated);
        Assert.Single(_cabinet.Events(EventKind.PackCleared));
    }

    [Fact]
    public void A_door_that_does_not_open_by_hand_is_left_after_five_seconds_and_a_welded_contactor_keeps_it_shut()
    {
        _cabinet.Settle();
        EnterMaintenance();
        _cabinet.Doors[2].ContactorWelded = true;
        _cabinet.Pass(5);
        _cabinet.Request(2, OperatorRequest.OpenDoor);
        Assert.Equal(-1, _cabinet.Unlatched);
        _cabinet.Pass(100);
        _cabinet.Request(3, OperatorRequest.OpenDoor);
        Assert.Equal(3, _cabinet.Unlatched);
        _cabinet.Pass(100);
        Assert.Equal((-1, Phase.Maintenance), (_cabinet.Unlatched, _cabinet.Phase));
    }

    [Fact]
    public void A_door_that_a_person_opens_is_let_go_of_when_the_safety_chain_opens()
    {
        _cabinet.Settle();
        EnterMaintenance();
        _cabinet.Request(2, OperatorRequest.OpenDoor);
        Assert.Equal(2, _cabinet.Unlatched);
        _cabinet.Inputs.SafetyChainClosed = false;
        _cabinet.Pass();
        Assert.Equal((-1, Phase.Held), (_cabinet.Unlatched, _cabinet.Phase));
    }

    private void EnterMaintenance()
    {
        _cabinet.Inputs.MaintenanceSelected = true;
        _cabinet.Confirm();
        _cabinet.Inputs.KeySwitchOn = true;
        _cabinet.Pass(5);
        Assert.Equal(Phase.Maintenance, _cabinet.Phase);
    }

    private (AuditAction Action, int Bay, int Value)[] Audits()
    {
        _bays.Pass(3);
        return
        [
            .. SwapEvents.Of(_bays.Journal).Where(record => record.Kind == EventKind.Audit)
                .Select(record => (record.Action, record.Bay, record.Value)),
        ];
    }
}
