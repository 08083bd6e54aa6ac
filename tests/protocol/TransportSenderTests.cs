using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class TransportSenderTests
{
    private static readonly byte[] Bcs = Convert.FromHexString("2513A00F7311610000");

    [Fact]
    public void Exchange_on_the_wire_is_the_one_that_was_measured()
    {
        Assert.Equal(
            [
                "1CEC56F4#10090002FF001100",
                "1CECF456#110201FFFF001100",
                "1CEB56F4#012513A00F731161",
                "1CEB56F4#020000FFFFFFFFFF",
                "1CECF456#13090002FF001100",
            ],
            Exchange(Bcs, 0x1100, _ => true, out DecodeResult result, out byte[] received));
        Assert.Equal(DecodeResult.Ok, result);
        Assert.Equal(Bcs, received);
    }

    [Fact]
    public void Lost_packet_is_asked_for_again_and_sent_again()
    {
        int packets = 0;
        List<string> wire = Exchange(
            new byte[20], 0x0200, text => !text.StartsWith("1CEB", StringComparison.Ordinal) || ++packets != 2,
            out DecodeResult result, out byte[] received);
        Assert.Equal(DecodeResult.Ok, result);
        Assert.Equal(20, received.Length);
        Assert.Contains("1CECF456#110102FFFF000200", wire);
    }

    [Fact]
    public void Any_message_of_any_size_arrives_as_it_was_sent_whatever_single_packet_is_lost()
    {
        Prop.ForAll(Arb.From(Gen.Choose(9, 1785)), Arb.From(Gen.Choose(0, 254)), (size, lost) =>
        {
            byte[] message = new byte[size];
            new Random(size).NextBytes(message);
            int packets = 0;

            // The last packet is the one that nobody would ask for again before the time-out.
            int dropped = lost % Math.Max(1, Transport.Packets(size) - 1);
            Exchange(
                message, 0x1500, text => !text.StartsWith("1CEB", StringComparison.Ordinal) || packets++ != dropped,
                out DecodeResult result, out byte[] received);
            return result == DecodeResult.Ok && received.AsSpan().SequenceEqual(message);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sender_without_an_answer_gives_up_and_aborts()
    {
        var sender = new TransportSender(0xF4, 0x56, 64);
        var frame = new CanFrame();
        Assert.True(sender.Start(0x0200, new byte[49], 49, 0));
        Assert.True(sender.Next(0, frame));
        Assert.Equal("1CEC56F4#10310007FF000200", Frames.Text(frame));
        Assert.False(sender.Next(100, frame));
        Assert.Equal(DecodeResult.None, sender.Poll(1_250));
        Assert.Equal(DecodeResult.TransportTimeout, sender.Poll(1_251));
        Assert.Equal(TransportProgress.Failed, sender.Progress);
        Assert.True(sender.Next(1_251, frame));
        Assert.Equal("1CEC56F4#FF03FFFFFF000200", Frames.Text(frame));
        Assert.False(sender.Next(1_251, frame));
    }

    [Fact]
    public void Responder_without_packets_gives_up_and_aborts()
    {
        var responder = new TransportResponder(0x56, 64);
        var frame = new CanFrame();
        responder.Accept(Frames.Parse("1CEC56F4#10310007FF000200"));
        Assert.True(responder.Next(frame));
        Assert.Equal("1CECF456#110701FFFF000200", Frames.Text(frame));
        Assert.Equal(DecodeResult.TransportTimeout, responder.Poll(1_251));
        Assert.True(responder.Next(frame));
        Assert.Equal("1CECF456#FF03FFFFFF000200", Frames.Text(frame));
    }

    [Fact]
    public void Responder_refuses_what_it_has_no_room_for()
    {
        var responder = new TransportResponder(0x56, 16);
        var frame = new CanFrame();
        Assert.Equal(DecodeResult.TransportSize, responder.Accept(Frames.Parse("1CEC56F4#10310007FF000200")));
        Assert.True(responder.Next(frame));
        Assert.Equal("1CECF456#FF02FFFFFF000200", Frames.Text(frame));
    }

    [Fact]
    public void Abort_of_the_receiver_ends_sending()
    {
        var sender = new TransportSender(0xF4, 0x56, 64);
        sender.Start(0x0200, new byte[49], 49, 0);
        sender.Next(0, new CanFrame());
        Assert.Equal(DecodeResult.TransportAborted, sender.Accept(Frames.Parse("1CECF456#FF02FFFFFF000200")));
        Assert.False(sender.IsBusy);
    }

    [Fact]
    public void No_more_packets_are_sent_than_were_cleared()
    {
        var sender = new TransportSender(0xF4, 0x56, 64);
        var frame = new CanFrame();
        var sent = new List<string>();
        sender.Start(0x0200, new byte[49], 49, 0);
        sender.Next(0, frame);
        sender.Accept(Frames.Parse("1CECF456#110601FFFF000200"));
        for (long nowMs = 0; nowMs <= 1_000; nowMs += 10)
        {
            if (sender.Next(nowMs, frame))
            {
                sent.Add(Frames.Text(frame)[9..11]);
            }
        }

        Assert.Equal(["01", "02", "03", "04", "05", "06"], sent);
        Assert.Equal(DecodeResult.TransportUnexpected, sender.Accept(Frames.Parse("1CECF456#13310007FF000200")));
        Assert.Equal(DecodeResult.Pending, sender.Accept(Frames.Parse("1CECF456#110707FFFF000200", 1_000)));
        Assert.True(sender.Next(1_010, frame));
        Assert.Equal("1CEB56F4#0700000000000000", Frames.Text(frame));
        Assert.Equal(DecodeResult.Ok, sender.Accept(Frames.Parse("1CECF456#13310007FF000200", 1_020)));
    }

    [Fact]
    public void Packets_are_ten_milliseconds_apart_and_fifty_in_a_broadcast()
    {
        var sender = new TransportSender(0xF4, J1939.Everyone, 64);
        var frame = new CanFrame();
        sender.Start(0x1100, Bcs, 9, 0);
        Assert.True(sender.Next(0, frame));
        Assert.Equal("1CECFFF4#20090002FF001100", Frames.Text(frame));
        Assert.False(sender.Next(49, frame));
        Assert.True(sender.Next(50, frame));
        Assert.False(sender.Next(99, frame));
        Assert.True(sender.Next(100, frame));
        Assert.Equal(TransportProgress.Done, sender.Progress);

        var single = new TransportSender(0xF4, 0x56, 64);
        single.Start(0x1100, Bcs, 9, 0);
        single.Next(0, frame);
        single.Accept(Frames.Parse("1CECF456#110201FFFF001100"));
        Assert.False(single.Next(9, frame));
        Assert.True(single.Next(10, frame));
    }

    [Theory]
    [InlineData("1CECF457#110701FFFF000200", DecodeResult.ForeignAddress)] // of another node
    [InlineData("1CECF556#110701FFFF000200", DecodeResult.ForeignAddress)] // for another node
    [InlineData("1CEAF456#110701FFFF000200", DecodeResult.ForeignAddress)] // of another PGN
    [InlineData("1CECF456#110701FFFF0002", DecodeResult.Short)]
    [InlineData("1CECF456#110701FFFF000600", DecodeResult.TransportUnexpected)] // about another message
    [InlineData("1CECF456#FF02FFFFFF000600", DecodeResult.TransportUnexpected)]
    [InlineData("1CECF456#100701FFFF000200", DecodeResult.TransportUnexpected)]
    [InlineData("1CECF456#110700FFFF000200", DecodeResult.TransportSequence)] // from packet 0
    [InlineData("1CECF456#110108FFFF000200", DecodeResult.TransportSequence)] // from one after the last
    public void Answer_that_is_not_for_this_message_moves_nothing(string answer, DecodeResult result)
    {
        var sender = new TransportSender(0xF4, 0x56, 64);
        sender.Start(0x0200, new byte[49], 49, 0);
        sender.Next(0, new CanFrame());
        Assert.Equal(result, sender.Accept(Frames.Parse(answer)));
        Assert.Equal(TransportProgress.Requesting, sender.Progress);
        Assert.False(sender.Next(100, new CanFrame()));
    }

    [Fact]
    public void Clear_before_the_request_or_without_a_message_is_refused()
    {
        var sender = new TransportSender(0xF4, 0x56, 64);
        CanFrame clear = Frames.Parse("1CECF456#110201FFFF001100");
        sender.Start(0x1100, Bcs, 9, 0);
        Assert.Equal(DecodeResult.TransportSequence, sender.Accept(clear));
        Exhaust(sender, clear);
        Assert.Equal(DecodeResult.TransportUnexpected, sender.Accept(clear));
        Assert.Equal(DecodeResult.None, sender.Poll(100_000));
    }

    [Fact]
    public void Receiver_that_holds_the_sender_is_waited_for_again_from_then_on()
    {
        var sender = new TransportSender(0xF4, 0x56, 64);
        var frame = new CanFrame();
        sender.Start(0x1100, Bcs, 9, 10_000);
        sender.Next(10_000, frame);
        Assert.Equal(DecodeResult.Pending, sender.Accept(Frames.Parse("1CECF456#1100FFFFFF001100", 11_000)));
        Assert.False(sender.Next(11_500, frame));
        Assert.Equal(DecodeResult.None, sender.Poll(12_250));
        Assert.Equal(DecodeResult.Pending, sender.Accept(Frames.Parse("1CECF456#110201FFFF001100", 12_250)));
        Assert.Equal(DecodeResult.None, sender.Poll(20_000));
        Assert.True(sender.Next(20_000, frame));
        Assert.Equal("1CEB56F4#012513A00F731161", Frames.Text(frame));
    }

    [Fact]
    public void Largest_message_fills_the_room_and_PGN_and_frame_are_written_whole()
    {
        var sender = new TransportSender(0xF4, 0x56, Transport.MaxSize);
        var frame = new CanFrame { Extended = false };
        Assert.True(sender.Start(0x30600, new byte[Transport.MaxSize], Transport.MaxSize, 0));
        Assert.True(sender.Next(0, frame));
        Assert.True(frame.Extended);
        Assert.Equal("1CEC56F4#10F906FFFF000603", Frames.Text(frame));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(65)]
    public void Size_that_cannot_be_sent_is_refused_and_nothing_begins(int length)
    {
        var sender = new TransportSender(0xF4, 0x56, 64);
        Assert.False(sender.Start(0x0200, new byte[100], length, 0));
        Assert.False(sender.Next(0, new CanFrame()));
    }

    private static void Exhaust(TransportSender sender, CanFrame clear)
    {
        var frame = new CanFrame();
        sender.Next(0, frame);
        sender.Accept(clear);
        Assert.True(sender.Next(10, frame) && sender.Next(20, frame));
        Assert.Equal(DecodeResult.Ok, sender.Accept(Frames.Parse("1CECF456#13090002FF001100")));
    }

    // A BMS sends to a charger over a wire that loses what the filter refuses.
    private static List<string> Exchange(
        byte[] message, int pgn, Func<string, bool> passes, out DecodeResult result, out byte[] received)
    {
        var sender = new TransportSender(0xF4, 0x56, Transport.MaxSize);
        var responder = new TransportResponder(0x56, Transport.MaxSize);
        var frame = new CanFrame();
        var wire = new List<string>();
        result = DecodeResult.None;
        sender.Start(pgn, message, message.Length, 0);
        for (long nowMs = 0; nowMs < 20_000 && sender.IsBusy; nowMs += 10)
        {
            while (sender.Next(nowMs, frame))
            {
                frame.TimeMs = nowMs;
                wire.Add(Frames.Text(frame));
                DecodeResult accepted = passes(wire[^1]) ? responder.Accept(frame) : DecodeResult.None;
                result = accepted == DecodeResult.Ok ? accepted : result;
            }

            while (responder.Next(frame))
            {
                frame.TimeMs = nowMs;
                wire.Add(Frames.Text(frame));
                sender.Accept(frame);
            }
        }

        received = responder.Data[..responder.Length];
        return wire;
    }
}
