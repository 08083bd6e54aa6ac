using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class TransportReceiverTests
{
    // BCP of the measured session: 13 bytes in two packets.
    private const string Request = "1CEC56F4#100D0002FF000600";
    private const string Clear = "1CECF456#110201FFFF000600";
    private const string Packet1 = "1CEB56F4#019E01B80B4E008E";
    private const string Packet2 = "1CEB56F4#02176ECA032413FF";
    private const string End = "1CECF456#130D0002FF000600";

    private readonly TransportReceiver _receiver = new(2, 64);

    [Fact]
    public void Listener_puts_together_what_two_other_nodes_exchange()
    {
        Assert.Equal(DecodeResult.Pending, Accept(Request));
        Assert.Equal(DecodeResult.Pending, Accept(Clear));
        Assert.Equal(DecodeResult.Pending, Accept(Packet1));
        Assert.Equal(DecodeResult.Ok, Accept(Packet2));
        Assert.Equal(0x0600, _receiver.Pgn);
        Assert.Equal(0xF4, _receiver.Source);
        Assert.Equal("9E01B80B4E008E176ECA032413", Convert.ToHexString(_receiver.Data, 0, _receiver.Length));
        Assert.Equal(DecodeResult.Pending, Accept(End));
        Assert.Equal(DecodeResult.TransportUnexpected, Accept(End));
    }

    [Fact]
    public void Message_is_complete_with_its_last_packet_even_if_the_end_of_message_is_never_seen()
    {
        AcceptAll(Request, Clear, Packet1, Packet2);
        Assert.Equal(DecodeResult.Pending, Accept(Request));
        Assert.Equal(DecodeResult.None, _receiver.Poll(1_000));
    }

    [Fact]
    public void Broadcast_is_put_together()
    {
        Assert.Equal(DecodeResult.Pending, Accept("1CECFFF4#20090002FF001100"));
        Assert.Equal(DecodeResult.Pending, Accept("1CEBFFF4#012513A00F731161"));
        Assert.Equal(DecodeResult.Ok, Accept("1CEBFFF4#020000FFFFFFFFFF"));
        Assert.Equal("2513A00F7311610000", Convert.ToHexString(_receiver.Data, 0, _receiver.Length));
        Assert.Equal(0xFF, _receiver.Destination);
    }

    [Fact]
    public void Broadcast_with_a_gap_is_over()
    {
        Accept("1CECFFF4#20100003FF001500");
        Assert.Equal(DecodeResult.TransportSequence, Accept("1CEBFFF4#0200000000000000"));
        Assert.Equal(DecodeResult.TransportUnexpected, Accept("1CEBFFF4#0300000000000000"));
    }

    [Fact]
    public void Lost_packet_that_is_asked_for_again_completes_the_message()
    {
        Accept(Request);
        Accept(Clear);
        Assert.Equal(DecodeResult.TransportSequence, Accept(Packet2));
        Assert.Equal(DecodeResult.Pending, Accept("1CECF456#110101FFFF000600"));
        Assert.Equal(DecodeResult.Ok, Accept(Packet1));
        Assert.Equal("9E01B80B4E008E176ECA032413", Convert.ToHexString(_receiver.Data, 0, _receiver.Length));
    }

    [Fact]
    public void Packet_lost_here_alone_ends_the_session_at_its_end_of_message()
    {
        AcceptAll(Request, Clear, Packet2);
        Assert.Equal(DecodeResult.TransportSequence, Accept(End));
        Assert.Equal(DecodeResult.TransportUnexpected, Accept(Packet1));
    }

    [Fact]
    public void Repeated_packet_is_counted_and_changes_nothing()
    {
        AcceptAll(Request, Packet1);
        Assert.Equal(DecodeResult.TransportRepeated, Accept("1CEB56F4#0100000000000000"));
        Assert.Equal(DecodeResult.Ok, Accept(Packet2));
        Assert.Equal(0x9E, _receiver.Data[0]);
        Assert.Equal(DecodeResult.TransportRepeated, Accept(Packet2));
    }

    [Theory]
    [InlineData("1CEB56F4#00")]
    [InlineData("1CEB56F4#03FFFFFFFFFFFFFF")]
    public void Packet_outside_the_session_is_refused_and_the_session_goes_on(string packet)
    {
        Accept(Request);
        Assert.Equal(DecodeResult.TransportSequence, Accept(packet));
        AcceptAll(Packet1);
        Assert.Equal(DecodeResult.Ok, Accept(Packet2));
    }

    [Fact]
    public void Last_packet_may_leave_out_its_padding()
    {
        AcceptAll(Request, Packet1);
        Assert.Equal(DecodeResult.Short, Accept("1CEB56F4#02176ECA0324"));
        Assert.Equal(DecodeResult.Ok, Accept("1CEB56F4#02176ECA032413"));
    }

    [Theory]
    [InlineData("1CEC56F4#FF03FFFFFF000600")]
    [InlineData("1CECF456#FF02FFFFFF000600")]
    public void Abort_by_either_side_ends_the_session(string abort)
    {
        AcceptAll(Request, Clear, Packet1);
        Assert.Equal(DecodeResult.TransportAborted, Accept(abort));
        Assert.Equal(abort[12], _receiver.AbortReason.ToString()[0]);
        Assert.Equal(DecodeResult.TransportUnexpected, Accept(Packet2));
    }

    [Theory]
    [InlineData("1CEC56F4#10080002FF000600")] // 8 bytes need no transport
    [InlineData("1CEC56F4#100D0003FF000600")] // 13 bytes are 2 packets
    [InlineData("1CEC56F4#10FFFFFFFF000600")] // 65535
    [InlineData("1CEC56F4#1041000AFF000600")] // 65: no room for it here
    public void Size_that_cannot_be_is_refused(string request)
    {
        Assert.Equal(DecodeResult.TransportSize, Accept(request));
    }

    [Fact]
    public void Message_too_large_for_the_room_is_followed_and_its_packets_are_refused_for_that_reason()
    {
        Accept("1CEC56F4#1041000AFF000600");
        Assert.Equal(DecodeResult.TransportSize, Accept(Clear));
        Assert.Equal(DecodeResult.TransportSize, Accept(Packet1));
        Assert.Equal(DecodeResult.TransportSize, Accept("1CECF456#1341000AFF000600"));
        Assert.Equal(DecodeResult.TransportUnexpected, Accept(Packet1));
    }

    [Fact]
    public void Request_before_the_last_message_was_complete_starts_anew()
    {
        AcceptAll(Request, Packet1);
        Assert.Equal(DecodeResult.TransportRestarted, Accept(Request));
        Assert.Equal(DecodeResult.Pending, Accept(Packet1));
        Assert.Equal(DecodeResult.Ok, Accept(Packet2));
    }

    [Fact]
    public void Sessions_of_two_senders_do_not_disturb_each_other()
    {
        AcceptAll(Request, "1CECF456#100D0002FF000800", Packet1, "1CEBF456#0101010101010101");
        Assert.Equal(DecodeResult.Ok, Accept("1CEBF456#02010101010101FF"));
        Assert.Equal(0x0800, _receiver.Pgn);
        Assert.Equal(DecodeResult.Ok, Accept(Packet2));
        Assert.Equal(0x0600, _receiver.Pgn);
    }

    [Fact]
    public void One_session_more_than_there_is_room_for_is_refused()
    {
        AcceptAll(Request, "1CECF456#100D0002FF000800");
        Assert.Equal(DecodeResult.NoRoom, Accept("1CECFFF4#20090002FF001100"));
    }

    [Fact]
    public void Silent_session_is_ended_once_by_the_clock_and_named()
    {
        Accept(Request, 1_000);
        Assert.Equal(DecodeResult.None, _receiver.Poll(2_250));
        Assert.Equal(DecodeResult.TransportTimeout, _receiver.Poll(2_251));
        Assert.Equal(0x0600, _receiver.Pgn);
        Assert.Equal(DecodeResult.None, _receiver.Poll(2_251));
        Assert.Equal(DecodeResult.TransportUnexpected, Accept(Packet1, 2_252));
    }

    [Fact]
    public void Silent_broadcast_is_ended_after_750_ms()
    {
        Accept("1CECFFF4#20090002FF001100");
        Assert.Equal(DecodeResult.None, _receiver.Poll(750));
        Assert.Equal(DecodeResult.TransportTimeout, _receiver.Poll(751));
    }

    [Fact]
    public void Receiver_that_holds_the_sender_keeps_the_session_open()
    {
        Accept(Request);
        Accept("1CECF456#1100FFFFFF000600", 1_200);
        Assert.Equal(DecodeResult.None, _receiver.Poll(2_400));
    }

    [Fact]
    public void Session_that_is_complete_or_too_large_ends_without_a_word()
    {
        AcceptAll(Request, Packet1, Packet2, "1CECF456#1041000AFF000800");
        Assert.Equal(DecodeResult.None, _receiver.Poll(1_251));
        Assert.Equal(DecodeResult.TransportUnexpected, Accept(Packet1, 1_252));
        Assert.Equal(DecodeResult.TransportUnexpected, Accept("1CEBF456#0100000000000000", 1_252));
    }

    [Fact]
    public void Silent_session_is_named_though_another_sender_was_heard_last()
    {
        Accept(Request);
        Accept("1CECF456#100D0002FF000800", 1_000);
        Assert.Equal(DecodeResult.TransportTimeout, _receiver.Poll(1_251));
        Assert.Equal((0x0600, 0xF4, 0x56), (_receiver.Pgn, _receiver.Source, _receiver.Destination));
    }

    [Fact]
    public void Abort_of_another_message_leaves_the_session_open()
    {
        AcceptAll(Request, Packet1);
        Assert.Equal(DecodeResult.TransportAborted, Accept("1CEC56F4#FF03FFFFFF000800"));
        Assert.Equal(DecodeResult.TransportAborted, Accept("1CEC57F3#FF03FFFFFF000600"));
        Assert.Equal(DecodeResult.Ok, Accept(Packet2));
    }

    [Fact]
    public void Complete_session_makes_room_for_a_new_one()
    {
        AcceptAll(Request, Packet1, Packet2, "1CECF456#100D0002FF000800");
        Assert.Equal(DecodeResult.Pending, Accept("1CECFFF4#20090002FF001100"));
        Assert.Equal(DecodeResult.NoRoom, Accept("1CEC56F3#100D0002FF000600"));
    }

    [Fact]
    public void Packet_sent_again_makes_no_gap_before_those_that_follow()
    {
        AcceptAll("1CEC56F4#101B0004FF000600");
        Assert.Equal(DecodeResult.TransportSequence, Accept("1CEB56F4#0200000000000000"));
        Assert.Equal(DecodeResult.Pending, Accept("1CEB56F4#0100000000000000"));
        Assert.Equal(DecodeResult.Pending, Accept("1CEB56F4#0300000000000000"));
        Assert.Equal(DecodeResult.Ok, Accept("1CEB56F4#04000000000000FF"));
    }

    [Fact]
    public void Carried_PGN_has_eighteen_bits()
    {
        Accept("1CEC56F4#100D0002FF0006FF");
        Assert.Equal(0x30600, _receiver.Pgn);
    }

    [Theory]
    [InlineData("1CEC56F4#100D0002FF0006", DecodeResult.Short)]
    [InlineData("1CEA56F4#100D0002FF000600", DecodeResult.UnknownId)]
    [InlineData("1CEC56F4#550D0002FF000600", DecodeResult.Malformed)]
    [InlineData("1CECFFF4#100D0002FF000600", DecodeResult.Malformed)]
    [InlineData("1CEC56F4#200D0002FF000600", DecodeResult.Malformed)]
    [InlineData("1CECF456#110201FFFF000600", DecodeResult.TransportUnexpected)]
    [InlineData("1CEB56F4#0100000000000000", DecodeResult.TransportUnexpected)]
    public void Frame_that_fits_no_session_is_refused_by_name(string frame, DecodeResult result)
    {
        Assert.Equal(result, Accept(frame));
    }

    [Fact]
    public void Longest_message_of_1785_bytes_is_put_together()
    {
        var receiver = new TransportReceiver(1, Transport.MaxSize);
        receiver.Accept(Frames.Parse("1CEC56F4#10F906FFFF001500"));
        var packet = Frames.Parse("1CEB56F4#0102030405060708");
        for (int number = 1; number < 255; number++)
        {
            packet.Data[0] = (byte)number;
            Assert.Equal(DecodeResult.Pending, receiver.Accept(packet));
        }

        packet.Data[0] = 255;
        Assert.Equal(DecodeResult.Ok, receiver.Accept(packet));
        Assert.Equal(1785, receiver.Length);
    }

    private DecodeResult Accept(string frame, long timeMs = 0) => _receiver.Accept(Frames.Parse(frame, timeMs));

    private void AcceptAll(params string[] frames)
    {
        foreach (string frame in frames)
        {
            Accept(frame);
        }
    }
}
