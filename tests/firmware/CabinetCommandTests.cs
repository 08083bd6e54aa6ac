using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;
using Reason = SwapEdge.City.V1.CommandReason;
using State = SwapEdge.City.V1.ResultState;

namespace SwapEdge.Tests.Firmware;

/// <summary>What differs at a cabinet: who is served is a card, the bays are doors.</summary>
public sealed class CabinetCommandTests
{
    private readonly CabinetRig _rig = new("CARD-9999");
    private readonly CommandDesk _desk;

    public CabinetCommandTests()
    {
        _desk = new CommandDesk(_rig.Uplink, _rig.Clock, "linfen/station-1/cabinet-1");
        _rig.Settle();
        _rig.Settle();
    }

    [Fact]
    public void A_card_on_no_list_is_served_once_with_its_order_when_the_city_asks_for_it()
    {
        Ask(body => body.RequestSwap = new Contract.SwapGrant
        {
            Vehicle = CabinetRig.Card, Order = "order-1", UntilUtcMs = _desk.UtcMs + 3_600_000,
        });
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        _rig.Come();
        _rig.DriveTo(Phase.Releasing);
        _rig.Leave();
        _rig.DriveTo(Phase.Idle);
        _rig.Pass(3);
        EventRecord end = SwapEvents.Of(_rig.Node.Journal).Single(one => one.Kind == EventKind.SwapEnded);
        Assert.Equal("order-1", Encoding.ASCII.GetString(end.Order, 0, end.OrderLength));
        Assert.Null(_rig.Node.Cabinet.Vehicle.Authorised.Find(Encoding.ASCII.GetBytes(CabinetRig.Card), 9));
    }

    [Fact]
    public void A_swap_is_requested_only_where_it_can_be_served_now()
    {
        Contract.SwapGrant grant = new() { Vehicle = "CARD", UntilUtcMs = _desk.UtcMs + 1000 };
        _rig.Doors[0].Pack = new CabinetRigPack("0RJPEA00HAU0AAF130001009") { ChargePermille = 100 };
        _rig.Settle();
        Ask(body => body.RequestSwap = grant);
        Assert.Equal((State.Rejected, Reason.NoEmptyBay), _desk.Last);
        foreach (CabinetRigDoor door in _rig.Doors)
        {
            door.Pack = null;
        }

        _rig.Settle();
        Ask(body => body.RequestSwap = grant);
        Assert.Equal((State.Rejected, Reason.NoBatteryAvailable), _desk.Last);
    }

    [Fact]
    public void No_door_is_charged_while_the_city_forbids_it()
    {
        Assert.Contains(_rig.Doors, door => door.Permitted);
        Ask(body => body.LimitPower = new Contract.PowerLimit { UntilUtcMs = _desk.UtcMs + 5_000 });
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        Assert.DoesNotContain(_rig.Doors, door => door.Permitted);
        _rig.Pass(110);
        Assert.Contains(_rig.Doors, door => door.Permitted);
    }

    [Fact]
    public void The_swap_that_is_named_is_aborted_and_no_other()
    {
        _rig.Restart();
        _rig.Settle();
        _rig.Settle();
        Ask(body => body.AuthoriseSwap = new Contract.SwapGrant
        {
            Vehicle = CabinetRig.Card, UntilUtcMs = _desk.UtcMs + 3_600_000,
        });
        _rig.Come();
        _rig.DriveTo(Phase.Inserting);
        uint swap = _rig.Node.Cabinet.RequestId;
        Ask(body => body.AbortSwap = new Contract.AbortSwap { RequestId = swap + 1 });
        Assert.Equal((State.Rejected, Reason.NoSuchSwap), _desk.Last);
        Assert.NotEqual(Fault.CityAborted, _rig.Fault);
        Ask(body => body.AbortSwap = new Contract.AbortSwap { RequestId = swap });
        Assert.Equal((State.Done, Reason.Unspecified), _desk.Last);
        Assert.Equal(Fault.CityAborted, _rig.Fault);
    }

    [Fact]
    public void A_snapshot_has_every_door()
    {
        Ask(body => body.QuerySnapshot = new());
        Contract.Snapshot snapshot = _desk.Results[^1].Snapshot;
        Assert.Equal([1u, 2u, 3u, 4u], snapshot.Bays.Select(bay => bay.Bay));
        Assert.Equal(
            [Contract.BayPresence.Empty, Contract.BayPresence.Occupied],
            snapshot.Bays.Take(2).Select(bay => bay.Presence));
        Assert.Equal(960u, snapshot.Bays[1].ChargePermille);
    }

    private void Ask(Action<Contract.CommandBody> ask)
    {
        _desk.Send(ask);
        _rig.Pass(5);
    }
}
