using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Packs;

/// <summary>Every two-bit field of BEM, CEM, BST and CST, by the byte in which the standard places it.</summary>
public class ChargeReportsTests
{
    private readonly ChargeTraffic _bus = new();

    [Theory]
    [InlineData("081E56F4#F1F0F0FC", ChargeFault.BmsMissedCrmNotRecognised)]
    [InlineData("081E56F4#F4F0F0FC", ChargeFault.BmsMissedCrmRecognised)]
    [InlineData("081E56F4#F0F1F0FC", ChargeFault.BmsMissedCtsOrCml)]
    [InlineData("081E56F4#F0F4F0FC", ChargeFault.BmsMissedCro)]
    [InlineData("081E56F4#F0F0F1FC", ChargeFault.BmsMissedCcs)]
    [InlineData("081E56F4#F0F0F4FC", ChargeFault.BmsMissedCst)]
    [InlineData("081E56F4#F0F0F0FD", ChargeFault.BmsMissedCsd)]
    [InlineData("081E56F4#F0F0F1FCFFFFFFFF", ChargeFault.BmsMissedCcs)]
    public void BEM_names_what_the_BMS_missed(string frame, ChargeFault fault)
    {
        _bus.Send(frame);
        Assert.Equal(fault, _bus.Session.Reports.First(ChargeParty.Bms));
        Assert.Equal(ChargeFault.None, _bus.Session.Reports.First(ChargeParty.Charger));
        Assert.Equal([(PackWarning.BmsReportsTimeout, 2, (int)fault)], _bus.Changes);
    }

    [Theory]
    [InlineData("081FF456#FDF0C0FC", ChargeFault.ChargerMissedBrm)]
    [InlineData("081FF456#FCF1C0FC", ChargeFault.ChargerMissedBcp)]
    [InlineData("081FF456#FCF4C0FC", ChargeFault.ChargerMissedBro)]
    [InlineData("081FF456#FCF0C1FC", ChargeFault.ChargerMissedBcs)]
    [InlineData("081FF456#FCF0C4FC", ChargeFault.ChargerMissedBcl)]
    [InlineData("081FF456#FCF0D0FC", ChargeFault.ChargerMissedBst)]
    [InlineData("081FF456#FCF0C0FD", ChargeFault.ChargerMissedBsd)]
    public void CEM_names_what_the_charger_missed(string frame, ChargeFault fault)
    {
        _bus.Send(frame);
        Assert.Equal(fault, _bus.Session.Reports.First(ChargeParty.Charger));
        Assert.Equal([(PackWarning.ChargerReportsTimeout, 2, (int)fault)], _bus.Changes);
    }

    [Fact]
    public void Report_without_any_time_out_fails_nothing()
    {
        _bus.StartCharge();
        _bus.Send("081E56F4#F0F0F0FC", "081E56F4#FAFAFAFE", "081E56F4#FFFFFFFF");
        Assert.Empty(_bus.Changes);
        Assert.Equal(ChargeStage.Charging, _bus.Session.Stage);
    }

    [Theory]
    [InlineData("101956F4#01000000", StopReason.BmsChargeReached)]
    [InlineData("101956F4#04000000", StopReason.BmsTotalVoltageReached)]
    [InlineData("101956F4#10000000", StopReason.BmsCellVoltageReached)]
    [InlineData("101956F4#40000000", StopReason.BmsSawChargerStop)]
    [InlineData("101956F4#00010000", StopReason.BmsInsulation)]
    [InlineData("101956F4#00040000", StopReason.BmsOutputConnectorHot)]
    [InlineData("101956F4#00100000", StopReason.BmsElementHot)]
    [InlineData("101956F4#00400000", StopReason.BmsChargeConnector)]
    [InlineData("101956F4#00000100", StopReason.BmsPackHot)]
    [InlineData("101956F4#00000400", StopReason.BmsRelay)]
    [InlineData("101956F4#00001000", StopReason.BmsCheckPoint2)]
    [InlineData("101956F4#00004000", StopReason.BmsOther)]
    [InlineData("101956F4#00000001", StopReason.BmsOverCurrent)]
    [InlineData("101956F4#00000004", StopReason.BmsVoltageAbnormal)]
    [InlineData("101AF456#01000000", StopReason.ChargerConditionReached)]
    [InlineData("101AF456#04000000", StopReason.ChargerManual)]
    [InlineData("101AF456#10000000", StopReason.ChargerFault)]
    [InlineData("101AF456#40000000", StopReason.ChargerSawBmsStop)]
    [InlineData("101AF456#00010000", StopReason.ChargerHot)]
    [InlineData("101AF456#00040000", StopReason.ChargerConnector)]
    [InlineData("101AF456#00100000", StopReason.ChargerInsideHot)]
    [InlineData("101AF456#00400000", StopReason.ChargerCannotDeliver)]
    [InlineData("101AF456#00000100", StopReason.ChargerEmergencyStop)]
    [InlineData("101AF456#00000400", StopReason.ChargerOther)]
    [InlineData("101AF456#00000001", StopReason.ChargerCurrentMismatch)]
    [InlineData("101AF456#00000004", StopReason.ChargerVoltageAbnormal)]
    public void BST_and_CST_name_the_reason(string frame, StopReason reason)
    {
        _bus.StartCharge();
        _bus.Send(frame);
        Assert.Equal([reason], Enum.GetValues<StopReason>().Where(_bus.Session.Reports.Has));
    }

    [Fact]
    public void BSD_and_CSD_are_read_field_by_field()
    {
        _bus.Send("181C56F4#6180019001464B", "181DF456#0A00340078563412");
        byte[] bsd = _bus.Monitor.Bus.Slot(ChargeMessage.Bsd).Data;
        Assert.Equal(970, Bsd.ChargePermille.Read(bsd));
        Assert.Equal(3_840, Bsd.MinCellMv.Read(bsd));
        Assert.Equal(4_000, Bsd.MaxCellMv.Read(bsd));
        Assert.Equal(20, Bsd.MinTemperatureC.Read(bsd));
        Assert.Equal(25, Bsd.MaxTemperatureC.Read(bsd));
        byte[] csd = _bus.Monitor.Bus.Slot(ChargeMessage.Csd).Data;
        Assert.Equal(10, Csd.Minutes.Read(csd));
        Assert.Equal(5_200, Csd.EnergyWh.Read(csd));
        Assert.Equal(0x12345678u, Csd.ChargerNumber.Raw(csd));
    }
}
