using System.Diagnostics;
using System.Net;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;

namespace SwapEdge.Tests.Mqtt;

/// <summary>
/// A bay node at mosquitto, with a stranger who writes to its command topic, and the city. Real time.
/// </summary>
public sealed class ForeignCommandTests : IBayIo
{
    private const string Path = "linfen/s1/bays-1";

    private static readonly DateTimeOffset Start = new(2026, 6, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly long _began = Stopwatch.GetTimestamp();

    private long NowMs => (long)Stopwatch.GetElapsedTime(_began).TotalMilliseconds;

    private long UtcMs => Start.ToUnixTimeMilliseconds() + NowMs;

    [Fact]
    public void What_a_stranger_writes_to_the_command_topic_is_refused_and_the_citys_command_is_obeyed()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        byte[] key = NodeKeys.Derive(1, Path);
        NodeKeys keys = new();
        keys.Add(Path, key);
        MqttConnect greeting = new("city") { CleanSession = false };
        MqttClient client = new(new MqttClientOptions(greeting), () => TcpConnection.Connect(address));
        using ReferenceCity city = new(client, new CityStore(":memory:"), keys);
        using StationNode node = Node(address, key);
        void Live()
        {
            node.Client.Pump(NowMs);
            node.Pass(NowMs);
            city.Client.Pump(NowMs);
            city.Serve(NowMs, UtcMs);
        }

        Deadline.WaitFor(() => city.Store.State(Path) == "online", Live);
        RefusedCommands refused = node.Node.Uplink.Commands.Refused;
        byte[] forged = new CityCommand(CommandOperation.TakeOutOfService).Sign(Path, 1, 1, UtcMs, new byte[32]);
        byte[][] strange = ["no command"u8.ToArray(), [0xFF, 0x00, 0x80], forged];
        foreach (byte[] garbage in strange)
        {
            uint before = refused.Count;
            Publish(address, garbage);
            Deadline.WaitFor(() => refused.Count == before + 1, Live);
        }

        // Longer than the node has room for: its driver tells only that.
        Publish(address, new byte[5000]);
        Deadline.WaitFor(() => refused.Count == 4, Live);
        Assert.False(node.Node.Latch.IsSet);
        Assert.NotEqual(0ul, city.Send(Path, new CityCommand(CommandOperation.TakeOutOfService), UtcMs));
        Deadline.WaitFor(() => city.Store.Commands(Path)[0].State == ResultState.Done, Live);
        Assert.True(node.Node.Latch.IsSetBy(Issuer.City));
        Assert.Equal(4u, refused.Count);
    }

    void IBayIo.Read(int index, BayInputs into)
    {
        into.BayClear = true;
        into.ContactorOpen = true;
        into.SmokeLoopClosed = true;
    }

    void IBayIo.Write(int index, bool chargePermitted) => Assert.False(chargePermitted);

    private StationNode Node(IPEndPoint address, byte[] key) => new(
        new NodeSettings
        {
            City = "linfen", Station = "s1", Node = "bays-1", LinkAddress = 0x91, Bays = [1], Interfaces = [1],
        },
        new BayPorts { Bays = this, Link = new QueueBus { Discards = true }, ChargerBuses = [new QueueBus()] },
        () => TcpConnection.Connect(address),
        key,
        new Prng(1),
        new StationOptions { Begins = Start });

    private static void Publish(IPEndPoint address, byte[] payload)
    {
        string file = System.IO.Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, payload);
            using Mosquitto publisher = Mosquitto.Client(
                "mosquitto_pub", address.Port, "-q", "1", "-t", CityTopic.Of(Path, "command"), "-f", file);
            Deadline.WaitFor(() => publisher.HasExited, () => { });
            Assert.True(publisher.ExitCode == 0, publisher.Errors);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
