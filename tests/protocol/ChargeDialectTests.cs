using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

/// <summary>Diagnostics, and the dialect of a swap station in which CFC sets the offset of the currents.</summary>
public class ChargeDialectTests
{
    private const string Demand = "181056F4#52177A2602";
    private readonly PackMonitor _monitor = new();
    private readonly PackReading _reading = new();

    private ChargeBus Bus => _monitor.Bus;

    [Fact]
    public void Offset_of_CFC_changes_every_later_current()
    {
        Assert.Equal(DecodeResult.Ok, Accept("1830F456#0A02FFFFFFFFFFFF"));
        Assert.Equal(1_000_000, Bus.CurrentOffsetMa);
        Accept(Demand);
        Accept("1812F456#2A007A260000FDFF");
        foreach (CanFrame frame in Frames.Transported(Bcs.Pgn, Convert.FromHexString("6B137A268C11610A00")))
        {
            _monitor.Accept(frame);
        }

        _monitor.Read(0, _reading);
        Assert.Equal(-15_000, _reading.Value(PackValue.DemandCurrentMa));
        Assert.Equal(-15_000, _reading.Value(PackValue.ChargerCurrentMa));
        Assert.Equal(-15_000, _reading.Value(PackValue.CurrentMa));
        Assert.Equal(597_000, _reading.Value(PackValue.DemandVoltageMv));
    }

    [Fact]
    public void Current_that_came_before_CFC_keeps_the_offset_of_its_time()
    {
        Accept(Demand);
        Accept("1830F456#0A02FFFFFFFFFFFF");
        Assert.Equal(585_000, Bcl.CurrentMa.Read(Bus.Slot(ChargeMessage.Bcl).Data));
        Assert.Equal(0, Bus.CurrentShiftMa(ChargeMessage.Bcl));
        Accept(Demand);
        Assert.Equal(-600_000, Bus.CurrentShiftMa(ChargeMessage.Bcl));
    }

    [Fact]
    public void Offset_is_forgotten_when_the_pack_leaves()
    {
        Accept("1830F456#0A02FFFFFFFFFFFF");
        Accept(Demand);
        _monitor.Reset(0);
        Assert.Equal(400_000, Bus.CurrentOffsetMa);
        Assert.Equal(0, Bus.CurrentShiftMa(ChargeMessage.Bcl));
        Accept(Demand);
        _monitor.Read(0, _reading);
        Assert.Equal(585_000, _reading.Value(PackValue.DemandCurrentMa));
    }

    [Fact]
    public void Offset_is_that_of_one_bus_only()
    {
        Accept("1830F456#0AFF");
        Assert.Equal(400_000, new ChargeBus().CurrentOffsetMa);
    }

    [Theory]
    [InlineData("1830F456#00")]
    [InlineData("1830F456#FF02")]
    [InlineData("183056F4#0A02")] // BCPP of the BMS has the same PGN
    [InlineData("1830F457#0A02")]
    public void What_sets_no_offset_leaves_the_standards(string frame)
    {
        Accept(frame);
        Assert.Equal(400_000, Bus.CurrentOffsetMa);
    }

    [Fact]
    public void One_PGN_is_another_message_from_the_other_side()
    {
        Accept("1830F456#0AFF");
        Assert.Equal(ChargeMessage.Cfc, Bus.Completed);
        Accept("183056F4#00");
        Assert.Equal(ChargeMessage.Bcpp, Bus.Completed);
        Accept("183156F4#00");
        Assert.Equal(ChargeMessage.Bfc, Bus.Completed);
        Accept("1831F456#00");
        Assert.Equal(ChargeMessage.Cmlp, Bus.Completed);
        Assert.Equal(DecodeResult.WrongSender, Accept("183256F4#00"));
        Assert.Equal(ChargeMessages.Row(ChargeMessage.Bcpp), ChargeMessages.Find(0x3000, false));
        Assert.Equal(ChargeMessages.Row(ChargeMessage.Ccd), ChargeMessages.Find(0x3200, false));
        Assert.Null(ChargeMessages.Find(0x4400, false));
    }

    [Theory]
    [InlineData("182056F4#0000000000000000", ChargeMessage.Dm1)]
    [InlineData("1820F456#00", ChargeMessage.Dm1)]
    [InlineData("182156F4#00", ChargeMessage.Dm2)]
    [InlineData("1821F456#00", ChargeMessage.Dm2)]
    [InlineData("182256F4#00", ChargeMessage.Dm3)]
    [InlineData("1822F456#00", ChargeMessage.Dm3)]
    [InlineData("182356F4#00", ChargeMessage.Dm4)]
    [InlineData("1823F456#00", ChargeMessage.Dm4)]
    [InlineData("182456F4#00", ChargeMessage.Dm5)]
    [InlineData("1824F456#00", ChargeMessage.Dm5)]
    [InlineData("182556F4#00", ChargeMessage.Dm6)]
    [InlineData("1825F456#00", ChargeMessage.Dm6)]
    [InlineData("182556F4#0000", ChargeMessage.Dm6)]
    [InlineData("1861F456#01", ChargeMessage.SpecialRequest)]
    [InlineData("1C3456F4#0102030405060708", ChargeMessage.Bcsp)]
    public void Diagnostics_and_dialect_are_recognised_and_kept_as_they_came(string text, ChargeMessage message)
    {
        Assert.Equal(DecodeResult.Ok, Accept(text));
        Assert.Equal(message, Bus.Completed);
        Assert.Equal(Frames.Parse(text).Length, Bus.Slot(message).Length);
        Assert.Equal(ChargeStage.None, _monitor.Session.Stage);
        Assert.Equal(0u, _monitor.Session.Missing);
    }

    [Fact]
    public void Long_diagnostics_come_over_transport()
    {
        DecodeResult result = DecodeResult.None;
        foreach (CanFrame frame in Frames.Transported(0x2000, new byte[30]))
        {
            result = _monitor.Accept(frame);
        }

        Assert.Equal(DecodeResult.Ok, result);
        Assert.Equal(30, Bus.Slot(ChargeMessage.Dm1).Length);
    }

    private DecodeResult Accept(string frame) => _monitor.Accept(Frames.Parse(frame));
}
