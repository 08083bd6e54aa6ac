using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class ChargeBusTests
{
    private readonly ChargeBus _bus = new();

    [Fact]
    public void BHM_carries_the_highest_voltage()
    {
        Assert.Equal(DecodeResult.Ok, Accept("182756F4#8E17"));
        Assert.Equal(ChargeMessage.Bhm, _bus.Completed);
        Assert.Equal(603_000, Bhm.MaxVoltageMv.Read(_bus.Slot(ChargeMessage.Bhm).Data));
        Assert.Equal(DecodeResult.Ok, Accept("182756F4#A510"));
        Assert.Equal(426_100, Bhm.MaxVoltageMv.Read(_bus.Slot(ChargeMessage.Bhm).Data));
    }

    [Fact]
    public void CCS_padded_to_eight_bytes_is_read()
    {
        Accept("1812F456#2A00A00F0000FDFF");
        byte[] data = _bus.Slot(ChargeMessage.Ccs).Data;
        Assert.Equal(4_200, Ccs.VoltageMv.Read(data));
        Assert.Equal(0, Ccs.CurrentMa.Read(data));
        Assert.Equal(0, Ccs.Minutes.Read(data));
        Assert.Equal(Ccs.Allowed, Ccs.Permission.Read(data));
    }

    [Fact]
    public void CTS_of_the_standard_example_is_a_time_of_day()
    {
        Accept("1807F456#36240816051520");
        byte[] data = _bus.Slot(ChargeMessage.Cts).Data;
        Assert.True(Cts.IsSet(data));
        Assert.Equal(
            [2015, 5, 16, 8, 24, 36],
            [
                Cts.Read(data, Cts.Year), Cts.Read(data, Cts.Month), Cts.Read(data, Cts.Day),
                Cts.Read(data, Cts.Hour), Cts.Read(data, Cts.Minute), Cts.Read(data, Cts.Second),
            ]);
    }

    [Theory]
    [InlineData("1807F456#FFFFFFFFFFFFFF")]
    [InlineData("1807F456#1A240816051520")]
    [InlineData("1807F456#36240816131520")]
    [InlineData("1807F456#36240800051520")]
    public void CTS_that_is_not_set_or_not_BCD_is_no_time(string frame)
    {
        Assert.Equal(DecodeResult.Ok, Accept(frame));
        Assert.False(Cts.IsSet(_bus.Slot(ChargeMessage.Cts).Data));
    }

    [Fact]
    public void BRM_of_49_bytes_is_read_field_by_field()
    {
        AcceptAll(
            "1CEC56F4#10310007FF000200", "1CECF456#110701FFFF000200", "1CEB56F4#0101010006B40039",
            "1CEB56F4#02134B4C49450100", "1CEB56F4#0300001E01010100", "1CEB56F4#040001FF00000000",
            "1CEB56F4#0500000000000000", "1CEB56F4#0600000000000083", "1CEB56F4#07FFFFFFFFFFFFFF");
        Assert.Equal(ChargeMessage.Brm, _bus.Completed);
        MessageSlot slot = _bus.Slot(ChargeMessage.Brm);
        Assert.Equal(49, slot.Length);
        Assert.Equal(Chm.Version11, Brm.Version.Read(slot.Data));
        Assert.Equal(6, Brm.Chemistry.Read(slot.Data));
        Assert.Equal(18_000, Brm.CapacityMah.Read(slot.Data));
        Assert.Equal(492_100, Brm.RatedMv.Read(slot.Data));
        Assert.Equal("KLIE"u8.ToArray(), slot.Data[Brm.MakerOffset..(Brm.MakerOffset + Brm.MakerLength)]);
        Assert.Equal(1u, Brm.PackSerial.Raw(slot.Data));
        Assert.Equal(2015, Brm.Year.Read(slot.Data));
        Assert.Equal(1, Brm.Month.Read(slot.Data));
        Assert.Equal(1, Brm.Day.Read(slot.Data));
        Assert.Equal(1, Brm.Cycles.Read(slot.Data));
        Assert.Equal(1, Brm.Ownership.Read(slot.Data));
    }

    [Fact]
    public void BRM_field_of_ones_is_not_available_rather_than_the_year_2240()
    {
        AcceptTransport(0x0200, [.. Enumerable.Repeat((byte)0xFF, 41)]);
        MessageSlot slot = _bus.Slot(ChargeMessage.Brm);
        Assert.Equal(41, slot.Length);
        Assert.Equal(Quality.NotAvailable, slot.QualityOf(Brm.Year, 0, 0));
        Assert.Equal(Quality.NotAvailable, slot.QualityOf(Brm.SoftwareVersion, 0, 0));
    }

    [Fact]
    public void BCP_is_read_field_by_field()
    {
        AcceptTransport(0x0600, Convert.FromHexString("9E01B80B4E008E176ECA032413"));
        byte[] data = _bus.Slot(ChargeMessage.Bcp).Data;
        Assert.Equal(4_140, Bcp.MaxCellMv.Read(data));
        Assert.Equal(-100_000, Bcp.MaxCurrentMa.Read(data));
        Assert.Equal(7_800, Bcp.EnergyWh.Read(data));
        Assert.Equal(603_000, Bcp.MaxVoltageMv.Read(data));
        Assert.Equal(60, Bcp.MaxTemperatureC.Read(data));
        Assert.Equal(970, Bcp.ChargePermille.Read(data));
        Assert.Equal(490_000, Bcp.VoltageMv.Read(data));
    }

    [Fact]
    public void BCS_is_read_field_by_field()
    {
        AcceptTransport(0x1100, Convert.FromHexString("6B13820F8C11610A00"));
        byte[] data = _bus.Slot(ChargeMessage.Bcs).Data;
        Assert.Equal(497_100, Bcs.VoltageMv.Read(data));
        Assert.Equal(-3_000, Bcs.CurrentMa.Read(data));
        Assert.Equal(3_960, Bcs.MaxCellMv.Read(data));
        Assert.Equal(1, Bcs.MaxCellGroup.Read(data));
        Assert.Equal(970, Bcs.ChargePermille.Read(data));
        Assert.Equal(10, Bcs.RemainingMinutes.Read(data));
    }

    [Fact]
    public void BCL_CML_and_BSM_are_read_field_by_field()
    {
        AcceptAll("181056F4#5217820F02", "1808F456#581BD007D80EA00F", "181356F4#424B014A1B00D0");
        byte[] bcl = _bus.Slot(ChargeMessage.Bcl).Data;
        Assert.Equal(597_000, Bcl.VoltageMv.Read(bcl));
        Assert.Equal(-3_000, Bcl.CurrentMa.Read(bcl));
        Assert.Equal(Bcl.ConstantCurrent, Bcl.Regulation.Read(bcl));
        byte[] cml = _bus.Slot(ChargeMessage.Cml).Data;
        Assert.Equal(700_000, Cml.MaxVoltageMv.Read(cml));
        Assert.Equal(200_000, Cml.MinVoltageMv.Read(cml));
        Assert.Equal(-20_000, Cml.MaxCurrentMa.Read(cml));
        Assert.Equal(0, Cml.MinCurrentMa.Read(cml));
        byte[] bsm = _bus.Slot(ChargeMessage.Bsm).Data;
        Assert.Equal(67, Bsm.MaxCellNumber.Read(bsm));
        Assert.Equal(25, Bsm.MaxTemperatureC.Read(bsm));
        Assert.Equal(2, Bsm.MaxTemperatureProbe.Read(bsm));
        Assert.Equal(24, Bsm.MinTemperatureC.Read(bsm));
        Assert.Equal(28, Bsm.MinTemperatureProbe.Read(bsm));
        Assert.Equal(Bsm.Allowed, Bsm.Permission.Read(bsm));
    }

    [Fact]
    public void Carried_PGN_between_two_formats_is_none_of_them()
    {
        Assert.Equal(DecodeResult.UnknownId, AcceptTransport(0x0601, new byte[13]));
        Assert.Equal(ChargeMessage.None, _bus.Completed);
    }

    [Fact]
    public void CML_and_CCS_of_2011_have_six_bytes_and_the_rest_is_not_available()
    {
        Accept("1808F456#581BD007D80EA00F");
        Assert.Equal(DecodeResult.Ok, Accept("1808F456#581BD007D80E"));
        Assert.Equal(Quality.NotAvailable, _bus.Slot(ChargeMessage.Cml).QualityOf(Cml.MinCurrentMa, 0, 0));
        Assert.Equal(DecodeResult.Ok, Accept("1812F456#2A00A00F0000"));
        Assert.Equal(Quality.NotAvailable, _bus.Slot(ChargeMessage.Ccs).QualityOf(Ccs.Permission, 0, 0));
    }

    [Theory]
    [InlineData("182756F4#8E17FFFFFFFFFFFF", DecodeResult.Ok)]
    [InlineData("182756F4#8E17000000000000", DecodeResult.Ok)]
    [InlineData("182756F4#8E17FF0000000000", DecodeResult.Long)]
    [InlineData("182756F4#8E175A5A5A5A5A5A", DecodeResult.Long)]
    [InlineData("182756F4#8E", DecodeResult.Short)]
    [InlineData("182756F4#", DecodeResult.Short)]
    [InlineData("182756F5#8E17", DecodeResult.ForeignAddress)]
    [InlineData("182757F4#8E17", DecodeResult.ForeignAddress)]
    [InlineData("18F00156#0000", DecodeResult.UnknownId)]
    [InlineData("18F00056#0000", DecodeResult.UnknownId)]
    [InlineData("188056F4#00", DecodeResult.UnknownId)] // one format beyond those of a charger bus
    [InlineData("192756F4#8E17", DecodeResult.UnknownId)] // BHM's format on the other data page
    [InlineData("182EF456#0000", DecodeResult.UnknownId)]
    [InlineData("1827F456#8E17", DecodeResult.WrongSender)]
    [InlineData("1CEB56F4#0100000000000000", DecodeResult.TransportUnexpected)]
    [InlineData("7DF#0201", DecodeResult.UnknownId)]
    public void Frame_is_accepted_or_refused_by_name_and_counted(string frame, DecodeResult result)
    {
        Assert.Equal(result, Accept(frame));
        Assert.Equal(1u, _bus.Count(result));
        Assert.Equal(result == DecodeResult.Ok ? ChargeMessage.Bhm : ChargeMessage.None, _bus.Completed);
    }

    [Fact]
    public void Refused_frame_leaves_the_last_good_copy_alone()
    {
        Accept("182756F4#8E17");
        Accept("182756F4#8E");
        Assert.Equal(603_000, Bhm.MaxVoltageMv.Read(_bus.Slot(ChargeMessage.Bhm).Data));
        Assert.Equal(1u, _bus.Slot(ChargeMessage.Bhm).Received);
    }

    [Fact]
    public void Transported_message_of_an_unknown_or_wrong_kind_is_refused()
    {
        Assert.Equal(DecodeResult.UnknownId, AcceptTransport(0x4400, new byte[20]));
        Assert.Equal(DecodeResult.Long, AcceptTransport(0x0200, new byte[50]));
        Assert.Equal(DecodeResult.Short, AcceptTransport(0x0200, new byte[40]));
        Assert.Equal(0x0200, _bus.Pgn);
    }

    [Fact]
    public void Transport_session_that_never_ends_is_counted_once_with_its_PGN()
    {
        Accept("1CEC56F4#10090002FF001100", 100);
        Assert.Equal(DecodeResult.None, _bus.Poll(1_350));
        Assert.Equal(DecodeResult.TransportTimeout, _bus.Poll(1_351));
        Assert.Equal(0x1100, _bus.Pgn);
        Assert.Equal(DecodeResult.None, _bus.Poll(9_999));
        Assert.Equal(1u, _bus.Count(DecodeResult.TransportTimeout));
    }

    [Fact]
    public void Message_is_fresh_for_three_of_its_periods()
    {
        Accept("181056F4#5217820F02", 1_000);
        Assert.True(_bus.IsFresh(ChargeMessage.Bcl, 1_150));
        Assert.False(_bus.IsFresh(ChargeMessage.Bcl, 1_151));
        Assert.Equal(Quality.Stale, _bus.Slot(ChargeMessage.Bcl).QualityOf(Bcl.VoltageMv, 1_151, 150));
        Assert.False(_bus.IsFresh(ChargeMessage.Ccs, 0));
    }

    [Fact]
    public void Reset_forgets_the_pack_and_keeps_the_counters()
    {
        Accept("182756F4#8E17");
        Accept("1CEC56F4#10090002FF001100");
        _bus.Reset();
        Assert.Equal(0u, _bus.Slot(ChargeMessage.Bhm).Received);
        Assert.Equal(0xFF, _bus.Slot(ChargeMessage.Bhm).Data[0]);
        Assert.Equal(DecodeResult.TransportUnexpected, Accept("1CEB56F4#012513A00F731161"));
        Assert.Equal(1u, _bus.Count(DecodeResult.Ok));
    }

    private DecodeResult Accept(string frame, long timeMs = 0) => _bus.Accept(Frames.Parse(frame, timeMs));

    private void AcceptAll(params string[] frames)
    {
        foreach (string frame in frames)
        {
            Accept(frame);
        }
    }

    private DecodeResult AcceptTransport(int pgn, byte[] message)
    {
        DecodeResult result = DecodeResult.None;
        foreach (CanFrame frame in Frames.Transported(pgn, message))
        {
            result = _bus.Accept(frame);
        }

        return result;
    }
}
