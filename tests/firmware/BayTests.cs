using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Packs;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A node with bay 1, its charger bus, its pins and the station link, all in the test's hands.</summary>
public sealed class BayTests : IBayIo
{
    /// <summary>BCS of a pack at 97 %.</summary>
    private readonly byte[] _bcs = Convert.FromHexString("6B13820F8C11610A00");

    private readonly QueueBus _charger = new();
    private readonly QueueBus _link = new();
    private readonly BayInputs _inputs = new() { BayClear = true, ContactorOpen = true, SmokeLoopClosed = true };
    private readonly Node _node;
    private readonly int[] _lanes = new int[3];
    private bool _permitted;
    private long _nowMs;

    public BayTests()
    {
        NodeSettings settings = new()
        {
            City = "linfen", Station = "station-1", Node = "bays-1", LinkAddress = 0x90, Bays = [1], Interfaces = [1],
        };
        Assert.Null(settings.Flaw());
        _node = new Node(settings, new BayPorts
        {
            Clock = new FixedClock(), Random = new CountingRandom(), Mac = new KeyedMac(new byte[32]),
            Uplink = new ScriptedUplink(), Heartbeat = new CountingHeartbeat(), Store = new TornStore(), Bays = this,
            Link = _link, ChargerBuses = [_charger],
        });
        _node.Start(0);
        Pass(4);
        Pass(BayReservation.ListenMs / 50);
    }

    private Bay Bay => _node.Bays.Bays[0];

    void IBayIo.Read(int index, BayInputs into)
    {
        into.PackPresent = _inputs.PackPresent;
        into.BayClear = _inputs.BayClear;
        into.ContactorOpen = _inputs.ContactorOpen;
        into.SmokeLoopClosed = _inputs.SmokeLoopClosed;
    }

    void IBayIo.Write(int index, bool chargePermitted) => _permitted = chargePermitted;

    [Fact]
    public void A_pack_arrives_when_both_contacts_say_so_twice()
    {
        _inputs.PackPresent = true;
        Pass(10);
        Assert.Equal(BayPresence.Contradictory, Bay.Presence);
        Assert.False(_permitted);
        _inputs.BayClear = false;
        Pass();
        Assert.Equal(BayPresence.Contradictory, Bay.Presence);
        Pass();
        Assert.Equal(BayPresence.Occupied, Bay.Presence);
        Assert.True(_permitted);
        Assert.Equal([EventKind.Boot, EventKind.PackArrived], Kinds());
    }

    [Fact]
    public void Neither_contact_is_unknown_and_never_empty()
    {
        _inputs.BayClear = false;
        Pass(10);
        Assert.Equal(BayPresence.Unknown, Bay.Presence);
        Assert.Equal(BayAnswer.RefusedNotEmpty, Bay.Ask(1, BayOperation.ReserveToStore, _nowMs));
    }

    [Fact]
    public void A_bay_belongs_to_one_lane_until_that_lane_no_longer_names_it()
    {
        Assert.Equal(BayAnswer.Granted, Bay.Ask(1, BayOperation.ReserveToStore, _nowMs));
        Assert.Equal(BayAnswer.Granted, Bay.Ask(1, BayOperation.ReserveToStore, _nowMs));
        Assert.Equal(BayAnswer.RefusedReserved, Bay.Ask(2, BayOperation.ReserveToStore, _nowMs));
        Announce(lane: 2, store: 0);
        Announce(lane: 1, store: 1);
        Assert.Equal(1, Bay.Reservation.Lane);
        Announce(lane: 1, store: 0);
        Assert.Equal(1, Bay.Reservation.Lane);
        Announce(lane: 1, store: 0);
        Assert.Equal(0, Bay.Reservation.Lane);
    }

    [Fact]
    public void A_request_over_the_link_is_answered_with_its_id_and_one_of_another_version_is_refused()
    {
        Assert.Equal(BayAnswer.Granted, Request(StationLink.ProtocolVersion).Answer);
        Assert.Equal(BayAnswer.RefusedVersion, Request(StationLink.ProtocolVersion + 1).Answer);
    }

    [Fact]
    public void A_bay_whose_charger_contactor_is_closed_is_not_powered_off_whatever_its_session_says()
    {
        Arrive();
        BayStatusFrame status = new();
        Bay.Describe(status, _nowMs);
        Assert.True(status.PowerOff);
        _inputs.ContactorOpen = false;
        Pass();
        Bay.Describe(status, _nowMs);
        Assert.False(status.PowerOff);
    }

    [Fact]
    public void A_pack_that_is_kept_for_a_lane_is_not_charged()
    {
        Arrive();
        Identify();
        Assert.True(_permitted);
        Assert.Equal(BayAnswer.Granted, Bay.Ask(1, BayOperation.ReserveToTake, _nowMs));
        Pass();
        Assert.False(_permitted);
    }

    [Fact]
    public void Smoke_takes_the_permit_away_and_refuses_the_bay()
    {
        Arrive();
        _inputs.SmokeLoopClosed = false;
        Pass();
        Assert.False(_permitted);
        Assert.Equal(BayAnswer.RefusedAlarm, Bay.Ask(1, BayOperation.ReserveToTake, _nowMs));
    }

    [Fact]
    public void A_severe_warning_takes_the_permit_away_and_is_cleared_when_the_pack_leaves()
    {
        Arrive();
        _charger.Deliver(Frames.Parse("181356F4#424B014A1B40D0", _nowMs), _nowMs);
        Pass();
        Assert.False(_permitted);
        EventRecord raised = Newest(EventKind.WarningRaised);
        Assert.Equal((1, EventWriter.AlarmLevel), (raised.Bay, raised.Level));
        _inputs.PackPresent = false;
        _inputs.BayClear = true;
        Pass(3);
        Assert.Equal(raised.Warning, Newest(EventKind.WarningCleared).Warning);
        Assert.Equal(BayPresence.Empty, Bay.Presence);
    }

    [Fact]
    public void Charge_and_serial_stay_known_when_the_pack_rests_and_go_with_it()
    {
        Arrive();
        Identify();
        Pass(1000);
        BayStatusFrame status = Status();
        Assert.True(status.ChargeKnown && status.PackSerialKnown);
        Assert.Equal((972, 1002u), (status.ChargePermille, status.PackSerial));
        _inputs.PackPresent = false;
        _inputs.BayClear = true;
        Pass(10);
        status = Status();
        Assert.Equal((BayPresence.Empty, false, false), (status.Presence, status.ChargeKnown, status.PackSerialKnown));
    }

    [Fact]
    public void A_pass_with_a_charging_pack_and_no_event_allocates_nothing()
    {
        Arrive();
        _link.Discards = true;
        for (int i = 0; i < 40; i++)
        {
            ChargeFor50Ms();
            _node.Pass(_nowMs);
        }

        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(0, Allocated.ByEachRoundOf(ChargeFor50Ms, () => _node.Pass(_nowMs)));
        }

        Assert.Equal(ChargeStage.Charging, Bay.Pack.Session.Stage);
    }

    /// <summary>Its BMS says who it is, how much charge it has and how warm it is.</summary>
    private void Identify()
    {
        Array.ForEach(PackTalk.Of(1002, _nowMs), frame => _charger.Deliver(frame, _nowMs));
        Pass(25);
    }

    private void ChargeFor50Ms()
    {
        _nowMs += 50;
        _charger.Deliver(Frames.Parse(ChargeTraffic.Bcl, _nowMs), _nowMs);
        _charger.Deliver(Frames.Parse(ChargeTraffic.Ccs, _nowMs), _nowMs);
        if (_nowMs % 250 == 0)
        {
            _charger.Deliver(Frames.Parse(ChargeTraffic.Bsm, _nowMs), _nowMs);
            foreach (CanFrame frame in Frames.Transported(0x1100, _bcs, _nowMs))
            {
                _charger.Deliver(frame, _nowMs);
            }
        }
    }

    private void Arrive()
    {
        _inputs.PackPresent = true;
        _inputs.BayClear = false;
        Pass(3);
    }

    private void Pass(int count = 1)
    {
        for (int i = 0; i < count; i++)
        {
            _nowMs += 50;
            _node.Pass(_nowMs);
        }
    }

    private void Announce(int lane, int store)
    {
        CanFrame frame = new();
        Assert.True(new LanePhaseFrame
        {
            Source = 0x80, Life = ++_lanes[lane], Lane = lane, StoreBay = store, HoldsStore = store != 0,
        }.Write(frame));
        _link.Deliver(frame, _nowMs);
        Pass();
    }

    private BayGrantFrame Request(int version)
    {
        CanFrame frame = new();
        BayRequestFrame request = new()
        {
            Source = 0x80, Version = version, Lane = 1, Bay = 1, Operation = BayOperation.ReserveToStore,
            RequestId = 77,
        };
        Assert.True(request.Write(frame));
        _link.Deliver(frame, _nowMs);
        Pass();
        BayGrantFrame grant = new();
        while (_link.TakeSent(frame))
        {
            grant.Read(frame);
        }

        Assert.Equal((77, 1, 1), (grant.RequestId, grant.Lane, grant.Bay));
        return grant;
    }

    private BayStatusFrame Status()
    {
        CanFrame frame = new();
        BayStatusFrame status = new();
        while (_link.TakeSent(frame))
        {
            status.Read(frame);
        }

        return status;
    }

    private EventRecord Newest(EventKind kind)
    {
        Pass(2);
        EventRecord record = new();
        _node.Journal.FindLast(kind, record);
        Assert.Equal(kind, record.Kind);
        return record;
    }

    private List<EventKind> Kinds()
    {
        Pass(2);
        List<EventKind> kinds = [];
        byte[] payload = new byte[Journal.RecordRoom];
        EventRecord record = new();
        for (ulong sequence = 1; sequence <= _node.Journal.LastStored; sequence++)
        {
            int length = _node.Journal.Read(sequence, payload);
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, length, record));
            kinds.Add(record.Kind);
        }

        return kinds;
    }
}
