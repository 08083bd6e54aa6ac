using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A vehicle with several packs, one after another.</summary>
public sealed class LanePacksTests
{
    private readonly LaneRig _rig = new(profile: TopLiftTruck.WithPacks(3));

    [Fact]
    public void Three_packs_are_swapped_one_after_another_in_the_positions_that_are_named()
    {
        for (int position = 1; position <= 3; position++)
        {
            _rig.DriveTo(Phase.Accepting);
            Assert.Equal(position, _rig.Position);
            Assert.Equal((0, 0), (_rig.Node.Lane.Bays.StoreBay, _rig.Node.Lane.Bays.TakeBay));
            _rig.DriveTo(Phase.Withdrawing);
            Assert.Equal(LaneRig.NewCodeOf(position), _rig.PackCode);
        }

        _rig.DriveTo(Phase.Releasing);
        _rig.Inputs.VehiclePresent = false;
        _rig.RunTo(Phase.Idle);
        _rig.Pass(2);
        Assert.Equal(1, _rig.Position);
        Assert.Equal([LaneRig.OldCodeOf(1), LaneRig.OldCodeOf(2), LaneRig.OldCodeOf(3)], Codes(EventKind.BatteryIn));
        Assert.Equal([LaneRig.NewCodeOf(1), LaneRig.NewCodeOf(2), LaneRig.NewCodeOf(3)], Codes(EventKind.BatteryOut));
    }

    [Fact]
    public void What_one_pack_has_said_is_not_said_of_the_next_and_what_is_still_under_way_neither()
    {
        _rig.DriveTo(Phase.Withdrawing);
        _rig.DriveTo(Phase.Accepting);
        for (int i = 0; i < 10; i++)
        {
            _rig.Pass();
            Assert.False(_rig.Node.Lane.Bus.IsFresh(SwapPackMessage.St4, _rig.NowMs));
            Assert.True(_rig.Node.Lane.Bus.LockValid(_rig.NowMs));
        }

        _rig.Pass(4);
        Assert.True(_rig.Node.Lane.Bus.IsFresh(SwapPackMessage.St4, _rig.NowMs));
    }

    [Fact]
    public void A_power_loss_with_the_second_pack_goes_on_with_the_second_pack()
    {
        _rig.DriveTo(Phase.Withdrawing);
        _rig.DriveTo(Phase.Gripping);
        Assert.Equal(2, _rig.Position);
        _rig.Pass(2);
        _rig.Restart();
        _rig.Pass(60);
        _rig.Confirm();
        Assert.Equal(2, _rig.Position);
        _rig.DriveTo(Phase.Withdrawing);
        Assert.Equal(LaneRig.NewCodeOf(2), _rig.PackCode);
    }

    [Fact]
    public void After_an_abort_no_further_pack_is_touched()
    {
        _rig.DriveTo(Phase.Locking);
        _rig.Pass();
        _rig.Node.Lane.AbortByCity();
        _rig.Pass(20);
        _rig.Confirm();
        _rig.DriveTo(Phase.Releasing);
        Assert.Equal(1, _rig.Position);
    }

    private List<string> Codes(EventKind kind)
    {
        List<string> codes = [];
        byte[] payload = new byte[Journal.RecordRoom];
        EventRecord record = new();
        for (ulong sequence = 1; sequence <= _rig.Node.Journal.LastStored; sequence++)
        {
            int length = _rig.Node.Journal.Read(sequence, payload);
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, length, record));
            if (record.Kind == kind)
            {
                codes.Add(Ascii.Read(record.PackCode, 0, record.PackCodeLength));
            }
        }

        return codes;
    }
}
