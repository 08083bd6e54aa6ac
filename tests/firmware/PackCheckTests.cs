using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What a frame said is read once for each that came, and never of one that was forgotten.</summary>
public sealed class PackCheckTests
{
    private const string Closed = "1880D0F3#00A0000000000000";
    private const string Open = "1880D0F3#0050000000000000";

    private readonly SwapPackBus _bus = new();
    private readonly LaneReading _reading = new();
    private readonly PackCheck _check;

    public PackCheckTests() => _check = new PackCheck(_bus, TopLiftTruck.Profile());

    [Fact]
    public void Relays_of_the_last_frame_count_while_it_is_fresh()
    {
        Hear(Closed, 0);
        Assert.Equal((false, 3), (_reading.MainPositiveOpen, _reading.LiveSigns));

        Hear(Open, 100);
        Assert.Equal((true, 0), (_reading.MainPositiveOpen, _reading.LiveSigns));

        _check.Gather(101 + (PackSt0.PeriodMs * SwapPackMessages.StalePeriods), _reading);
        Assert.False(_reading.MainPositiveOpen);
    }

    [Fact]
    public void First_frame_behind_a_reset_is_read_although_the_count_of_its_slot_is_the_one_before()
    {
        Hear(Closed, 0);
        _bus.Reset();
        Hear(Open, 0);
        Assert.Equal((true, true, 0), (_reading.MainPositiveOpen, _reading.MainNegativeOpen, _reading.LiveSigns));

        _bus.ResetPack();
        Hear(Closed, 0);
        Assert.Equal((false, 3), (_reading.MainPositiveOpen, _reading.LiveSigns));
    }

    private void Hear(string frame, long nowMs)
    {
        Assert.Equal(DecodeResult.Ok, _bus.Accept(Frames.Parse(frame, nowMs)));
        _check.Gather(nowMs, _reading);
    }
}
