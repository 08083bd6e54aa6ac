using SwapEdge.Protocol;

namespace SwapEdge.Tests.Uart;

public class UartFramerTests
{
    private const string JbdRequest = "DDA50300FFFD77";

    private readonly JbdFramer _jbd = new();
    private readonly JkFramer _jk = new();

    [Fact]
    public void No_more_is_taken_than_the_first_frame_however_long_the_one_before_it_was()
    {
        byte[] answer = new byte[Jbd.Room];
        int length = Jbd.WriteAnswer(3, 0, new byte[40], 40, answer, 0);
        Assert.Equal(length, _jbd.Accept(answer, 0, length, 0));
        byte[] two = Convert.FromHexString(JbdRequest + JbdRequest);
        Assert.Equal(1, _jbd.Accept(two, 0, 1, 0));
        Assert.Equal(6, _jbd.Accept(two, 1, 13, 0));
        Assert.Equal(7, _jbd.Length);
        Assert.Equal(7, _jbd.Accept(two, 7, 7, 0));
        Assert.Equal(7, _jbd.Length);
        Assert.Equal(3u, _jbd.Count(DecodeResult.Ok));
    }

    [Fact]
    public void A_wrong_checksum_and_a_wrong_end_are_counted_apart()
    {
        Assert.Empty(Found("DDA50300FFFE77"));
        Assert.Equal(1u, _jbd.Count(DecodeResult.Checksum));
        Assert.Empty(Found("DDA50300FFFD78"));
        Assert.Equal(1u, _jbd.Count(DecodeResult.Malformed));
        Assert.Equal(14u, _jbd.Skipped);
    }

    [Fact]
    public void A_frame_inside_what_looked_like_a_longer_one_is_found()
    {
        // A start byte in the noise announces 32 bytes of data; the frame behind it is whole.
        Assert.Equal(["DDA50300FFFD77"], Found("12DD340020" + "DDA50300FFFD77" + new string('0', 56)));
        Assert.Equal(1u, _jbd.Count(DecodeResult.Malformed));
    }

    [Fact]
    public void Silence_ends_a_torn_frame_and_frees_the_one_behind_it()
    {
        Assert.Empty(Found("DD340020" + "DDA50300FFFD77", 0));
        Assert.Empty(Found("", UartFramer.GapMs));
        Assert.Equal(["DDA50300FFFD77"], Found("", UartFramer.GapMs + 1));
        Assert.Equal(1u, _jbd.Count(DecodeResult.Short));
        Assert.Equal(4u, _jbd.Skipped);
    }

    [Fact]
    public void Silence_is_counted_from_the_last_byte()
    {
        byte[] bytes = Convert.FromHexString(JbdRequest);
        _jbd.Accept(bytes, 0, 3, 10_000);
        _jbd.Accept(bytes, 3, 0, 10_100);
        _jbd.Accept(bytes, 3, 2, 10_200);
        Assert.Equal(2, _jbd.Accept(bytes, 5, 2, 10_400));
        Assert.Equal(7, _jbd.Length);

        _jbd.Accept(bytes, 0, 3, 20_000);
        _jbd.Accept(bytes, 3, 0, 20_150);
        _jbd.Accept(bytes, 3, 4, 20_201);
        Assert.Equal(0, _jbd.Length);
        Assert.Equal(1u, _jbd.Count(DecodeResult.Short));
    }

    [Fact]
    public void Torn_frame_with_nothing_behind_it_is_forgotten_and_the_next_is_taken()
    {
        byte[] bytes = Convert.FromHexString(JbdRequest);
        _jbd.Accept(bytes, 0, 5, 0);
        Assert.Equal(7, _jbd.Accept(bytes, 0, 7, 1_000));
        Assert.Equal((7, 5u), (_jbd.Length, _jbd.Skipped));

        // Freed by silence alone, and counted once.
        byte[] torn = Convert.FromHexString("DD340020" + JbdRequest);
        _jbd.Accept(torn, 0, torn.Length, 2_000);
        Assert.Equal(0, _jbd.Accept(torn, 0, 0, 3_000));
        Assert.Equal((7, 2u), (_jbd.Length, _jbd.Count(DecodeResult.Ok)));
    }

    [Fact]
    public void Reset_forgets_an_unfinished_frame()
    {
        byte[] bytes = Convert.FromHexString(JbdRequest);
        _jbd.Accept(bytes, 0, 5, 0);
        _jbd.Reset();
        Assert.Equal(7, _jbd.Accept(bytes, 0, 7, 0));
        Assert.Equal((7, 0u), (_jbd.Length, _jbd.Skipped));
    }

    [Fact]
    public void Frame_with_a_wrong_bit_is_taken_only_where_the_maker_checks_nothing()
    {
        var writer = new JkWriter();
        writer.WriteRequest();
        byte[] jk = writer.Frame[..writer.Length];
        byte[] jbd = Convert.FromHexString(JbdRequest);

        // JK leaves the upper half of its four bytes of checksum unused; JBD's sum begins behind the second byte.
        AssertTaken(() => new JkFramer(), jk, at => at == jk.Length - 4 || at == jk.Length - 3);
        AssertTaken(() => new JbdFramer(), jbd, at => at == 1);
    }

    [Theory]
    [InlineData("4E110013")] // another second byte
    [InlineData("4E570003")] // shorter than a frame can be
    [InlineData("4E57FFFF")] // longer than a frame can be
    public void Start_of_JK_that_can_lead_to_no_frame_is_not_waited_for(string noise)
    {
        var writer = new JkWriter();
        writer.WriteRequest();
        byte[] sent = [.. Convert.FromHexString(noise), .. writer.Frame[..writer.Length]];
        int taken = 0;
        while (_jk.Length == 0 && taken < sent.Length)
        {
            taken += _jk.Accept(sent, taken, sent.Length - taken, 0);
        }

        Assert.Equal((writer.Length, 4u), (_jk.Length, _jk.Skipped));
        Assert.Equal(0u, _jk.Count(DecodeResult.Malformed) + _jk.Count(DecodeResult.Checksum));
    }

    [Fact]
    public void Longest_frame_of_JK_fills_the_room_and_is_found()
    {
        var writer = new JkWriter();
        writer.Start(Jk.ReadAll, Jk.FromBms, Jk.Answer);
        for (int i = 0; i < 5; i++)
        {
            Assert.True(writer.AddCells(new int[32], 32));
        }

        // Two bytes are left: for a field of one byte, not for one of two, and not for cells.
        Assert.False(writer.AddCells(new int[32], 32));
        Assert.False(writer.Add(JkField.Voltage, 1));
        Assert.False(writer.AddText(JkField.Made, "2106"));
        Assert.True(writer.Add(JkField.Charge, 50));
        writer.Finish(0);
        Assert.Equal(Jk.Room, writer.Length);
        Assert.Equal(Jk.Room, _jk.Accept(writer.Frame, 0, Jk.Room, 0));
        Assert.Equal(Jk.Room, _jk.Length);
    }

    private static void AssertTaken(Func<UartFramer> framer, byte[] frame, Func<int, bool> isUnchecked)
    {
        for (int bit = 0; bit < frame.Length * 8; bit++)
        {
            byte[] wrong = [.. frame];
            wrong[bit / 8] ^= (byte)(1 << (bit % 8));
            UartFramer fresh = framer();
            fresh.Accept(wrong, 0, wrong.Length, 0);
            Assert.Equal(isUnchecked(bit / 8), fresh.Length > 0);
        }
    }

    private List<string> Found(string hex, long nowMs = 0)
    {
        byte[] bytes = Convert.FromHexString(hex);
        List<string> found = [];
        int at = 0;
        do
        {
            at += _jbd.Accept(bytes, at, bytes.Length - at, nowMs);
            if (_jbd.Length > 0)
            {
                found.Add(Convert.ToHexString(_jbd.Frame, 0, _jbd.Length));
            }
        }
        while (at < bytes.Length || _jbd.Length > 0);
        return found;
    }
}
