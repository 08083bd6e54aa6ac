using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class WireTests
{
    private readonly Wire _wire = new("bus");
    private readonly CanFrame _frame = new() { Id = 0x18FFF8A7, Length = 8 };

    [Fact]
    public void Frames_arrive_in_order_at_every_other_end_and_not_at_the_sender()
    {
        WireEnd sender = _wire.Connect("sender");
        WireEnd first = _wire.Connect("first");
        WireEnd second = _wire.Connect("second");
        for (byte i = 0; i < 5; i++)
        {
            _frame.Data[0] = i;
            sender.Send(_frame);
        }

        _wire.Advance(100);
        Assert.False(sender.Receive(_frame));
        foreach (WireEnd end in new[] { first, second })
        {
            for (byte i = 0; i < 5; i++)
            {
                Assert.True(end.Receive(_frame));
                Assert.Equal(i, _frame.Data[0]);
            }

            Assert.False(end.Receive(_frame));
        }
    }

    [Fact]
    public void A_full_frame_takes_half_a_millisecond_or_more_at_250_kbit_per_second()
    {
        WireEnd sender = _wire.Connect("sender");
        WireEnd receiver = _wire.Connect("receiver");
        for (int i = 0; i < 100; i++)
        {
            sender.Send(_frame);
        }

        _wire.Advance(30);
        int arrived = 0;
        while (receiver.Receive(_frame))
        {
            arrived++;
        }

        Assert.InRange(arrived, 45, 60);
        Assert.InRange(_frame.TimeMs, 28, 30);
    }

    [Fact]
    public void A_receiver_that_does_not_read_loses_the_newest_and_counts_them()
    {
        WireEnd sender = _wire.Connect("sender");
        WireEnd receiver = _wire.Connect("receiver", receiveRoom: 3);
        for (int i = 0; i < 10; i++)
        {
            sender.Send(_frame);
        }

        _wire.Advance(100);
        Assert.Equal(7, receiver.Overflows);
        Assert.Equal(7, _wire.Overflows);
    }

    [Fact]
    public void A_parted_end_neither_hears_nor_is_heard()
    {
        WireEnd parted = _wire.Connect("parted");
        WireEnd other = _wire.Connect("other");
        parted.Attached = false;
        Assert.False(parted.Send(_frame));
        other.Send(_frame);
        _wire.Advance(100);
        Assert.False(parted.Receive(_frame));
    }
}
