using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

public class PacketReaderTests
{
    private const int MaxPacket = 1000;

    [Fact]
    public void Every_packet_that_is_written_is_read_again_whatever_the_pieces()
    {
        byte[] bytes = [.. Packets.Sound().SelectMany(packet => packet)];
        for (int piece = 1; piece < bytes.Length; piece += 7)
        {
            PacketReader reader = new(MaxPacket);
            List<MqttPacket> read = [];
            Assert.True(Packets.Read(reader, bytes, piece, read));
            Assert.Equal(bytes, Packets.Rewrite(read));
            Assert.Equal(0, reader.Buffered);
        }
    }

    [Theory]
    [InlineData("00 00", "packet type 0")]
    [InlineData("F0 00", "packet type 15")]
    [InlineData("41 02 0001", "packet type 4 with flags 1")]
    [InlineData("80 06 0001 0001 61 00", "packet type 8 with flags 0")]
    [InlineData("30 FFFFFFFF 7F", "a length of more than four bytes")]
    [InlineData("30 E907", "a packet of 1001 bytes, 1000 are allowed")]
    [InlineData("36 05 0001 61 0001", "PUBLISH flags 6h")]
    [InlineData("38 03 0001 61", "PUBLISH flags 8h")]
    [InlineData("32 05 0001 61 0000", "PUBLISH with packet id 0")]
    [InlineData("30 03 0001 23", "PUBLISH to \"#\"")]
    [InlineData("30 02 0000", "PUBLISH to \"\"")]
    [InlineData("30 02 0005", "Publish ends too early")]
    [InlineData("30 03 0001 00", "Publish ends too early or holds text that is no UTF-8")]
    [InlineData("30 05 0003 EDA080", "Publish ends too early or holds text that is no UTF-8")]
    [InlineData("82 02 0001", "Subscribe with packet id 1 and 0 filters")]
    [InlineData("82 06 0000 0001 61 00", "Subscribe with packet id 0")]
    [InlineData("82 06 0001 0001 61 03", "SUBSCRIBE for a QoS above 2")]
    [InlineData("82 07 0001 0002 6123 00", "Subscribe of \"a#\"")]
    [InlineData("A2 07 0001 0003 2B6162", "Unsubscribe of \"+ab\"")]
    [InlineData("40 03 000100", "PublishAck is too long")]
    [InlineData("40 01 00", "PublishAck ends too early")]
    [InlineData("C0 01 00", "PingRequest is too long")]
    [InlineData("20 02 0200", "CONNACK flags 02h")]
    [InlineData("10 0E 0004 4D515458 04 02 0000 0002 6E31", "another protocol")]
    [InlineData("10 0E 0004 4D515454 04 03 0000 0002 6E31", "CONNECT flags 03h")]
    [InlineData("10 0E 0004 4D515454 04 42 0000 0002 6E31", "CONNECT flags 42h")]
    [InlineData("10 0E 0004 4D515454 04 22 0000 0002 6E31", "CONNECT flags 22h")]
    [InlineData("10 0E 0004 4D515454 04 1E 0000 0002 6E31", "CONNECT flags 1Eh")]
    [InlineData("10 0E 0004 4D515454 04 06 0000 0002 6E31", "Connect ends too early")]
    public void What_the_specification_forbids_is_refused_with_its_reason(string hex, string reason)
    {
        PacketReader reader = new(MaxPacket);
        Fill(reader, Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(PacketReadResult.Refused, reader.Read(out MqttPacket? packet));
        Assert.Null(packet);
        Assert.Contains(reason, reader.Refusal, StringComparison.Ordinal);
        Assert.Equal(PacketReadResult.Refused, reader.Read(out _));
    }

    [Fact]
    public void Connect_of_another_version_is_read_as_far_as_its_version()
    {
        PacketReader reader = new(MaxPacket);
        Fill(reader, Convert.FromHexString("100F" + "00044D515454" + "05" + "02" + "0000" + "00" + "00026E31"));
        Assert.Equal(PacketReadResult.Packet, reader.Read(out MqttPacket? packet));
        Assert.Equal(5, packet!.Connect!.Level);
    }

    [Fact]
    public void Noise_never_throws()
    {
        Random random = new(20265);
        byte[] bytes = new byte[60];
        int refused = 0;
        for (int i = 0; i < 50_000; i++)
        {
            random.NextBytes(bytes);
            refused += Packets.Read(new PacketReader(MaxPacket), bytes, bytes.Length, []) ? 0 : 1;
        }

        Assert.InRange(refused, 25_000, 49_999);
    }

    private static void Fill(PacketReader reader, byte[] bytes)
    {
        bytes.CopyTo(reader.Room());
        reader.Filled(bytes.Length);
    }
}
