using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class TransportResponderTests
{
    // 16 bytes in three packets, from the BMS to the charger.
    private const string Request = "1CEC56F4#10100003FF000200";
    private const string Packet1 = "1CEB56F4#0101020304050607";
    private const string Packet2 = "1CEB56F4#0208090A0B0C0D0E";
    private const string Packet3 = "1CEB56F4#030F10FFFFFFFFFF";

    private readonly TransportResponder _responder = new(0x56, 64);

    [Fact]
    public void Message_is_cleared_taken_and_confirmed()
    {
        Assert.Equal(DecodeResult.Pending, Accept(Request));
        Assert.Equal("1CECF456#110301FFFF000200", Answer());
        Assert.Equal(DecodeResult.Pending, Accept(Packet1));
        Assert.Equal(DecodeResult.Pending, Accept(Packet2));
        Assert.Null(Answer());
        Assert.Equal(DecodeResult.Ok, Accept(Packet3));
        Assert.Equal("1CECF456#13100003FF000200", Answer());
        Assert.Equal((0x0200, 0xF4, 16), (_responder.Pgn, _responder.Source, _responder.Length));
        Assert.Equal("0102030405060708090A0B0C0D0E0F10", Convert.ToHexString(_responder.Data, 0, 16));
        Assert.Equal(DecodeResult.TransportUnexpected, Accept(Packet3));
        Assert.Equal(DecodeResult.None, _responder.Poll(5_000));
    }

    [Theory]
    [InlineData("1CEC55F4#10100003FF000200", DecodeResult.ForeignAddress)] // for another node
    [InlineData("1CECFFF4#20100003FF000200", DecodeResult.ForeignAddress)] // for everyone
    [InlineData("1CEA56F4#10100003FF000200", DecodeResult.ForeignAddress)] // of another PGN
    [InlineData("1CEC56F4#10100003FF0002", DecodeResult.Short)]
    [InlineData("1CEC56F4#110301FFFF000200", DecodeResult.TransportUnexpected)] // answers to nobody
    [InlineData(Packet1, DecodeResult.TransportUnexpected)] // before any request
    public void Frame_that_begins_nothing_here_is_refused_by_name_and_not_answered(string frame, DecodeResult result)
    {
        Assert.Equal(result, Accept(frame));
        Assert.Null(Answer());
    }

    [Fact]
    public void Second_sender_is_told_that_the_node_is_busy_and_the_first_goes_on()
    {
        Accept(Request);
        Answer();
        Assert.Equal(DecodeResult.NoRoom, Accept("1CEC56F5#10100003FF000600"));
        Assert.Equal("1CECF556#FF01FFFFFF000600", Answer());
        Assert.Equal(DecodeResult.TransportUnexpected, Accept("1CEB56F5#0101010101010101"));
        Accept(Packet1);
        Accept(Packet2);
        Assert.Equal(DecodeResult.Ok, Accept(Packet3));
    }

    [Fact]
    public void Request_of_the_same_sender_starts_the_message_anew()
    {
        Accept(Request);
        Accept(Packet1);
        Assert.Equal(DecodeResult.TransportRestarted, Accept(Request));
        Assert.Equal("1CECF456#110301FFFF000200", Answer());
    }

    [Theory]
    [InlineData("1CEC56F4#FF03FFFFFF000200", true)]
    [InlineData("1CEC56F4#FF03FFFFFF000600", false)] // of another message
    [InlineData("1CEC56F5#FF03FFFFFF000200", false)] // of another sender
    public void Abort_ends_the_session_only_when_it_is_of_that_session(string abort, bool ends)
    {
        Accept(Request);
        Assert.Equal(DecodeResult.TransportAborted, Accept(abort));
        Assert.Equal(ends ? null : "1CECF456#110301FFFF000200", Answer());
        Assert.Equal(ends ? DecodeResult.TransportUnexpected : DecodeResult.Pending, Accept(Packet1));
    }

    [Fact]
    public void Silence_is_counted_from_the_last_packet_and_ends_the_session_once()
    {
        Accept(Request, 10_000);
        Answer();
        Accept(Packet1, 11_000);
        Assert.Equal(DecodeResult.None, _responder.Poll(12_250));
        Assert.Equal(DecodeResult.TransportTimeout, _responder.Poll(12_251));
        Assert.Equal("1CECF456#FF03FFFFFF000200", Answer());
        Assert.Equal(DecodeResult.None, _responder.Poll(12_252));
        Assert.Equal(DecodeResult.TransportUnexpected, Accept(Packet2, 12_253));
    }

    [Fact]
    public void Packets_of_a_refused_size_belong_to_no_session()
    {
        Assert.Equal(DecodeResult.TransportSize, Accept("1CEC56F4#1041000AFF000200"));
        Assert.Equal("1CECF456#FF02FFFFFF000200", Answer());
        Assert.Equal(DecodeResult.TransportUnexpected, Accept(Packet1));
    }

    [Fact]
    public void Last_packet_that_was_cut_short_is_asked_for_again()
    {
        Accept(Request);
        Answer();
        Accept(Packet1);
        Accept(Packet2);
        Assert.Equal(DecodeResult.Short, Accept("1CEB56F4#030F"));
        Assert.Equal("1CECF456#110103FFFF000200", Answer());
        Assert.Equal(DecodeResult.Ok, Accept(Packet3));
    }

    [Fact]
    public void Packet_without_bytes_has_no_number_whatever_its_buffer_held_before()
    {
        Accept(Request);
        Answer();
        CanFrame empty = Frames.Parse(Packet3);
        empty.Length = 0;
        Assert.Equal(DecodeResult.Short, _responder.Accept(empty));
        Assert.Null(Answer());
    }

    private DecodeResult Accept(string frame, long timeMs = 0) => _responder.Accept(Frames.Parse(frame, timeMs));

    private string? Answer()
    {
        var frame = new CanFrame { Extended = false };
        bool any = _responder.Next(frame);
        Assert.Equal(any, frame.Extended);
        return any ? Frames.Text(frame) : null;
    }
}
