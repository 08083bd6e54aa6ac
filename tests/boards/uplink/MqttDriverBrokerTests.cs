using System.Net;
using System.Text;
using SwapEdge.Firmware;
using SwapEdge.Simulator;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Boards;

/// <summary>The device's uplink driver over real connections: to the embedded broker, and to mosquitto.</summary>
public sealed class MqttDriverBrokerTests
{
    private const string State = "swap/v1/linfen/station-1/lane-1/state";

    [Fact]
    public void It_publishes_and_receives_over_the_embedded_broker()
    {
        using Broker broker = new();
        IPEndPoint address = new(IPAddress.Loopback, broker.Port);
        TalkWithACity(address, () => broker.Pump(Environment.TickCount64));
    }

    [Fact]
    public void It_publishes_and_receives_over_mosquitto()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        TalkWithACity(address, () => { });
    }

    [Fact]
    public void A_node_whose_broker_is_killed_connects_again_and_loses_no_event()
    {
        Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        try
        {
            DriverRig driver = new(address);
            using StreamRig rig = Stream(driver, () => TcpConnection.Connect(address));
            rig.UntilUp();
            rig.Add(100);
            rig.UntilStored(30);
            mosquitto.Dispose();
            rig.Until(() => driver.Driver.Link == UplinkLink.Down);
            mosquitto = Mosquitto.Broker(address);
            rig.UntilStored(100);
            rig.AssertStored(100);
            Assert.InRange(driver.Made.Count, 2, int.MaxValue);
        }
        finally
        {
            mosquitto.Dispose();
        }
    }

    [Fact]
    public void A_line_that_swallows_what_it_is_given_is_noticed_within_the_clients_attempts_and_nothing_is_lost()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        using BadLine line = new(address);
        DriverRig driver = new(() => new M2MqttWire(line.Connect()));
        using StreamRig rig = Stream(driver, () => TcpConnection.Connect(address), line);
        rig.UntilUp();
        rig.Add(60);
        rig.UntilStored(20);
        line.Swallows = true;
        rig.Add(1);
        long beganMs = rig.NowMs;
        rig.Until(() => driver.Driver.Link == UplinkLink.Down);
        Assert.InRange(rig.NowMs - beganMs, 0, 15_000);
        line.Swallows = false;
        rig.UntilStored(61);
        rig.AssertStored(61);
    }

    /// <summary>Both live on the rig's time.</summary>
    private static StreamRig Stream(DriverRig driver, Func<IConnection> city, BadLine? line = null)
    {
        StreamRig rig = new(driver.Driver, city);
        rig.Beside = nowMs =>
        {
            driver.Advance(nowMs - driver.NowMs);
            line?.Pump(nowMs);
        };
        return rig;
    }

    private static void TalkWithACity(IPEndPoint address, Action pump)
    {
        using MqttClient city = new(
            new MqttClientOptions(new MqttConnect("city")), () => TcpConnection.Connect(address));
        DriverRig rig = new(address)
        {
            Beside = () =>
            {
                pump();
                city.Pump(Environment.TickCount64);
            },
        };
        city.Connect();
        rig.Until(() => city.Link == MqttLink.Up);
        city.Subscribe(State);
        rig.Until(() => city.Idle);
        rig.UntilUp();

        int id = rig.Driver.Publish(State, Encoding.ASCII.GetBytes("online!"), 6, retain: true);
        Assert.Equal(id, rig.UntilAcknowledged());
        Assert.Equal("online", Heard(rig, city));

        Assert.True(rig.Driver.Subscribe("ack"));
        rig.Until(() => !rig.Driver.Session.IsLate(long.MaxValue));
        city.Publish("ack", [4, 5]);
        UplinkMessage into = new(8);
        rig.Until(() => rig.Driver.Receive(into));
        Assert.Equal(("ack", 2, 4, false), (into.Topic, into.Length, into.Payload[0], into.Retained));

        // Without a goodbye: the broker tells the will.
        rig.Driver.Disconnect();
        Assert.Equal("lost", Heard(rig, city));
    }

    private static string Heard(DriverRig rig, MqttClient city)
    {
        MqttMessage? message = null;
        rig.Until(() => (message = city.Receive()) != null);
        city.Confirm(message!);
        return Encoding.ASCII.GetString(message!.Payload.Span);
    }
}
