using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

/// <summary>Fields of the station link at their limits, and frames that are none.</summary>
public class StationLinkFieldTests
{
    private readonly CanFrame _frame = new();

    [Theory]
    [InlineData("18FF5211#0200020203EFBEFF", DecodeResult.Malformed)] // no lane
    [InlineData("18FF5211#0201000203EFBEFF", DecodeResult.Malformed)] // no bay
    [InlineData("18FF5211#0201020200EFBEFF", DecodeResult.Malformed)] // no answer
    [InlineData("18FF5211#0201020003EFBEFF", DecodeResult.Malformed)] // no operation
    [InlineData("18FF5211#0201020403EFBEFF", DecodeResult.Malformed)] // an operation of another version
    [InlineData("18FF5211#0201020203EFBE", DecodeResult.Short)]
    [InlineData("18FF5111#0201020203EFBEFF", DecodeResult.UnknownId)]
    public void Grant_that_is_none_is_refused_and_changes_nothing(string text, DecodeResult result)
    {
        var grant = new BayGrantFrame { Bay = 9, Life = 77, Answer = BayAnswer.RefusedNotReady };
        Assert.Equal(result, grant.Read(Frames.Parse(text)));
        Assert.Equal((9, 77, BayAnswer.RefusedNotReady), (grant.Bay, grant.Life, grant.Answer));
    }

    [Theory]
    [InlineData(BayOperation.ReserveToStore)]
    [InlineData(BayOperation.ReserveToTake)]
    [InlineData(BayOperation.Release)]
    public void Every_operation_is_asked_and_answered(BayOperation operation)
    {
        var request = new BayRequestFrame { Source = 1, Lane = 1, Bay = 2, Operation = operation, RequestId = 7 };
        var read = new BayRequestFrame();
        Assert.True(request.Write(_frame));
        Assert.Equal(DecodeResult.Ok, read.Read(_frame));
        Assert.Equal((1, 1, 2, operation, 7), (read.Source, read.Lane, read.Bay, read.Operation, read.RequestId));

        var grant = new BayGrantFrame
        {
            Source = 2, Lane = 1, Bay = 2, Operation = operation, Answer = BayAnswer.Granted,
        };
        var answer = new BayGrantFrame();
        Assert.True(grant.Write(_frame));
        Assert.Equal(DecodeResult.Ok, answer.Read(_frame));
        Assert.Equal((2, operation, BayAnswer.Granted), (answer.Source, answer.Operation, answer.Answer));
    }

    [Theory]
    [InlineData(false, false, false, "18FF5301#0001000000F802FF")]
    [InlineData(true, false, false, "18FF5301#0001000000F902FF")]
    [InlineData(false, true, false, "18FF5301#0001000000FA02FF")]
    [InlineData(false, false, true, "18FF5301#0001000000FC02FF")]
    public void Lane_says_bit_by_bit_that_it_moves_and_which_bays_it_holds(
        bool moving, bool store, bool take, string text)
    {
        var lane = new LanePhaseFrame { Source = 1, Lane = 1, Moving = moving, HoldsStore = store, HoldsTake = take };
        Assert.True(lane.Write(_frame));
        Assert.Equal(text, Frames.Text(_frame));
        var read = new LanePhaseFrame();
        Assert.Equal(DecodeResult.Ok, read.Read(_frame));
        Assert.Equal((moving, store, take), (read.Moving, read.HoldsStore, read.HoldsTake));
    }

    [Theory]
    [InlineData("18FF5301#0300000204FF01FF", DecodeResult.Malformed)] // no lane
    [InlineData("18FF5301#0301000204FF01", DecodeResult.Short)]
    public void Phase_that_is_none_is_refused_and_changes_nothing(string text, DecodeResult result)
    {
        var lane = new LanePhaseFrame { Lane = 9, Phase = 77 };
        Assert.Equal(result, lane.Read(Frames.Parse(text)));
        Assert.Equal((9, 77), (lane.Lane, lane.Phase));
    }

    [Fact]
    public void Full_pack_is_known_and_an_unknown_power_of_the_station_is_no_number()
    {
        var full = new BayStatusFrame { Source = 1, Bay = 1, ChargeKnown = true, ChargePermille = 1_000 };
        var read = new BayStatusFrame();
        Assert.True(full.Write(_frame));
        Assert.Equal(DecodeResult.Ok, read.Read(_frame));
        Assert.Equal((true, 1_000), (read.ChargeKnown, read.ChargePermille));

        var share = new PowerShareFrame { StationW = 5 };
        Assert.Equal(DecodeResult.Ok, share.Read(Frames.Parse("18FF5401#040103B004FFFFFF")));
        Assert.Equal((false, 0), (share.StationKnown, share.StationW));
        Assert.Equal(DecodeResult.Short, share.Read(Frames.Parse("18FF5401#040103B004FFFF")));
    }
}
