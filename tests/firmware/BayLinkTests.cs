using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What a bay says on the station link whatever its pack says of itself.</summary>
public sealed class BayLinkTests
{
    private readonly BayRig _rig = new();

    [Theory]
    [InlineData(0u)]
    [InlineData(1002u)]
    [InlineData(9_999_999u)]
    [InlineData(10_000_000u)]
    [InlineData(0xFFFFFEu)]
    [InlineData(0xFFFFFFu)]
    [InlineData(0x01234567u)]
    [InlineData(0xFFFFFFFEu)]
    [InlineData(0xFFFFFFFFu)]
    public void Smoke_is_told_whatever_serial_number_the_pack_says(uint serial)
    {
        _rig.Put(_rig.Normal);
        _rig.Identify(_rig.Normal, serial);
        _rig.Link.Discards = false;
        _rig.Inputs[0].SmokeLoopClosed = false;
        _rig.Pass(100);
        List<BayStatusFrame> told = Told();
        Assert.Equal(25, told.Count);
        Assert.All(told, status => Assert.True(status.Smoke));
        bool named = serial is > 0 and < 10_000_000;
        Assert.All(told, status => Assert.Equal(
            (named, named ? serial : 0), (status.PackSerialKnown, status.PackSerial)));
        Assert.Equal(0u, _rig.Node.Bays.Unsent);
    }

    [Theory]
    [InlineData(9_999_999u, BayAnswer.Granted)]
    [InlineData(10_000_000u, BayAnswer.RefusedNotReady)]
    public void A_pack_whose_serial_number_no_pack_code_can_say_is_not_given_out(uint serial, BayAnswer answer)
    {
        _rig.Put(_rig.Normal);
        _rig.Identify(_rig.Normal, serial);
        Assert.Equal(serial, _rig.Normal.Records.PackSerial);
        Assert.Equal(answer, _rig.Ask(_rig.Normal, BayOperation.ReserveToTake));
        Assert.Equal(serial < 10_000_000, _rig.PackStatus(_rig.Normal).PackSerialKnown);
    }

    [Fact]
    public void A_charge_over_100_percent_is_not_known_and_silences_nothing()
    {
        _rig.Normal.Records.ChargePermille = 1010;
        Assert.False(_rig.Status(_rig.Normal).ChargeKnown);
        Assert.True(_rig.Status(_rig.Normal).Write(new CanFrame()));
    }

    [Fact]
    public void A_frame_that_has_no_room_for_a_value_is_counted()
    {
        _rig.Normal.Records.HottestKnown = true;
        _rig.Normal.Records.HottestC = 1000;
        _rig.Pass(100);
        Assert.Equal(5u, _rig.Node.Bays.Unsent);
    }

    private List<BayStatusFrame> Told()
    {
        List<BayStatusFrame> told = [];
        CanFrame frame = new();
        while (_rig.Link.TakeSent(frame))
        {
            BayStatusFrame status = new();
            if (status.Read(frame) == DecodeResult.Ok && status.Bay == _rig.Normal.Number)
            {
                told.Add(status);
            }
        }

        return told;
    }
}
