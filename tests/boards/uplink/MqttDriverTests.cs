using nanoFramework.M2Mqtt.StandIn;
using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Tests.Boards;

/// <summary>Each weakness of the device's client, against a broker that does exactly what the test says.</summary>
public sealed class MqttDriverTests
{
    private readonly List<ScriptedWire> _wires = [];

    private ScriptedWire Wire => _wires[^1];

    [Fact]
    public void Nothing_is_opened_before_the_firmware_asks()
    {
        DriverRig rig = Rig();
        Assert.Equal(UplinkLink.Down, rig.Driver.Link);
        rig.Until(() => rig.Driver.WatchedS > 0 || Environment.TickCount64 < 2000);

        Assert.Empty(_wires);
        rig.Driver.Connect();
        Assert.NotEqual(UplinkLink.Down, rig.Driver.Link);
        rig.Until(() => rig.Driver.Link == UplinkLink.Up);
        Assert.Equal(("linfen-station-1-lane-1", "swap/v1/linfen/station-1/lane-1/state", "lost", true, 30),
            Wire.Greeting);
    }

    [Fact]
    public void Each_connection_has_a_client_of_its_own_and_the_old_one_is_closed()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        ScriptedWire first = Wire;
        first.Ended = true;
        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
        rig.UntilUp();

        Assert.Equal(2, rig.Made.Count);
        Assert.NotSame(first, Wire);
        rig.Until(() => first.Disposed);
    }

    [Fact]
    public void An_acknowledgement_is_told_once_and_one_of_an_earlier_connection_never()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        int id = rig.Driver.Publish("t", [1, 2, 3], 2, retain: false);
        rig.Until(() => !Wire.Published.IsEmpty);
        Wire.Arrivals.Enqueue(new MqttArrival(MqttArrivalKind.PublishAck, (ushort)id));
        Assert.Equal(id, rig.UntilAcknowledged());
        Assert.Equal(0, rig.Driver.Acknowledged());

        int second = rig.Driver.Publish("t", [1], 1, retain: false);
        ScriptedWire old = Wire;
        rig.Until(() => old.Published.Count == 2);
        rig.Driver.Disconnect();
        Assert.Equal(UplinkLink.Down, rig.Driver.Link);
        old.Arrivals.Enqueue(new MqttArrival(MqttArrivalKind.PublishAck, (ushort)second));
        rig.Until(() => old.Disposed);
        rig.UntilUp();
        Assert.Equal(0, rig.Driver.Acknowledged());
    }

    [Fact]
    public void A_client_that_is_not_in_use_any_more_is_not_heard()
    {
        using ManualResetEvent late = new(false);
        DriverRig rig = Rig();
        rig.Prepare = client =>
        {
            client.MqttMsgPublished += (_, _) => late.WaitOne();
            client.MqttMsgPublishReceived += (_, _) => late.WaitOne();
        };
        rig.UntilUp();
        ScriptedWire old = Wire;
        int id = rig.Driver.Publish("t", [1], 1, retain: false);
        rig.Until(() => !old.Published.IsEmpty);
        old.Arrivals.Enqueue(new MqttArrival(MqttArrivalKind.PublishAck, (ushort)id));
        rig.Until(() => rig.Network.Handling == 1);
        rig.Driver.Disconnect();
        rig.Until(() => old.Disposed);
        rig.Prepare = _ => { };
        rig.UntilUp();
        late.Set();
        rig.Until(() => rig.Network.Handling == 0);

        Assert.Equal(0, rig.Driver.Acknowledged());
        Assert.Equal(UplinkLink.Up, rig.Driver.Link);
    }

    [Fact]
    public void Not_more_than_the_firmwares_window_is_given_to_the_client()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        int[] ids = [.. Enumerable.Range(0, 9).Select(_ => rig.Driver.Publish("t", [1], 1, retain: false))];

        Assert.Equal(Uplink.Window + 1, ids.Count(id => id > 0));
        Assert.Equal(0, ids[^1]);
        Wire.Arrivals.Enqueue(new MqttArrival(MqttArrivalKind.PublishAck, (ushort)ids[0]));
        rig.UntilAcknowledged();
        Assert.NotEqual(0, rig.Driver.Publish("t", [1], 1, retain: false));
    }

    [Fact]
    public void Subscriptions_and_received_messages_find_a_place_in_the_client_while_the_window_is_full()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        for (int i = 0; i <= Uplink.Window; i++)
        {
            Assert.NotEqual(0, rig.Driver.Publish("t", [1], 1, retain: false));
        }

        Assert.True(rig.Driver.Subscribe("t"));
        Assert.Single(Wire.Subscribed);
        Wire.Arrivals.Enqueue(Message([1]));
        UplinkMessage into = new(4);
        rig.Until(() => rig.Driver.Receive(into));
    }

    [Fact]
    public void A_message_that_the_client_gives_up_after_three_attempts_ends_the_connection()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        int id = rig.Driver.Publish("t", [1], 1, retain: false);
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            rig.Until(() => Wire.Published.Count == attempt);
            Assert.Equal(UplinkLink.Up, rig.Driver.Link);
            rig.Advance(1000);
        }

        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
        Assert.Equal([((ushort)id, false), ((ushort)id, true), ((ushort)id, true)], Wire.Published);
        Assert.Equal(0, rig.Driver.Acknowledged());
        Assert.Equal(0, rig.Driver.Publish("t", [1], 1, retain: false));
    }

    [Fact]
    public void A_refused_subscription_ends_the_connection()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        Assert.True(rig.Driver.Subscribe("t"));
        Wire.Arrivals.Enqueue(new MqttArrival(MqttArrivalKind.SubscribeAck, Wire.Subscribed.First(), Code: 128));
        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
    }

    [Fact]
    public void A_subscription_without_an_answer_is_noticed_although_the_client_says_nothing()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        rig.Driver.Session.Ask(long.MinValue / 2);
        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
    }

    [Fact]
    public void A_subscription_is_late_after_ten_seconds()
    {
        MqttSession session = new(1);
        session.Ask(1);
        Assert.False(session.IsLate(10_001));
        Assert.True(session.IsLate(10_002));
    }

    [Fact]
    public void An_answered_subscription_is_not_late()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        rig.Driver.Subscribe("t");
        Assert.True(rig.Driver.Session.IsLate(long.MaxValue));
        Wire.Arrivals.Enqueue(new MqttArrival(MqttArrivalKind.SubscribeAck, Wire.Subscribed.First(), Code: 1));
        rig.Until(() => !rig.Driver.Session.IsLate(long.MaxValue));
        Assert.Equal(UplinkLink.Up, rig.Driver.Link);
    }

    [Fact]
    public void A_handler_that_throws_costs_the_connection_and_not_the_node()
    {
        DriverRig rig = Rig();
        rig.Prepare = client => client.MqttMsgPublishReceived += (_, _) => throw new InvalidOperationException();
        rig.UntilUp();
        Wire.Arrivals.Enqueue(Message([1]));
        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
        Assert.Equal(1, rig.Network.ThrowingHandlers);
        rig.Prepare = _ => { };
        rig.UntilUp();
    }

    [Fact]
    public void Messages_wait_for_the_pass_up_to_a_limit_and_what_is_beyond_is_counted()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        for (byte i = 0; i < 10; i++)
        {
            Wire.Arrivals.Enqueue(Message([i]));
        }

        rig.Until(() => rig.Driver.Session.Overflows == 2);
        UplinkMessage into = new(4);
        for (byte i = 0; i < 8; i++)
        {
            Assert.True(rig.Driver.Receive(into));
            Assert.Equal(("t", 1, i, true), (into.Topic, into.Length, into.Payload[0], into.Retained));
        }

        Assert.False(rig.Driver.Receive(into));
    }

    [Fact]
    public void A_message_longer_than_the_node_has_room_for_comes_with_its_length_and_without_its_bytes()
    {
        DriverRig rig = Rig();
        rig.UntilUp();
        Wire.Arrivals.Enqueue(Message(new byte[5]));
        Wire.Arrivals.Enqueue(Message([7, 8, 9, 10]));
        UplinkMessage into = new(4);
        rig.Until(() => rig.Driver.Receive(into));
        Assert.Equal(("t", 5), (into.Topic, into.Length));
        rig.Until(() => rig.Driver.Receive(into));
        Assert.Equal([7, 8, 9, 10], into.Payload);
    }

    [Fact]
    public void A_name_that_cannot_be_resolved_is_a_connection_that_did_not_come_about()
    {
        DriverRig rig = Rig();
        rig.Host = "no broker of this name.invalid";
        rig.Driver.Connect();
        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
        rig.Host = "127.0.0.1";
        rig.UntilUp();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void A_broker_that_refuses_is_a_connection_that_did_not_come_about(int code)
    {
        DriverRig rig = Rig(code);
        rig.Driver.Connect();
        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
        rig.Until(() => Wire.Disposed);
    }

    [Fact]
    public void A_broker_that_accepts_and_stays_silent_can_be_given_up_and_tried_again()
    {
        DriverRig rig = Rig(null);
        rig.Driver.Connect();
        rig.Until(() => _wires.Count == 1);
        rig.Driver.Disconnect();
        Assert.Equal(UplinkLink.Down, rig.Driver.Link);
        rig.Driver.Connect();
        Assert.Equal(UplinkLink.Connecting, rig.Driver.Link);

        // The thread still hangs in the first attempt, until the client itself gives up.
        Assert.Single(_wires);
        rig.Advance(30_000);
        rig.Until(() => _wires.Count == 2);
        Assert.Equal(UplinkLink.Connecting, rig.Driver.Link);
        rig.Advance(30_000);
        rig.Until(() => rig.Driver.Link == UplinkLink.Down);
    }

    [Fact]
    public void A_handshake_holds_the_whole_node_and_nothing_but_a_connect_of_the_firmware_begins_one()
    {
        using ManualResetEvent ends = new(false);
        DriverRig rig = Rig();
        rig.Network.HandshakeEnds = ends;
        Assert.True(Monitor.TryEnter(rig.Network.Interpreter));
        Monitor.Exit(rig.Network.Interpreter);

        rig.Driver.Connect();
        rig.Until(() => !CanRun(rig));
        Assert.Equal(UplinkLink.Connecting, rig.Driver.Link);
        Assert.False(CanRun(rig));
        ends.Set();
        rig.Until(() => rig.Driver.Link == UplinkLink.Up);
        Assert.True(CanRun(rig));
    }

    [Fact]
    public void A_handshake_of_two_seconds_ends_by_itself()
    {
        using ManualResetEvent never = new(false);
        DriverRig rig = Rig();
        rig.Network.HandshakeEnds = never;
        rig.Network.HandshakeMs = 50;
        rig.UntilUp();
    }

    private static bool CanRun(DriverRig rig)
    {
        bool can = Monitor.TryEnter(rig.Network.Interpreter);
        if (can)
        {
            Monitor.Exit(rig.Network.Interpreter);
        }

        return can;
    }

    private static MqttArrival Message(byte[] payload) =>
        new(MqttArrivalKind.Publish, 1, Topic: "t", Message: payload, Retain: true);

    private DriverRig Rig(int? answer = 0) => new(() =>
    {
        ScriptedWire wire = new() { Answer = answer };
        _wires.Add(wire);
        return wire;
    });
}
