using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class MessageDoubtTests
{
    private readonly SwapPackBus _bus = new();

    [Fact]
    public void Message_that_never_came_or_is_overdue_says_so()
    {
        Assert.Equal(MessageDoubt.NeverReceived, Doubt(SwapPackMessage.St2, 0));
        Accept("1882D0F3#C8FA1A2764006400", 100);
        Assert.Equal(MessageDoubt.None, Doubt(SwapPackMessage.St2, 400));
        Assert.Equal(MessageDoubt.Overdue, Doubt(SwapPackMessage.St2, 401));
    }

    [Fact]
    public void Wrong_checksum_makes_the_message_invalid_until_a_good_frame_comes()
    {
        Accept("1802F3D0#0301000000000200", 0);
        Accept("1802F3D0#0002000000000200", 50);
        Assert.Equal(MessageDoubt.None, Doubt(SwapPackMessage.Command, 50));
        Assert.Equal(DecodeResult.Checksum, Accept("1802F3D0#0003000000000200", 100));
        Assert.Equal(MessageDoubt.Checksum, Doubt(SwapPackMessage.Command, 100));
        Assert.Equal(DecodeResult.Ok, Accept("1802F3D0#0604000000000200", 150));
        Assert.Equal(MessageDoubt.None, Doubt(SwapPackMessage.Command, 150));
        Assert.Equal(1u, _bus.Lost(SwapPackMessage.Command));
    }

    [Fact]
    public void Command_counts_0_to_14_and_15_is_invalid()
    {
        Accept("1802F3D0#0E0E000000000000", 0);
        Accept("1802F3D0#0000000000000000", 50);
        Assert.Equal(0u, _bus.Lost(SwapPackMessage.Command));
        Assert.Equal(DecodeResult.CounterInvalid, Accept("1802F3D0#0F0F000000000000", 100));
        Assert.Equal(MessageDoubt.CounterInvalid, Doubt(SwapPackMessage.Command, 100));
    }

    [Fact]
    public void Counter_that_stands_still_is_told_from_one_that_has_not_moved_yet()
    {
        Accept("18FFF8A7#0056000000000000", 0);
        Assert.Equal(MessageDoubt.CounterUnproven, Doubt(SwapPackMessage.Lock, 0));
        Accept("18FFF8A7#0156000000000000", 100);
        Assert.Equal(MessageDoubt.None, Doubt(SwapPackMessage.Lock, 100));
        for (int i = 2; i < 5; i++)
        {
            Accept("18FFF8A7#0156000000000000", i * 100);
        }

        Assert.Equal(MessageDoubt.CounterStopped, Doubt(SwapPackMessage.Lock, 401));
        Assert.Equal(DecodeResult.FrozenCounter, Accept("18FFF8A7#0156000000000000", 500));
        Assert.Equal(MessageDoubt.CounterStopped, Doubt(SwapPackMessage.Lock, 500));
        Assert.False(_bus.LockValid(500));
    }

    [Fact]
    public void Counter_of_the_thermal_request_lies_in_its_seventh_byte_and_may_take_three_seconds()
    {
        Accept("18FF45F4#96025AFF3C00075A", 0);
        Accept("18FF45F4#96025AFF3C00085A", 1_000);
        Accept("18FF45F4#96025AFF3C00085A", 2_000);
        Assert.Equal(MessageDoubt.None, Doubt(SwapPackMessage.ThermalRequest, 4_000));
        Assert.Equal(MessageDoubt.CounterStopped, Doubt(SwapPackMessage.ThermalRequest, 4_001));
    }

    [Theory]
    [InlineData("18FFF8A7#0256", MessageDoubt.Short)]
    [InlineData("18FFF8A7#0256000000000000", MessageDoubt.None)]
    public void Short_frame_makes_the_lock_invalid_though_the_last_good_one_is_fresh(string last, MessageDoubt doubt)
    {
        Accept("18FFF8A7#0056000000000000", 0);
        Accept("18FFF8A7#0156000000000000", 100);
        Accept(last, 200);
        Assert.Equal(doubt, Doubt(SwapPackMessage.Lock, 200));
        Assert.Equal(doubt == MessageDoubt.None, _bus.LockValid(200));
        Assert.Equal(LockFrame.Locked, LockFrame.LockPin.Read(_bus.Slot(SwapPackMessage.Lock).Data));
    }

    [Fact]
    public void Part_of_no_length_makes_the_pack_code_malformed_and_reset_forgets_it()
    {
        Accept("18E1D0F3#0707000000000000", 0);
        Assert.Equal(MessageDoubt.Malformed, Doubt(SwapPackMessage.PackCode1, 0));
        _bus.Reset();
        Assert.Equal(MessageDoubt.NeverReceived, Doubt(SwapPackMessage.PackCode1, 0));
    }

    private DecodeResult Accept(string frame, long timeMs) => _bus.Accept(Frames.Parse(frame, timeMs));

    private MessageDoubt Doubt(SwapPackMessage message, long nowMs) => _bus.DoubtOf(message, nowMs);
}
