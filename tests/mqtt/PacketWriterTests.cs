using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Bytes laid out by hand from the tables of MQTT 3.1.1, chapter 3.</summary>
public class PacketWriterTests
{
    [Fact]
    public void Connect_with_everything()
    {
        MqttConnect connect = new("lane")
        {
            CleanSession = false,
            KeepAliveS = 60,
            Will = new MqttMessage("s", "lost"u8.ToArray(), Qos: 1, Retain: true),
            UserName = "u",
            Password = new byte[] { 1, 2 },
        };
        Expect("10 20 0004 4D515454 04 EC 003C 0004 6C616E65 0001 73 0004 6C6F7374 0001 75 0002 0102",
            writer => writer.Connect(connect));
    }

    [Fact]
    public void Connect_with_nothing_but_a_name() =>
        Expect("10 0E 0004 4D515454 04 02 0000 0002 6E31", writer => writer.Connect(new MqttConnect("n1")));

    [Fact]
    public void Connect_acknowledgement()
    {
        Expect("20 02 01 00", writer => writer.ConnectAck(sessionPresent: true, 0));
        Expect("20 02 00 05", writer => writer.ConnectAck(sessionPresent: false, 5));
    }

    [Fact]
    public void Publish_with_qos_0_has_no_packet_id() =>
        Expect("30 05 0001 61 4869", writer => writer.Publish(new MqttMessage("a", "Hi"u8.ToArray(), Qos: 0)));

    [Fact]
    public void Publish_with_qos_1_retained_and_sent_again() =>
        Expect("3B 07 0001 61 1234 4869", writer => writer.Publish(
            new MqttMessage("a", "Hi"u8.ToArray(), Qos: 1, Retain: true) { PacketId = 0x1234, Duplicate = true }));

    [Theory]
    [InlineData(124, "7F")]
    [InlineData(125, "8001")]
    [InlineData(16380, "FF7F")]
    [InlineData(16381, "808001")]
    [InlineData(2097149, "80808001")]
    public void Lengths_take_as_many_bytes_as_the_specification_says(int payload, string length)
    {
        PacketWriter writer = new();
        writer.Publish(new MqttMessage("a", new byte[payload], Qos: 0));
        byte[] expected = Convert.FromHexString("30" + length + "000161");
        Assert.Equal(expected, writer.Pending[..expected.Length].ToArray());
        Assert.Equal(expected.Length + payload, writer.Count);
    }

    [Fact]
    public void Acknowledgements() => Expect("40 02 0102  B0 02 0304", writer =>
    {
        writer.PublishAck(0x0102);
        writer.UnsubscribeAck(0x0304);
    });

    [Fact]
    public void Subscribe_and_its_answer() => Expect("82 0C 000A 0001 61 01 0003 2B2F62 00  90 04 000A 01 80", writer =>
    {
        writer.Subscribe(10, ["a", "+/b"], [1, 0]);
        writer.SubscribeAck(10, [1, 128]);
    });

    [Fact]
    public void Unsubscribe() => Expect("A2 05 0007 0001 23", writer => writer.Unsubscribe(7, ["#"]));

    [Fact]
    public void Pings_and_goodbye() => Expect("C0 00 D0 00 E0 00", writer =>
    {
        writer.PingRequest();
        writer.PingResponse();
        writer.Disconnect();
    });

    private static void Expect(string hex, Action<PacketWriter> write)
    {
        PacketWriter writer = new();
        write(writer);
        Assert.Equal(hex.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(writer.Pending));
    }
}
