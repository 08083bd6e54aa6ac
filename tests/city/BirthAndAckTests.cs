using System.Security.Cryptography;
using Google.Protobuf;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.City;

public class BirthAndAckTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void Birth_is_read_by_the_city_and_comes_back_the_same()
    {
        BirthRecord record = new()
        {
            Journal = Events.Journal,
            Boot = 3,
            UtcMs = 1_700_000_000_000,
            TimeQuality = TimeQuality.Held,
            UptimeMs = 12,
            NodeKind = NodeKind.Bays,
            Firmware = "0.1.0+5f4966c",
            Board = "esp32-wrover",
            SettingsCrc = 0xDEADBEEF,
            BayCount = 2,
            FirstSequence = 1,
            LastSequence = 300,
            EventThrough = 299,
        };
        record.Bays[0] = 3;
        record.Bays[1] = 300;
        byte[] buffer = new byte[200];
        int length = BirthCodec.Encode(record, buffer, 0);
        Contract.Birth birth = Contract.Birth.Parser.ParseFrom(buffer, 0, length);
        Assert.Equal(Events.Journal, birth.Journal);
        Assert.Equal(1_700_000_000_000, birth.UtcMs);
        Assert.Equal(Contract.NodeKind.Bays, birth.NodeKind);
        Assert.Equal("0.1.0+5f4966c", birth.Firmware);
        Assert.Equal("esp32-wrover", birth.Board);
        Assert.Equal(0xDEADBEEF, birth.SettingsCrc);
        Assert.Equal([3u, 300u], birth.Bays);
        Assert.Equal((1ul, 300ul, 299ul), (birth.FirstSequence, birth.LastSequence, birth.EventThrough));

        BirthRecord read = new();
        byte[] written = birth.ToByteArray();
        byte[] again = new byte[200];
        Assert.Equal(DecodeResult.Ok, BirthReader.Decode(written, 0, written.Length, read));
        Assert.Equal(length, BirthCodec.Encode(read, again, 0));
        Assert.Equal(buffer, again);
    }

    [Fact]
    public void Bays_written_one_by_one_are_read_as_well()
    {
        BirthRecord read = new();
        Assert.Equal(DecodeResult.Ok, BirthReader.Decode([0x50, 1, 0x50, 2], 0, 4, read));
        Assert.Equal((2, 1, 2), (read.BayCount, read.Bays[0], read.Bays[1]));
    }

    [Fact]
    public void More_bays_or_longer_names_than_there_is_room_for_are_refused()
    {
        BirthRecord read = new();
        byte[] bays = new Contract.Birth { Bays = { 1, 2, 3, 4, 5, 6, 7, 8, 9 } }.ToByteArray();
        byte[] name = new Contract.Birth { Board = new string('b', 65) }.ToByteArray();
        Assert.Equal(DecodeResult.Long, BirthReader.Decode(bays, 0, bays.Length, read));
        Assert.Equal(DecodeResult.Long, BirthReader.Decode(name, 0, name.Length, read));
    }

    [Fact]
    public void Acknowledgement_has_the_bytes_of_the_contract()
    {
        byte[] bytes = Events.Acknowledgement(Key);
        byte[] body = Convert.FromHexString("0801" + "118877665544332211" + "182A" + "2007" + "28E807");
        Assert.Equal(Convert.FromHexString("0A9200"), bytes[..3]);
        Assert.Equal(body, bytes[3..21]);
        Assert.Equal(Convert.FromHexString("1220"), bytes[21..23]);
        Assert.Equal(HMACSHA256.HashData(Key, body), bytes[23..]);

        Contract.Signed signed = Contract.Signed.Parser.ParseFrom(bytes);
        Contract.AckBody ack = Contract.AckBody.Parser.ParseFrom(signed.Body);
        Assert.Equal(Contract.SignedKind.Ack, ack.Kind);
        Assert.Equal((42ul, 7ul, 1000L), (ack.EventThrough, ack.TelemetryThrough, ack.UtcMs));
        Assert.Equal(32, signed.Mac.Length);
    }

    [Fact]
    public void Acknowledgement_from_foreign_tools_is_read_and_its_mac_is_found()
    {
        ByteString body = new Contract.AckBody
        {
            Kind = Contract.SignedKind.Ack, Journal = 9, EventThrough = 42, UtcMs = 5,
        }.ToByteString();
        byte[] mac = HMACSHA256.HashData(Key, body.Span);
        byte[] bytes = new Contract.Signed { Body = body, Mac = ByteString.CopyFrom(mac) }.ToByteArray();
        AckRecord ack = new();
        Assert.Equal(DecodeResult.Ok, AckCodec.Decode(bytes, 0, bytes.Length, ack));
        Assert.Equal((9ul, 42ul, 0ul, 5L), (ack.Journal, ack.EventThrough, ack.TelemetryThrough, ack.CityUtcMs));
        Assert.Equal(body.ToByteArray(), bytes[ack.BodyOffset..(ack.BodyOffset + ack.BodyLength)]);
        Assert.Equal(mac, bytes[ack.MacOffset..(ack.MacOffset + SignedRecord.MacLength)]);
    }

    [Fact]
    public void A_changed_bit_or_another_key_never_gives_a_true_mac()
    {
        byte[] bytes = Events.Acknowledgement(Key);
        Assert.True(IsAuthentic(bytes, Key));
        Assert.False(IsAuthentic(bytes, RandomNumberGenerator.GetBytes(32)));
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] changed = (byte[])bytes.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(IsAuthentic(changed, Key), $"bit {bit}");
        }
    }

    [Fact]
    public void A_body_for_another_purpose_or_a_mac_of_another_length_is_refused()
    {
        AckRecord ack = new();
        byte[] other = new Contract.Signed
        {
            Body = ByteString.CopyFrom(0x08, 0x02), Mac = ByteString.CopyFrom(new byte[32]),
        }.ToByteArray();
        byte[] shortMac = new Contract.Signed
        {
            Body = ByteString.CopyFrom(0x08, 0x01), Mac = ByteString.CopyFrom(new byte[16]),
        }.ToByteArray();
        Assert.Equal(DecodeResult.UnknownId, AckCodec.Decode(other, 0, other.Length, ack));
        Assert.Equal(DecodeResult.Malformed, AckCodec.Decode(shortMac, 0, shortMac.Length, ack));
        Assert.Equal(DecodeResult.Malformed, AckCodec.Decode([], 0, 0, ack));
    }

    private static bool IsAuthentic(byte[] bytes, byte[] key)
    {
        AckRecord ack = new();
        return AckCodec.Decode(bytes, 0, bytes.Length, ack) == DecodeResult.Ok
            && HMACSHA256.HashData(key, bytes.AsSpan(ack.BodyOffset, ack.BodyLength))
                .AsSpan().SequenceEqual(bytes.AsSpan(ack.MacOffset, SignedRecord.MacLength));
    }
}
