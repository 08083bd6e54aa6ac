using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Protocol;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Uart;

public class SlcanTests
{
    private readonly SlcanReader _reader = new();
    private readonly byte[] _line = new byte[64];

    [Theory]
    [InlineData("182756F4#8E17", false, -1, "T182756F428E17\r")]
    [InlineData("18FFF8A7#0056000000000000", false, -1, "T18FFF8A780056000000000000\r")]
    [InlineData("123#", false, -1, "t1230\r")]
    [InlineData("7FF#0102030405060708", false, 0x1234, "t7FF801020304050607081234\r")]
    [InlineData("182756F4#8E17", true, -1, "R182756F42\r")]
    [InlineData("123#AA", true, 59_999, "r1231EA5F\r")]
    public void A_frame_is_written_and_read_as_these_bytes(string text, bool remote, int stampMs, string line)
    {
        CanFrame frame = Frames.Parse(text);
        int length = Slcan.WriteFrame(frame, remote, stampMs, _line, 0);
        Assert.Equal(line, Encoding.ASCII.GetString(_line, 0, length));

        Assert.Equal(length, _reader.Accept(_line, 0, length, 77));
        Assert.Equal(SlcanKind.Frame, _reader.Kind);
        Assert.Equal(frame.Id, _reader.Frame.Id);
        Assert.Equal(frame.Extended, _reader.Frame.Extended);
        Assert.Equal(frame.Length, _reader.Frame.Length);
        Assert.Equal(77, _reader.Frame.TimeMs);
        Assert.Equal(remote, _reader.Remote);
        Assert.Equal(stampMs, _reader.StampMs);
        byte[] data = remote ? new byte[frame.Length] : frame.Data[..frame.Length];
        Assert.Equal(data, _reader.Frame.Data[..frame.Length]);
    }

    [Theory]
    [InlineData(SlcanKind.SetRate, 5u, "S5\r")]
    [InlineData(SlcanKind.SetTiming, 0x031Cu, "s031C\r")]
    [InlineData(SlcanKind.Open, 0u, "O\r")]
    [InlineData(SlcanKind.Listen, 0u, "L\r")]
    [InlineData(SlcanKind.Close, 0u, "C\r")]
    [InlineData(SlcanKind.TimeStamps, 1u, "Z1\r")]
    [InlineData(SlcanKind.AcceptanceCode, 0x18FFF8A7u, "M18FFF8A7\r")]
    [InlineData(SlcanKind.AcceptanceMask, 0xFFFFFFFFu, "mFFFFFFFF\r")]
    [InlineData(SlcanKind.AskFlags, 0u, "F\r")]
    [InlineData(SlcanKind.AskVersion, 0u, "V\r")]
    [InlineData(SlcanKind.AskSerial, 0u, "N\r")]
    [InlineData(SlcanKind.Flags, 0x84u, "F84\r")]
    [InlineData(SlcanKind.Sent, 0u, "z\r")]
    [InlineData(SlcanKind.Accepted, 0u, "\r")]
    [InlineData(SlcanKind.Refused, 0u, "\a")]
    public void Commands_and_answers_are_written_and_read_as_these_bytes(SlcanKind kind, uint value, string line)
    {
        int length = Slcan.WriteLine(kind, value, _line, 3);
        Assert.Equal(line, Encoding.ASCII.GetString(_line, 3, length));
        _reader.Value = 0;
        Assert.Equal(length, _reader.Accept(_line, 3, length, 0));
        Assert.Equal(kind, _reader.Kind);
        Assert.Equal(value, _reader.Value);
    }

    [Fact]
    public void Version_and_serial_number_keep_their_text()
    {
        int length = SlcanText.Write(SlcanKind.Version, "1013", _line, 0);
        length += SlcanText.Write(SlcanKind.Serial, "A12Z", _line, length);
        Assert.Equal("V1013\rNA12Z\r", Encoding.ASCII.GetString(_line, 0, length));
        int taken = _reader.Accept(_line, 0, length, 0);
        Assert.Equal(SlcanKind.Version, _reader.Kind);
        Assert.Equal("1013", Encoding.ASCII.GetString(_reader.Line, 1, _reader.LineLength - 1));
        _reader.Accept(_line, taken, length - taken, 0);
        Assert.Equal(SlcanKind.Serial, _reader.Kind);
        Assert.Equal("A12Z", Encoding.ASCII.GetString(_reader.Line, 1, _reader.LineLength - 1));
        Assert.Equal(-1, SlcanText.Write(SlcanKind.Version, new string('x', 30), _line, 0));
        Assert.Equal(-1, SlcanText.Write(SlcanKind.Open, "1", _line, 0));
    }

    [Fact]
    public void An_extended_frame_taken_for_sending_is_answered_with_a_capital() =>
        Assert.Equal(["Sent", "Sent", "Accepted"], Kinds("z\rZ\r\r"));

    [Theory]
    [InlineData("t12\r", DecodeResult.Short)]
    [InlineData("t1232AA\r", DecodeResult.Short)]
    [InlineData("t1230AA\r", DecodeResult.Short)]
    [InlineData("t1231AA12345\r", DecodeResult.Long)]
    [InlineData("t123F\r", DecodeResult.Malformed)]
    [InlineData("t9000\r", DecodeResult.Malformed)]
    [InlineData("T200000000\r", DecodeResult.Malformed)]
    [InlineData("T18FFF8A780056000000000000123456789\r", DecodeResult.Long)]
    [InlineData("t12G\r", DecodeResult.Malformed)]
    [InlineData("S9\r", DecodeResult.Malformed)]
    [InlineData("S\r", DecodeResult.Short)]
    [InlineData("S55\r", DecodeResult.Long)]
    [InlineData("OA\r", DecodeResult.Long)]
    [InlineData("Z2\r", DecodeResult.Malformed)]
    [InlineData("M123\r", DecodeResult.Short)]
    [InlineData("?\r", DecodeResult.Malformed)]
    public void A_bad_line_is_counted_and_the_next_is_read(string bad, DecodeResult reason)
    {
        Assert.Equal(["Frame"], Kinds(bad + "t1230\r"));
        Assert.Equal(1u, _reader.Count(reason));
        Assert.Equal(1u, _reader.Count(DecodeResult.Ok));
    }

    [Theory]
    [InlineData("T18FF", "a frame whose end was lost costs that one")]
    [InlineData("\0\u0080noise ", "noise in front of a frame")]
    [InlineData("CANable-b158 github", "a version that is none")]
    [InlineData("t123\a", "a bell in the middle")]
    public void A_frame_after_garbage_on_its_line_is_read(string garbage, string why)
    {
        string[] kinds = Kinds(garbage + "T182756F428E17\r");
        Assert.True(kinds.Length > 0 && kinds[^1] == "Frame", why);
        Assert.Equal(0x182756F4u, _reader.Frame.Id);
        Assert.True(_reader.Count(DecodeResult.Malformed) >= 1, why);
    }

    [Fact]
    public void Line_feeds_between_lines_are_no_fault()
    {
        Assert.Equal(["Frame", "Frame"], Kinds("t1230\r\nt1230\r\n"));
        Assert.Equal(0u, _reader.Count(DecodeResult.Malformed));
    }

    [Fact]
    public void What_cannot_be_written_writes_nothing()
    {
        Assert.Equal(-1, Slcan.WriteFrame(Frames.Parse("123#00"), false, -1, new byte[7], 0));
        Assert.Equal(-1, Slcan.WriteFrame(new CanFrame { Id = 0x20000000 }, false, -1, _line, 0));
        Assert.Equal(-1, Slcan.WriteFrame(new CanFrame { Id = 0x800, Extended = false }, false, -1, _line, 0));
        Assert.Equal(-1, Slcan.WriteFrame(new CanFrame { Length = 9 }, false, -1, _line, 0));
        Assert.Equal(-1, Slcan.WriteLine(SlcanKind.SetRate, 16, _line, 0));
        Assert.Equal(-1, Slcan.WriteLine(SlcanKind.Frame, 0, _line, 0));
        Assert.Equal(-1, Slcan.WriteLine(SlcanKind.Open, 0, _line, _line.Length - 1));
        Assert.Equal(0, _line.Sum(b => b));
    }

    [Fact]
    public void Line_may_fill_the_room_to_its_last_byte_and_not_one_more()
    {
        CanFrame frame = Frames.Parse("123#00");
        Assert.Equal(8, Slcan.WriteFrame(frame, false, -1, new byte[11], 3));
        Assert.Equal(-1, Slcan.WriteFrame(frame, false, -1, new byte[10], 3));
        Assert.Equal(-1, Slcan.WriteFrame(frame, false, -1, new byte[20], -1));
        Assert.Equal(3, Slcan.WriteLine(SlcanKind.SetRate, 5, new byte[3], 0));
        Assert.Equal(-1, Slcan.WriteLine(SlcanKind.SetRate, 5, new byte[20], -1));
        Assert.Equal(6, SlcanText.Write(SlcanKind.Version, "1013", new byte[9], 3));
        Assert.Equal(-1, SlcanText.Write(SlcanKind.Version, "1013", new byte[8], 3));
        Assert.Equal(-1, SlcanText.Write(SlcanKind.Version, "1013", new byte[20], -1));
        Assert.Equal(-1, SlcanText.Write(SlcanKind.Version, "", new byte[20], 0));
        Assert.Equal(Slcan.MaxLine, SlcanText.Write(SlcanKind.Serial, new string('x', 29), _line, 0));
    }

    [Theory]
    [InlineData("1FFFFFFF#0102030405060708", -1, "T1FFFFFFF80102030405060708\r")]
    [InlineData("1FFFFFFF#", 0, "T1FFFFFFF00000\r")]
    [InlineData("7FF#FFFFFFFFFFFFFFFF", 0, "t7FF8FFFFFFFFFFFFFFFF0000\r")]
    public void Greatest_identifier_full_payload_and_first_time_stamp_are_taken(string text, int stampMs, string line)
    {
        int length = Slcan.WriteFrame(Frames.Parse(text), false, stampMs, _line, 0);
        Assert.Equal(line, Encoding.ASCII.GetString(_line, 0, length));
        Assert.Equal(["Frame"], Kinds(line));
        Assert.Equal((text, stampMs), (Id(_reader.Frame), _reader.StampMs));
        Assert.Equal(["Frame"], Kinds("T182756F418E\r"));
        Assert.Equal("8E00000000000000", Convert.ToHexString(_reader.Frame.Data));

        static string Id(CanFrame frame) => frame.Extended ? Frames.Text(frame) : Frames.Text(frame)[5..];
    }

    [Fact]
    public void Frame_in_the_middle_of_a_larger_buffer_is_read_up_to_where_the_bytes_end()
    {
        byte[] bytes = Encoding.ASCII.GetBytes("xxxxxT182756F428E17\rT182756F41");
        Assert.Equal(14, _reader.Accept(bytes, 5, 14, 0));
        Assert.Equal(SlcanKind.None, _reader.Kind);
        Assert.Equal(1, _reader.Accept(bytes, 19, 11, 0));
        Assert.Equal("182756F4#8E17", Frames.Text(_reader.Frame));
        Assert.Equal(1u, _reader.Count(DecodeResult.Ok));
    }

    [Fact]
    public void Reset_forgets_an_unfinished_line()
    {
        Assert.Empty(Kinds("T1827"));
        _reader.Reset();
        Assert.Equal(["Frame"], Kinds("t1230\r"));
        Assert.Empty(Kinds("\0\0"));
        _reader.Reset();
        Assert.Equal(["Sent"], Kinds("z\r"));
    }

    [Fact]
    public void Any_frame_comes_back_whole_however_its_bytes_are_cut() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var frame = new CanFrame { Extended = random.Next(2) == 0, Length = random.Next(9) };
            frame.Id = (uint)random.Next(frame.Extended ? 1 << 29 : 1 << 11);
            random.NextBytes(frame.Data);
            int stampMs = random.Next(2) == 0 ? -1 : random.Next(Slcan.StampPeriodMs);
            int length = Slcan.WriteFrame(frame, false, stampMs, _line, 0);
            string text = Encoding.ASCII.GetString(_line, 0, length);
            byte[] sent = Encoding.ASCII.GetBytes(random.Next(2) == 0 ? text : text.ToLowerInvariant());
            sent[0] = _line[0];
            for (int at = 0; at < length;)
            {
                at += _reader.Accept(sent, at, Math.Min(length - at, 1 + random.Next(5)), 1);
            }

            Assert.Equal(SlcanKind.Frame, _reader.Kind);
            Assert.Equal(Frames.Text(frame), Frames.Text(_reader.Frame));
            Assert.Equal(stampMs, _reader.StampMs);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bytes_that_come_together_and_one_by_one_give_the_same_lines() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            byte[] bytes = [.. Enumerable.Range(0, 6).SelectMany(_ => Encoding.ASCII.GetBytes("T182756F428E17\r"))];
            for (int changes = random.Next(4); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = Encoding.ASCII.GetBytes("T\r0F9tG")[random.Next(7)];
            }

            var together = new SlcanReader();
            var single = new SlcanReader();
            Assert.Equal(Lines(single, bytes, 1), Lines(together, bytes, bytes.Length));
            foreach (DecodeResult result in Enum.GetValues<DecodeResult>())
            {
                Assert.Equal(single.Count(result), together.Count(result));
            }
        }).QuickCheckThrowOnFailure();

    private static List<string> Lines(SlcanReader reader, byte[] bytes, int piece)
    {
        List<string> lines = [];
        for (int at = 0; at < bytes.Length;)
        {
            at += reader.Accept(bytes, at, Math.Min(piece, bytes.Length - at), 0);
            if (reader.Kind != SlcanKind.None)
            {
                lines.Add(reader.Kind != SlcanKind.Frame
                    ? reader.Kind.ToString()
                    : $"{Frames.Text(reader.Frame)} {reader.Remote} {reader.StampMs}");
            }
        }

        return lines;
    }

    private string[] Kinds(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        List<string> kinds = [];
        for (int at = 0; at < bytes.Length;)
        {
            at += _reader.Accept(bytes, at, bytes.Length - at, 0);
            if (_reader.Kind != SlcanKind.None)
            {
                kinds.Add(_reader.Kind.ToString());
            }
        }

        return [.. kinds];
    }
}
