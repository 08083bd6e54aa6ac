using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class SwapPackMessagesTests
{
    [Theory]
    [InlineData("1802F3D0#6F036E3C59A90000", "VehicleCommand", "Life=3 HighVoltageCommand=0 SpeedKmh=110 "
        + "HeatingCommand=0 MainPositive=3 MainNegative=3 PreCharge=0 Accessory=1 MainMotor=2 MainMotorFault=1 "
        + "Auxiliary1=1 Auxiliary1Fault=1 Auxiliary2=2 Auxiliary2Fault=2 Auxiliary3=2")]
    [InlineData("1801D0F3#24C8FA0A7D9AFFFF", "PackBmu", "VinRequest=0 HighVoltageOffRequest=1 FullChargeRequest=2 "
        + "ChargePermille=800 HealthPermille=1000 CurrentMa=1000 SpecialCharge=2 Gbt32960Edition=3 Gb44495Support=2")]
    [InlineData("1885D0F3#E40C0305D00C0104", "PackSt5",
        "MaxCellMv=3300 MaxBoard=3 MaxCellNumber=5 MeanCellMv=3280 PackCount=1 MaxLevel=4")]
    [InlineData("1886D0F3#B80B07095051524B", "PackSt6", "MinCellMv=3000 MinBoard=7 MinCellNumber=9 "
        + "MainPositive1TemperatureC=30 MainPositive2TemperatureC=31 MainNegative1TemperatureC=32 "
        + "MainNegative2TemperatureC=25")]
    [InlineData("1887D0F3#3233343536373839", "PackSt7", "ConnectorA1TemperatureC=0 ConnectorA2TemperatureC=1 "
        + "ConnectorB1TemperatureC=2 ConnectorB2TemperatureC=3 ConnectorC1TemperatureC=4 ConnectorC2TemperatureC=5 "
        + "ConnectorD1TemperatureC=6 ConnectorD2TemperatureC=7")]
    [InlineData("1888D0F3#0232363130313541", "PackSt8", "Kind=2")]
    [InlineData("188BD0F3#007D0A7DF67CFFFF", "PackSt11", "Branch1Ma=0 Branch2Ma=1000 Branch3Ma=-1000")]
    [InlineData("188CD0F3#01EEE22CEFF22CFF", "PackSt12",
        "FrameIndex=1 Outlet1TenthC=250 Inlet1TenthC=218 Outlet2TenthC=251 Inlet2TenthC=219")]
    [InlineData("188ED0F3#A1605898844E0700", "PackSt14", "MainPositive2Welded=1 MainNegative2Welded=0 MainPositive2=2 "
        + "MainNegative2=2 ChargePositive3=2 ChargeNegative3=1 ChargePositive4CannotClose=0 "
        + "ChargeNegative4CannotClose=1 "
        + "ChargePositive4=1 ChargeNegative4=1 SupplyMv=24000 Base=2 MaxChargeMa=10000 StopReason=7")]
    [InlineData("188FD0F3#01024B0350090102", "PackSt15", "InsulationMonitor=1 PositiveTerminalPack=2 "
        + "PositiveTerminalTemperatureC=25 NegativeTerminalPack=3 NegativeTerminalTemperatureC=30 NotFullCharges=9 "
        + "ChargeConnector1=1 ChargeConnector2=0 ThermalRunawayReason=2")]
    [InlineData("18C1D0F3#0105E40CE50CE60C", "CellVoltages",
        "FrameIndex=1 Board=5 Cell1Mv=3300 Cell2Mv=3301 Cell3Mv=3302")]
    [InlineData("18C2D0F3#02044B4C4D4E4F50", "CellTemperatures", "FrameIndex=2 Board=4 Probe1TemperatureC=25 "
        + "Probe2TemperatureC=26 Probe3TemperatureC=27 Probe4TemperatureC=28 Probe5TemperatureC=29 "
        + "Probe6TemperatureC=30")]
    [InlineData("18C4D0F3#0102E40CE50CE60C", "PackInfo2", "FrameIndex=1 Pack=2 Unit1Mv=3300 Unit2Mv=3301 Unit3Mv=3302")]
    [InlineData("18C5D0F3#0102184B4C4D4E4F", "PackInfo3", "FrameIndex=1 Pack=2 ProbeCount=24 Probe1TemperatureC=25 "
        + "Probe2TemperatureC=26 Probe3TemperatureC=27 Probe4TemperatureC=28 Probe5TemperatureC=29")]
    [InlineData("18C6D0F3#0270177C75A800FF", "PackInfo4", "Pack=2 VoltageMv=600000 CurrentMa=7600 UnitCount=168")]
    [InlineData("18E5D0F3#880226182A0FB303", "BatteryInfo1", "CapacityMah=648000 RatedMv=618200 EnergyWh=388200 "
        + "Chemistry=3 Cooling=3 KeyOn=0 WakeUp=1 LaterChemistry=3")]
    [InlineData("18E6D0F3#0CC000600020191D", "BatteryInfo2",
        "BoardCount=12 CellCount=192 ProbeCount=96 PlateauMv=3200 MinCellMv=2500 MaxCellMv=2900")]
    [InlineData("18F1D0F3#40420F20A107D204", "Energy1",
        "ChargedWh=100000000 DischargedWh=50000000 SingleChargeWh=123400")]
    [InlineData("18F2D0F3#01000002000021C3", "Energy2", "RegeneratedWh=100 SwapChargedWh=200 ChargePermille=801")]
    [InlineData("18F3D0F3#030000C8C6FFE803", "Energy3",
        "PlugChargedWh=300 MaxCellChargePermille=800 MinCellChargePermille=792 RemainingWh=100000")]
    [InlineData("18F4D0F3#FEFFFFFF01000000", "Energy4", "ChargedTenthKwh=4294967294 DischargedTenthKwh=1")]
    [InlineData("18F5D0F3#0200000003000000", "Energy5", "RegeneratedTenthKwh=2 SwapChargedTenthKwh=3")]
    [InlineData("18F6D0F3#0400000005000000", "Energy6", "PlugChargedTenthKwh=4 SingleChargeTenthKwh=5")]
    [InlineData("18F7D0F3#060000003C00E803", "Energy7",
        "SingleRegeneratedTenthKwh=6 RemainingMinutes=60 ChargeCount=1000")]
    [InlineData("18F8D0F3#0700000008000000", "Energy8", "ChargedTenthAh=7 DischargedTenthAh=8")]
    [InlineData("18F9D0F3#090000000A000000", "Energy9", "RegeneratedTenthAh=9 SwapChargedTenthAh=10")]
    [InlineData("18FAD0F3#0B0000000C000000", "Energy10", "PlugChargedTenthAh=11 SingleChargeTenthAh=12")]
    [InlineData("1880D2F3#E4000000F0C20C00", "PackFault", "ModuleVoltageHighLevel=0 ModuleVoltageLowLevel=1 "
        + "ClusterVoltageHighLevel=2 ClusterVoltageLowLevel=3 DischargeInsulationLevel=3 ChargeInsulationLevel=3 "
        + "InitialisationFault=0 ExternalCommunicationFault=1 CirculatingCurrentLevel=3 ProtectorFault=0 "
        + "TemperatureRiseLevel=3 EnergyLowLevel=0")]
    [InlineData("18FF45F4#96025AFF3C00075A", "ThermalRequest", "Work=2 HighVoltageOffRequest=1 Charging=1 "
        + "HighVoltageRelay=2 VoltageMv=602000 SetTemperatureC=20 Life=7 CheckValue=90")]
    [InlineData("18FFC13A#053C4601000032C5", "ThermalAnswer", "Work=1 HighVoltageRelay=1 OutletTemperatureC=20 "
        + "ReturnTemperatureC=30 Version=1 PowerW=5000 FaultCode=5 FaultLevel=3")]
    [InlineData("1889D0F3#4E61BC0078563412", "AuthorisationRequest", "SerialNumber=12345678 Cipher=305419896")]
    [InlineData("18FDF3D0#4E61BC00FFFFFFFF", "AuthorisationSerial", "SerialNumber=12345678")]
    [InlineData("188AD0F3#4532640040071180", "AuthorisationReply", "FailureHandling=1 LastResult=1 Progress=2 "
        + "DischargeLimit=50 RegenerativeLimit=100 ChargeLimit=0 CommandValid=1 AnswerNumber=7 RiskLevel=1 Reason=2 "
        + "FeedInProhibited=0 DischargeLimited=1")]
    [InlineData("18FEF8A7#4B4C4D4E4F505152", "ConnectorTemperatures",
        "Sensor1TemperatureC=25 Sensor2TemperatureC=26 Sensor8TemperatureC=32")]
    public void Frame_is_read_field_by_field(string frame, string message, string fields)
    {
        Type type = typeof(SwapPackBus).Assembly.GetType("SwapEdge.Protocol." + message)!;
        byte[] data = Frames.Parse(frame).Data;
        Assert.Contains(Frames.Parse(frame).Id, SwapPackSignals.Ids(type));
        var signals = SwapPackSignals.Of(type).ToDictionary(pair => pair.Name, pair => pair.Signal);
        foreach (string field in fields.Split(' '))
        {
            string[] pair = field.Split('=');
            long signal = signals[pair[0]];
            long value = signal.LengthOf() == 32 ? signal.Raw(data) : signal.Read(data);
            Assert.True(value == long.Parse(pair[1], CultureInfo.InvariantCulture), $"{pair[0]} reads {value}");
        }
    }

    [Fact]
    public void Every_signal_of_the_swap_pack_bus_survives_encode_and_decode()
    {
        long[] all = [.. SwapPackSignals.Messages.SelectMany(SwapPackSignals.Of).Select(pair => pair.Signal)];
        Prop.ForAll(Arb.From(Gen.Elements(all)), ArbMap.Default.ArbFor<uint>(), (signal, raw) =>
        {
            byte[] first = new byte[8];
            byte[] second = new byte[8];
            signal.WriteRaw(first, raw);
            if (signal.LengthOf() == 32)
            {
                second = (byte[])first.Clone();
                signal.WriteRaw(second, signal.Raw(first));
                return first.AsSpan().SequenceEqual(second);
            }

            return signal.Write(second, signal.Read(first)) && first.AsSpan().SequenceEqual(second);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Branch_that_is_not_fitted_is_not_available_rather_than_3353_ampere()
    {
        var bus = new SwapPackBus();
        bus.Accept(Frames.Parse("188BD0F3#007D0A7DF67CFFFF"));
        MessageSlot slot = bus.Slot(SwapPackMessage.St11);
        Assert.Equal(Quality.Valid, slot.QualityOf(PackSt11.Branch1Ma, 0, 300));
        Assert.Equal(Quality.NotAvailable, slot.QualityOf(PackSt11.Branch4Ma, 0, 300));
    }

    [Fact]
    public void Pack_voltage_of_raw_65534_is_abnormal_and_65535_is_not_available()
    {
        var bus = new SwapPackBus();
        var detail = new PackDetail();
        CanFrame frame = Frames.Parse("18C6D0F3#02FEFFFFFFA800FF");
        bus.Accept(frame);
        detail.Accept(bus.Completed, frame.Data, frame.TimeMs);
        MessageSlot slot = detail.Packs.Slot(2);
        Assert.Equal(Quality.Abnormal, PackInfo4Quality.Of(slot, PackInfo4.VoltageMv, 0));
        Assert.Equal(Quality.NotAvailable, PackInfo4Quality.Of(slot, PackInfo4.CurrentMa, 0));
        Assert.Equal(Quality.Valid, PackInfo4Quality.Of(slot, PackInfo4.UnitCount, 300));
        Assert.Equal(Quality.Stale, PackInfo4Quality.Of(slot, PackInfo4.UnitCount, 301));
        Assert.Equal(Quality.NotAvailable, PackInfo4Quality.Of(detail.Packs.Slot(1), PackInfo4.VoltageMv, 0));
    }
}
