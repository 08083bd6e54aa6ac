using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Packets that nobody meant, with a fixed seed: nothing throws, and nobody else is disturbed.</summary>
public class PacketFuzzTests
{
    private const int MaxPacket = 1000;

    private static readonly byte[][] Sound = Packets.Sound();

    [Fact]
    public void A_packet_is_read_only_when_its_last_byte_is_there()
    {
        foreach (byte[] packet in Sound)
        {
            for (int length = 0; length < packet.Length; length++)
            {
                PacketReader reader = new(MaxPacket);
                List<MqttPacket> read = [];
                Assert.True(Packets.Read(reader, packet.AsSpan(0, length), MaxPacket, read));
                Assert.Empty(read);
                Assert.True(Packets.Read(reader, packet.AsSpan(length), MaxPacket, read));
                Assert.Equal(packet, Packets.Rewrite(read));
            }
        }
    }

    [Fact]
    public void Whatever_comes_is_refused_or_read_as_something_that_reads_the_same_when_it_is_written_again()
    {
        Random random = new(20267);
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < 60_000; i++)
        {
            byte[] bytes = Mutant(random);
            List<MqttPacket> read = [];
            PacketReader reader = new(MaxPacket);
            refused += Packets.Read(reader, bytes, random.Next(1, 64), read) ? 0 : 1;
            Assert.InRange(reader.Buffered, 0, bytes.Length);
            accepted += read.Count;
            byte[] once = Packets.Rewrite(read.Where(packet => packet.Connect is not { Level: not 4 }));
            List<MqttPacket> again = [];
            Assert.True(Packets.Read(new PacketReader(MaxPacket), once, MaxPacket, again));
            Assert.Equal(once, Packets.Rewrite(again));
        }

        Assert.InRange(accepted, 20_000, 600_000);
        Assert.InRange(refused, 20_000, 59_999);
    }

    [Fact]
    public void A_broker_outlives_every_mutant_and_goes_on_serving_others()
    {
        Random random = new(20268);
        using MemoryListener network = new();
        using Broker broker = new(network);
        MqttClient sound = new(new MqttClientOptions(new MqttConnect("sound")), network.Connect);
        sound.Connect();
        Turn(() => sound.Link == MqttLink.Up, broker, sound);
        byte[] connect = [.. Sound[0]];
        for (int i = 0; i < 3_000; i++)
        {
            using IConnection rude = network.Connect();
            byte[] bytes = i % 2 == 0 ? Mutant(random) : [.. connect, .. Mutant(random)];
            Assert.InRange(rude.Write(bytes), 1, bytes.Length);
            broker.Pump(i);
        }

        sound.Subscribe("own");
        sound.Publish("own", [1]);
        Turn(() => sound.Inbox == 1 && broker.ConnectionCount == 1, broker, sound);
        Assert.InRange(broker.Counts.Refused, 1_500, 3_000);
        Assert.InRange(broker.SessionCount, 1, 3_000);
        sound.Dispose();
    }

    [Fact]
    public void A_client_outlives_every_mutant_and_connects_again()
    {
        Random random = new(20269);
        using MemoryListener network = new();
        using MqttClient client = new(new MqttClientOptions(new MqttConnect("n")), network.Connect);
        for (int i = 0; i < 3_000; i++)
        {
            client.Connect();
            client.Pump(i);
            using IConnection broker = network.Accept()!;
            byte[] bytes = i % 2 == 0 ? Mutant(random) : [0x20, 2, 0, 0, .. Mutant(random)];
            Assert.InRange(broker.Write(bytes), 1, bytes.Length);
            client.Pump(i);
            client.Publish("a", [1]);
            client.Pump(i);
            while (client.Receive() is { } message)
            {
                client.Confirm(message);
            }
        }

        Assert.InRange(client.Connections, 1_000, 3_000);
    }

    private static void Turn(Func<bool> condition, Broker broker, MqttClient client) =>
        Deadline.WaitFor(condition, () =>
        {
            client.Pump(0);
            broker.Pump(0);
        });

    /// <summary>A few packets, then bytes changed, put in, taken out, doubled, or lengths that lie.</summary>
    private static byte[] Mutant(Random random)
    {
        List<byte> bytes = [];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            bytes.AddRange(Sound[random.Next(Sound.Length)]);
        }

        for (int changes = random.Next(1, 5); changes > 0 && bytes.Count > 2; changes--)
        {
            int at = random.Next(bytes.Count);
            int length = random.Next(1, Math.Min(8, bytes.Count - at + 1));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(length, bytes.Count - 1));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length, bytes.Count - at)));
                    break;
                case 4:
                    bytes[1] = (byte)random.Next(256);
                    break;
                default:
                    bytes[at] = random.Next(3) switch { 0 => 0, 1 => 0xFF, _ => 0x80 };
                    break;
            }
        }

        return [.. bytes];
    }
}
