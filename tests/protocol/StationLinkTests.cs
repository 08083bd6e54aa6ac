using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class StationLinkTests
{
    private readonly CanFrame _frame = new();

    [Fact]
    public void Bay_status_is_these_eight_bytes()
    {
        var bay = new BayStatusFrame
        {
            Source = 0x11,
            Life = 5,
            Bay = 3,
            Presence = BayPresence.Occupied,
            ChargeStage = 4,
            PowerOff = true,
            Healthy = true,
            ChargePermille = 800,
            ChargeKnown = true,
            ReservedBy = 1,
            PackSerial = 0x123456,
            PackSerialKnown = true,
        };
        Assert.True(bay.Write(_frame));
        Assert.Equal("18FF5011#050372C801563412", Frames.Text(_frame));
    }

    [Fact]
    public void Bay_status_with_nothing_known_says_so_in_ones()
    {
        Assert.True(new BayStatusFrame { Source = 0x12, Bay = 1 }.Write(_frame));
        Assert.Equal("18FF5012#000100FF00FFFFFF", Frames.Text(_frame));
        var read = new BayStatusFrame();
        Assert.Equal(DecodeResult.Ok, read.Read(_frame));
        Assert.False(read.ChargeKnown);
        Assert.False(read.PackSerialKnown);
        Assert.Equal(BayPresence.Unknown, read.Presence);
        Assert.False(read.Healthy);
    }

    [Fact]
    public void Request_grant_and_phase_are_these_bytes()
    {
        var request = new BayRequestFrame
        {
            Source = 1, Life = 9, Lane = 1, Bay = 2, Operation = BayOperation.ReserveToTake, RequestId = 0xBEEF,
        };
        Assert.True(request.Write(_frame));
        Assert.Equal("18FF5101#0902010202EFBEFF", Frames.Text(_frame));

        var grant = new BayGrantFrame
        {
            Source = 0x11, Life = 2, Lane = 1, Bay = 2, Operation = BayOperation.ReserveToTake,
            Answer = BayAnswer.RefusedNotReady, RequestId = 0xBEEF,
        };
        Assert.True(grant.Write(_frame));
        Assert.Equal("18FF5211#0201020203EFBEFF", Frames.Text(_frame));

        var lane = new LanePhaseFrame
        {
            Source = 1, Life = 3, Lane = 1, Phase = 12, StoreBay = 2, TakeBay = 4, Moving = true, HoldsStore = true,
        };
        Assert.True(lane.Write(_frame));
        Assert.Equal("18FF5301#03010C0204FB02FF", Frames.Text(_frame));

        var share = new PowerShareFrame
        {
            Source = 1, Life = 4, Bay = 3, ShareW = 120_000, StationW = 960_000, StationKnown = true,
        };
        Assert.True(share.Write(_frame));
        Assert.Equal("18FF5401#040203B0048025FF", Frames.Text(_frame));
        share.StationKnown = false;
        Assert.True(share.Write(_frame));
        Assert.Equal("18FF5401#040203B004FFFFFF", Frames.Text(_frame));
    }

    [Fact]
    public void Every_power_share_is_read_as_it_was_written()
    {
        Gen<PowerShareFrame> frames =
            from source in Gen.Choose(0, 253)
            from life in Gen.Choose(0, 255)
            from version in Gen.Choose(0, 255)
            from bay in Gen.Choose(1, 255)
            from share in Gen.Choose(0, 65534)
            from station in Gen.Choose(-1, 65534)
            select new PowerShareFrame
            {
                Source = source, Life = life, Version = version, Bay = bay, ShareW = share * 100,
                StationKnown = station >= 0, StationW = Math.Max(station, 0) * 100,
            };
        Prop.ForAll(Arb.From(frames), written =>
        {
            var read = new PowerShareFrame();
            return written.Write(_frame) && read.Read(_frame) == DecodeResult.Ok
                && (read.Source, read.Life, read.Version, read.Bay, read.ShareW, read.StationKnown, read.StationW)
                == (written.Source, written.Life, written.Version, written.Bay, written.ShareW, written.StationKnown,
                    written.StationW);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("18FF5401#040100B0048025FF")] // no bay
    [InlineData("18FF5401#040103FFFF8025FF")] // no share
    public void Power_share_without_a_bay_or_a_share_is_refused(string text)
    {
        Assert.Equal(DecodeResult.Malformed, new PowerShareFrame().Read(Frames.Parse(text)));
    }

    [Fact]
    public void Lane_announces_the_version_that_it_speaks()
    {
        var lane = new LanePhaseFrame();
        Assert.Equal(DecodeResult.Ok, lane.Read(Frames.Parse("18FF5301#03010C0204FF03FF")));
        Assert.Equal(3, lane.Version);
    }

    [Fact]
    public void One_lane_and_eight_bays_load_the_bus_to_less_than_a_fifth_at_250_kbit_a_second()
    {
        const int BitRate = 250_000;

        // Extended frame with 8 bytes: 54 bits that may be stuffed (with the CRC) and 64 of data, a stuff bit for each
        // four after the first in the worst case, and 13 that are never stuffed (delimiters, ACK, EOF, gap).
        const int Stuffable = 54 + 64;
        const int WorstBits = Stuffable + (Stuffable - 1) / 4 + 13;
        Assert.Equal(160, WorstBits);
        double bits = StationLinkMessages.Rows.Sum(row => row.Frames(1, 8) * WorstBits * 1000.0 / row.PeriodMs);
        Assert.Equal(78 * WorstBits, bits);
        Assert.InRange(bits / BitRate, 0.01, 0.20);
    }

    [Fact]
    public void Bay_pack_is_these_eight_bytes_and_comes_back_as_it_was_written()
    {
        var bay = new BayPackFrame
        {
            Source = 0x11, Life = 5, Bay = 3, Interface = 1, HottestKnown = true, HottestC = 33, Watched = true,
            Owner = PackOwner.Leased, PackSerialKnown = true, PackSerial = 0x123456,
        };
        Assert.True(bay.Write(_frame));
        Assert.Equal("18FF5511#05030153FB563412", Frames.Text(_frame));
        var read = new BayPackFrame();
        Assert.Equal(DecodeResult.Ok, read.Read(_frame));
        Assert.Equal(
            (0x11, 5, 3, 1, 33, true, PackOwner.Leased, 0x123456u),
            (read.Source, read.Life, read.Bay, read.Interface, read.HottestC, read.Watched, read.Owner,
                read.PackSerial));
    }

    [Fact]
    public void Bay_pack_of_which_nothing_is_known_says_so_and_a_value_that_does_not_fit_is_not_sent()
    {
        Assert.True(new BayPackFrame { Source = 0x12, Bay = 1 }.Write(_frame));
        Assert.Equal("18FF5512#000100FFF8FFFFFF", Frames.Text(_frame));
        var read = new BayPackFrame { Interface = 7 };
        Assert.Equal(DecodeResult.Ok, read.Read(_frame));
        Assert.Equal((0, false, false, false, PackOwner.Unknown),
            (read.Interface, read.HottestKnown, read.Watched, read.PackSerialKnown, read.Owner));
        Assert.Equal(DecodeResult.Ok, read.Read(Frames.Parse("18FF5512#0001FFFFFFFFFFFF")));
        Assert.Equal((0, true, PackOwner.Unknown), (read.Interface, read.Watched, read.Owner));
        Assert.Equal(DecodeResult.Malformed, read.Read(Frames.Parse("18FF5512#000000FFF8FFFFFF")));
        Assert.False(new BayPackFrame { Bay = 0 }.Write(_frame));
        Assert.False(new BayPackFrame { Bay = 1, Interface = 255 }.Write(_frame));
        Assert.False(new BayPackFrame { Bay = 1, HottestKnown = true, HottestC = 205 }.Write(_frame));
        Assert.False(new BayPackFrame { Bay = 1, PackSerialKnown = true, PackSerial = 0xFFFFFF }.Write(_frame));
    }

    [Fact]
    public void Every_frame_of_the_link_stands_in_its_table_once()
    {
        IEnumerable<Type> frames = typeof(StationLink).Assembly.GetTypes()
            .Where(type => type.GetField("LifeSignal") != null);
        int[] declared = [.. frames.Select(type => (int)type.GetField("Pgn")!.GetValue(null)!).Order()];
        Assert.Equal(declared, StationLinkMessages.Rows.Select(row => row.Pgn).Order());
    }

    [Fact]
    public void Every_bay_status_is_read_as_it_was_written()
    {
        Gen<BayStatusFrame> frames =
            from source in Gen.Choose(0, 253)
            from life in Gen.Choose(0, 255)
            from bay in Gen.Choose(1, 255)
            from presence in Gen.Elements(Enum.GetValues<BayPresence>())
            from stage in Gen.Choose(0, 7)
            from flags in Gen.Choose(0, 63)
            from charge in Gen.Choose(0, 250)
            from lane in Gen.Choose(0, 15)
            from serial in Gen.Choose(0, 0xFFFFFE)
            select new BayStatusFrame
            {
                Source = source, Life = life, Bay = bay, Presence = presence, ChargeStage = stage,
                PowerOff = (flags & 1) != 0, Healthy = (flags & 2) != 0, Isolated = (flags & 4) != 0,
                ChargeKnown = (flags & 8) != 0, ChargePermille = (flags & 8) != 0 ? charge * 4 : 0,
                ReservedBy = lane, Smoke = (flags & 32) != 0,
                PackSerialKnown = (flags & 16) != 0, PackSerial = (flags & 16) != 0 ? (uint)serial : 0,
            };
        Prop.ForAll(Arb.From(frames), written =>
        {
            var read = new BayStatusFrame();
            return written.Write(_frame) && read.Read(_frame) == DecodeResult.Ok
                && Values(read) == Values(written);
        }).QuickCheckThrowOnFailure();

        static string Values(BayStatusFrame bay) =>
            string.Join(' ', typeof(BayStatusFrame).GetFields().Where(f => !f.IsStatic).Select(f => f.GetValue(bay)));
    }

    [Theory]
    [InlineData("18FF5111#0501720000000000", DecodeResult.UnknownId)]
    [InlineData("18FF5011#05017200000000", DecodeResult.Short)]
    [InlineData("18FF5011#0500720000000000", DecodeResult.Malformed)]
    public void Bay_status_that_is_none_is_refused_and_changes_nothing(string text, DecodeResult result)
    {
        var bay = new BayStatusFrame { Bay = 9, Life = 77 };
        Assert.Equal(result, bay.Read(Frames.Parse(text)));
        Assert.Equal((9, 77), (bay.Bay, bay.Life));
    }

    [Theory]
    [InlineData("18FF5101#0901000202EFBEFF")] // no lane
    [InlineData("18FF5101#0901010002EFBEFF")] // no bay
    [InlineData("18FF5101#0901010200EFBEFF")] // no operation
    [InlineData("18FF5101#0901010204EFBEFF")] // an operation of another version
    public void Request_without_a_lane_a_bay_or_a_known_operation_is_refused(string text)
    {
        Assert.Equal(DecodeResult.Malformed, new BayRequestFrame().Read(Frames.Parse(text)));
    }

    [Fact]
    public void Answer_of_a_later_version_is_read_and_is_not_a_grant()
    {
        var grant = new BayGrantFrame();
        Assert.Equal(DecodeResult.Ok, grant.Read(Frames.Parse("18FF5211#02010202C8EFBEFF")));
        Assert.NotEqual(BayAnswer.Granted, grant.Answer);
    }

    [Fact]
    public void Frame_with_a_value_that_does_not_fit_is_not_to_be_sent()
    {
        Assert.False(new BayStatusFrame { Bay = 0 }.Write(_frame));
        Assert.False(new BayStatusFrame { Bay = 1, Life = 256 }.Write(_frame));
        Assert.False(new BayStatusFrame { Bay = 1, ChargeKnown = true, ChargePermille = 1004 }.Write(_frame));
        Assert.False(new BayStatusFrame { Bay = 1, PackSerialKnown = true, PackSerial = 0xFFFFFF }.Write(_frame));
        Assert.False(new BayRequestFrame { Lane = 1, Bay = 1, RequestId = 65536 }.Write(_frame));
        Assert.False(new BayRequestFrame { Lane = 0, Bay = 1 }.Write(_frame));
        Assert.False(new BayRequestFrame { Lane = 1, Bay = 0 }.Write(_frame));
        Assert.False(new BayRequestFrame { Lane = 1, Bay = 1, Life = 256 }.Write(_frame));
        Assert.False(new BayRequestFrame { Lane = 1, Bay = 1, Version = 256 }.Write(_frame));
        Assert.False(new BayGrantFrame { Lane = 0, Bay = 1 }.Write(_frame));
        Assert.False(new BayGrantFrame { Lane = 1, Bay = 0 }.Write(_frame));
        Assert.False(new BayGrantFrame { Lane = 1, Bay = 1, Life = 256 }.Write(_frame));
        Assert.False(new LanePhaseFrame { Lane = 0 }.Write(_frame));
        Assert.False(new LanePhaseFrame { Lane = 1, Life = 256 }.Write(_frame));
        Assert.False(new PowerShareFrame { Bay = 0 }.Write(_frame));
        Assert.False(new PowerShareFrame { Bay = 1, ShareW = 6_553_500 }.Write(_frame));
        Assert.False(new PowerShareFrame { Bay = 1, StationKnown = true, StationW = 6_553_500 }.Write(_frame));
    }
}
