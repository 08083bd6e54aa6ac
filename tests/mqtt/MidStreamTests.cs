using System.Net;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>What breaks while events flow from the firmware to the city over mosquitto.</summary>
public sealed class MidStreamTests
{
    private const int Events = 200;

    [Fact]
    public void A_broker_that_is_killed_and_forgets_everything_loses_no_event_of_a_node()
    {
        Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        try
        {
            using StreamRig rig = new(() => TcpConnection.Connect(address), address);
            rig.UntilUp();
            rig.Add(Events);
            foreach (ulong through in (ulong[])[40, 110])
            {
                rig.UntilStored(through);
                mosquitto.Dispose();
                rig.Until(() => rig.Node.Link == MqttLink.Down);
                mosquitto = Mosquitto.Broker(address);
            }

            rig.UntilStored(Events);
            rig.AssertStored(Events);
            Assert.InRange(rig.Node.Connections, 2, 3);
        }
        finally
        {
            mosquitto.Dispose();
        }
    }

    [Fact]
    public void A_broker_that_is_stopped_and_keeps_its_sessions_changes_nothing_in_the_order()
    {
        using TemporaryFolder folder = new();
        string[] keeps = ["allow_anonymous true", "persistence true", $"persistence_location {folder.PathOf("")}"];
        Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address, folder, keeps);
        try
        {
            using StreamRig rig = new(() => TcpConnection.Connect(address), address);
            rig.UntilUp();
            rig.Add(Events);
            rig.UntilStored(100);
            mosquitto.Stop();
            rig.Until(() => rig.Node.Link == MqttLink.Down);
            mosquitto = Mosquitto.Again(folder);
            rig.UntilStored(Events);
            rig.AssertStored(Events);
            Assert.Equal(rig.Heard.Order(), rig.Heard);
        }
        finally
        {
            mosquitto.Dispose();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_slow_line_that_breaks_in_the_middle_of_packets_loses_and_doubles_nothing_and_keeps_the_order(int seed)
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        using BadLine line = new(address) { DelayMs = 200 };
        using StreamRig rig = new(line.Connect, address) { Beside = line.Pump };
        rig.UntilUp();
        rig.Add(Events);
        Random random = new(seed);
        while (line.Breaks < 6)
        {
            int before = line.Breaks;
            line.BreaksAfter = random.Next(30, 3_000);
            rig.Until(() => line.Breaks > before || rig.Journal.AcknowledgedThrough == Events);
            Assert.NotEqual((ulong)Events, rig.Journal.AcknowledgedThrough);
        }

        line.BreaksAfter = long.MaxValue;
        line.DelayMs = 0;
        rig.UntilStored(Events);
        rig.AssertStored(Events);
        rig.Until(() => rig.Heard.Count == Events);
        Assert.Equal(rig.Heard.Order(), rig.Heard);
    }

    [Fact]
    public void A_line_that_swallows_everything_is_left_for_a_new_connection()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        using BadLine line = new(address);
        using StreamRig rig = new(line.Connect, address) { Beside = line.Pump };
        rig.UntilUp();
        rig.Add(Events);
        rig.UntilStored(20);
        line.Swallows = true;
        rig.Until(() => rig.Node.Link == MqttLink.Down);
        line.Swallows = false;
        rig.UntilStored(Events);
        rig.AssertStored(Events);
        Assert.Equal(rig.Heard.Order(), rig.Heard);
    }

    [Fact]
    public void Garbage_from_others_on_the_topics_to_a_node_is_counted_and_changes_nothing()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        using TemporaryFolder folder = new();
        using StreamRig rig = new(() => TcpConnection.Connect(address), address);
        rig.UntilUp();
        Random random = new(7);
        string[] leaves = ["ack", "command"];
        for (int i = 0; i < 24; i++)
        {
            byte[] garbage = new byte[i < 20 ? random.Next(1, 240) : random.Next(300, 100_000)];
            random.NextBytes(garbage);
            File.WriteAllBytes(folder.PathOf("garbage"), garbage);
            string[] retained = i % 5 == 0 ? ["-r"] : [];
            using Mosquitto publisher = Mosquitto.Client(
                "mosquitto_pub", address.Port, ["-t", CityTopic.Of(StreamRig.Path, leaves[i % 2]),
                "-f", folder.PathOf("garbage"), "-q", i % 3 == 0 ? "0" : "1", .. retained]);
            rig.Until(() => publisher.HasExited);
            rig.Add(2);
        }

        rig.UntilStored(48);
        rig.AssertStored(48);
        Assert.Equal(1, rig.Node.Connections);
        Assert.InRange(rig.Uplink.RefusedAcks, 10u, 12u);
        Assert.Equal(0u, rig.Uplink.EarlyAcks);
    }
}
