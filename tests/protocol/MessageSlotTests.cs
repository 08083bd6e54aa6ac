using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class MessageSlotTests
{
    private const long Bit = 24 + Signal.Bits;

    private readonly MessageSlot _slot = new(4);

    [Fact]
    public void Message_that_never_came_reads_as_not_available()
    {
        Assert.Equal([255, 255, 255, 255], _slot.Data);
        Assert.False(_slot.IsFresh(0, 1_000));
    }

    [Fact]
    public void Shorter_message_leaves_nothing_of_the_longer_one_before_it()
    {
        _slot.Copy([1, 2, 3, 4], 4, 0);
        _slot.Copy([5, 6], 2, 0);
        Assert.Equal([5, 6, 255, 255], _slot.Data);
        Assert.Equal(2, _slot.Length);
    }

    [Fact]
    public void Message_longer_than_its_slot_is_cut()
    {
        _slot.Copy([1, 2, 3, 4, 5], 5, 0);
        Assert.Equal([1, 2, 3, 4], _slot.Data);
        Assert.Equal(4, _slot.Length);
    }

    [Fact]
    public void Single_bit_of_a_byte_that_was_not_sent_is_not_available()
    {
        _slot.Copy([0, 0, 0], 3, 0);
        Assert.Equal(Quality.NotAvailable, _slot.QualityOf(Bit, 0, 0));
        _slot.Copy([0, 0, 0, 0], 4, 0);
        Assert.Equal(Quality.Valid, _slot.QualityOf(Bit, 0, 0));
    }

    [Fact]
    public void Copy_of_a_frame_has_all_of_it_and_stays_when_the_frame_is_used_again()
    {
        CanFrame frame = Frames.Parse("7DF#0102030405060708", 9);
        var copy = new CanFrame();
        Assert.True(copy.Extended);
        copy.CopyFrom(frame);
        frame.Data[0] = 0xFF;
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], copy.Data);
        Assert.Equal((0x7DFu, false, 8, 9L), (copy.Id, copy.Extended, copy.Length, copy.TimeMs));
    }
}
