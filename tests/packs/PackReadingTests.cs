using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Packs;

public class PackReadingTests
{
    private readonly PackReading _reading = new();

    [Fact]
    public void Charging_pack_is_read_with_a_quality_for_each_value()
    {
        var bus = new ChargeTraffic();
        bus.StartCharge();
        bus.Monitor.Read(bus.NowMs, _reading);
        Assert.Equal(497_100, Valid(PackValue.VoltageMv));
        Assert.Equal(-3_000, Valid(PackValue.CurrentMa));
        Assert.Equal(970, Valid(PackValue.ChargePermille));
        Assert.Equal(3_960, Valid(PackValue.MaxCellMv));
        Assert.Equal(25, Valid(PackValue.MaxTemperatureC));
        Assert.Equal(597_000, Valid(PackValue.DemandVoltageMv));
        Assert.Equal(4_200, Valid(PackValue.ChargerVoltageMv));
        Assert.Equal(10, Valid(PackValue.RemainingMinutes));
        Assert.Equal(7_800, Valid(PackValue.EnergyWh));
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(PackValue.HealthPermille));
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(PackValue.MinCellMv));
    }

    [Fact]
    public void State_of_charge_comes_from_BCP_until_BCS_has_it()
    {
        var bus = new ChargeTraffic();
        bus.Send(ChargeTraffic.Bcp);
        bus.Monitor.Read(0, _reading);
        Assert.Equal(970, Valid(PackValue.ChargePermille));
        Assert.Equal(490_000, Valid(PackValue.VoltageMv));
        bus.Send(ChargeTraffic.Bcs);
        bus.Monitor.Read(0, _reading);
        Assert.Equal(497_100, Valid(PackValue.VoltageMv));
    }

    [Fact]
    public void Value_whose_message_is_overdue_is_stale_and_still_shown()
    {
        var bus = new ChargeTraffic();
        bus.Send(ChargeTraffic.Bcs);
        bus.Monitor.Read(750, _reading);
        Assert.True(_reading.IsValid(PackValue.VoltageMv));
        bus.Monitor.Read(751, _reading);
        Assert.Equal(Quality.Stale, _reading.QualityOf(PackValue.VoltageMv));
        Assert.Equal(497_100, _reading.Value(PackValue.VoltageMv));
    }

    [Fact]
    public void More_than_a_hundred_percent_is_abnormal()
    {
        var bus = new SwapPackBus();
        bus.Accept(Frames.Parse("1882D0F3#FEFA1A2764006400"));
        new SwapPackReader().Read(bus, 0, _reading);
        Assert.Equal(Quality.Abnormal, _reading.QualityOf(PackValue.ChargePermille));
        Assert.Equal(1_000, Valid(PackValue.HealthPermille));
    }

    [Fact]
    public void Pack_on_the_vehicle_is_read_from_its_own_bus()
    {
        var bus = new SwapPackBus();
        bus.Accept(Frames.Parse("1881D0F3#6D01600C00000000"));
        bus.Accept(Frames.Parse("1881D0F3#6E02600C00000000"));
        bus.Accept(Frames.Parse("1882D0F3#C8FA1A2764006400"));
        bus.Accept(Frames.Parse("1883D0F3#E803FFFF70170000"));
        bus.Accept(Frames.Parse("1884D0F3#4B46480102030400"));
        new SwapPackReader().Read(bus, 0, _reading);
        Assert.Equal(3, Valid(PackValue.MaxLevel));
        Assert.Equal(800, Valid(PackValue.ChargePermille));
        Assert.Equal(1_000, Valid(PackValue.CurrentMa));
        Assert.Equal(600_000, Valid(PackValue.VoltageMv));
        Assert.Equal(0, Valid(PackValue.BusSideMv));
        Assert.Equal(1_000, Valid(PackValue.InsulationPositiveKohm));
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(PackValue.InsulationNegativeKohm));
        Assert.Equal(25, Valid(PackValue.MaxTemperatureC));
    }

    [Fact]
    public void Pack_on_the_vehicle_is_read_from_every_message_that_has_a_value()
    {
        SwapPackBus bus = Bus(
            "1885D0F3#E40C0305D00C0104", "1886D0F3#B80B07095051524B", "1884D0F3#4B46480102030400",
            "1882D0F3#C8FA1A2764006400", "1880D0F3#1050000000000042", "188FD0F3#01024B0350090102",
            "18E5D0F3#880226182A0FB303", "18E6D0F3#0CC000600020191D", "18F7D0F3#060000003C00E803");
        new SwapPackReader().Read(bus, 0, _reading);
        Assert.Equal((3_300, 3_000), (Valid(PackValue.MaxCellMv), Valid(PackValue.MinCellMv)));
        Assert.Equal(3_280, Valid(PackValue.MeanCellMv));
        Assert.Equal((25, 22), (Valid(PackValue.MaxTemperatureC), Valid(PackValue.MeanTemperatureC)));
        Assert.Equal((10_000, 10_000), (Valid(PackValue.MaxRegenerativeMa), Valid(PackValue.MaxDischargeMa)));
        Assert.Equal((648_000, 388_200), (Valid(PackValue.CapacityMah), Valid(PackValue.EnergyWh)));
        Assert.Equal(618_200, Valid(PackValue.RatedMv));
        Assert.Equal((192, 96), (Valid(PackValue.CellCount), Valid(PackValue.ProbeCount)));
        Assert.Equal((60, 1_000), (Valid(PackValue.RemainingMinutes), Valid(PackValue.Cycles)));
        Assert.Equal((0x42, 2), (Valid(PackValue.FaultCode), Valid(PackValue.ThermalRunawayReason)));
        Assert.Equal(4, Valid(PackValue.MaxLevel));
    }

    [Theory]
    [InlineData("1882D0F3#C8FA1A2764006400", "1801D0F3#24C8FA0A7D9AFFFF", 1_000, Quality.Valid)]
    [InlineData("1882D0F3#C8FA1A2764006400", "1801D0F3#24C8FA1A279AFFFF", -2_199_000, Quality.Abnormal)]
    [InlineData("1882D0F3#C8FA1A2764006400", "1801D0F3#24C8FAFFFF9AFFFF", 1_000, Quality.Valid)]
    public void Current_that_two_messages_send_must_agree(string st2, string bmu, int currentMa, Quality quality)
    {
        new SwapPackReader().Read(Bus(st2, bmu), 0, _reading);
        Assert.Equal(currentMa, _reading.Value(PackValue.CurrentMa));
        Assert.Equal(quality, _reading.QualityOf(PackValue.CurrentMa));
        Assert.Equal(quality == Quality.Abnormal, _reading.Disagrees(PackValue.CurrentMa));
    }

    [Fact]
    public void Charge_of_another_message_counts_when_the_first_is_stale_and_is_never_compared()
    {
        SwapPackBus bus = Bus("1882D0F3#C8FA1A2764006400", "18F2D0F3#010000020000F401");
        new SwapPackReader().Read(bus, 300, _reading);
        Assert.Equal(800, Valid(PackValue.ChargePermille));
        new SwapPackReader().Read(bus, 301, _reading);
        Assert.Equal(500, Valid(PackValue.ChargePermille));
        Assert.False(_reading.Disagrees(PackValue.ChargePermille));
    }

    [Fact]
    public void Value_of_a_message_that_was_refused_last_is_abnormal()
    {
        var bus = Bus("1881D0F3#6D01600C00000000", "1881D0F3#6E02600C00000000", "1881D0F3#0003600C00000000");
        new SwapPackReader().Read(bus, 0, _reading);
        Assert.Equal(Quality.Abnormal, _reading.QualityOf(PackValue.MaxLevel));
        bus = Bus("1882D0F3#C8FA1A2764006400", "1882D0F3#C8");
        new SwapPackReader().Read(bus, 0, _reading);
        Assert.Equal(Quality.Abnormal, _reading.QualityOf(PackValue.ChargePermille));
    }

    [Theory]
    [InlineData(PackValue.MaxCellMv, 3_500, 3_600, 3_500, false)]
    [InlineData(PackValue.MaxCellMv, 3_500, 3_601, 3_601, true)]
    [InlineData(PackValue.MinCellMv, 3_000, 2_899, 2_899, true)]
    [InlineData(PackValue.MinTemperatureC, 20, 14, 14, true)]
    [InlineData(PackValue.MaxTemperatureC, 20, 14, 20, true)]
    [InlineData(PackValue.VoltageMv, 600_000, 615_001, 615_001, true)]
    [InlineData(PackValue.CurrentMa, -120_000, 119_000, -120_000, false)]
    [InlineData(PackValue.CurrentMa, -120_000, 20_000, -120_000, false)]
    [InlineData(PackValue.CurrentMa, -120_001, 20_000, -120_001, true)]
    [InlineData(PackValue.DemandCurrentMa, -120_000, 0, -120_000, false)]
    [InlineData(PackValue.CellCount, 192, 168, 192, true)]
    public void Two_buses_must_agree_within_a_tolerance(PackValue value, int own, int other, int shown, bool disagrees)
    {
        var second = new PackReading();
        _reading.Set(value, own, Quality.Valid);
        second.Set(value, other, Quality.Valid);
        _reading.Join(second);
        Assert.Equal(disagrees, _reading.Disagrees(value));
        Assert.Equal(disagrees ? Quality.Abnormal : Quality.Valid, _reading.QualityOf(value));
        Assert.Equal(shown, _reading.Value(value));
        _reading.Prefer(value, own, Quality.Valid);
        Assert.Equal(disagrees, !_reading.IsValid(value));
        _reading.Clear();
        Assert.False(_reading.Disagrees(value));
    }

    [Theory]
    [InlineData(Quality.Stale, Quality.Valid, 2)]
    [InlineData(Quality.Abnormal, Quality.Valid, 2)]
    [InlineData(Quality.NotAvailable, Quality.Stale, 2)]
    [InlineData(Quality.Abnormal, Quality.Stale, 2)]
    [InlineData(Quality.NotAvailable, Quality.Abnormal, 2)]
    [InlineData(Quality.Stale, Quality.Stale, 1)]
    [InlineData(Quality.Valid, Quality.Stale, 1)]
    [InlineData(Quality.Valid, Quality.NotAvailable, 1)]
    public void Of_two_buses_the_better_quality_counts_and_then_the_first(Quality own, Quality other, int shown)
    {
        var second = new PackReading();
        _reading.Set(PackValue.MaxCellMv, 1, own);
        second.Set(PackValue.MaxCellMv, 2, other);
        _reading.Join(second);
        Assert.Equal(shown, _reading.Value(PackValue.MaxCellMv));
        Assert.False(_reading.Disagrees(PackValue.MaxCellMv));
    }

    [Fact]
    public void Contradiction_of_the_other_bus_is_kept_unless_this_one_has_the_value()
    {
        var second = new PackReading();
        second.Set(PackValue.CurrentMa, 0, Quality.Valid);
        second.Compare(PackValue.CurrentMa, 200_000, Quality.Valid);
        second.Set(PackValue.MaxCellMv, 3_000, Quality.Valid);
        second.Compare(PackValue.MaxCellMv, 3_500, Quality.Valid);
        _reading.Set(PackValue.MaxCellMv, 3_100, Quality.Valid);
        _reading.Join(second);
        Assert.True(_reading.Disagrees(PackValue.CurrentMa));
        Assert.False(_reading.IsValid(PackValue.CurrentMa));
        Assert.False(_reading.Disagrees(PackValue.MaxCellMv));
        Assert.Equal(3_100, Valid(PackValue.MaxCellMv));
    }

    [Fact]
    public void Lowest_cell_of_a_charging_pack_comes_from_its_list_of_cells()
    {
        var monitor = new PackMonitor();
        Send("8C018B11FFFF8A21");
        monitor.Read(30_000, _reading);
        Assert.Equal(3_940, Valid(PackValue.MinCellMv));
        monitor.Read(30_001, _reading);
        Assert.Equal(Quality.Stale, _reading.QualityOf(PackValue.MinCellMv));
        monitor.Reset(0);
        monitor.Read(0, _reading);
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(PackValue.MinCellMv));
        Send("FFFFFFFF");
        monitor.Read(0, _reading);
        Assert.Equal(Quality.NotAvailable, _reading.QualityOf(PackValue.MinCellMv));

        void Send(string cells) => monitor.Accept(Frames.Parse("1C1556F4#" + cells));
    }

    [Fact]
    public void Reading_has_room_for_every_value()
    {
        Assert.Equal(PackReading.Count, Enum.GetValues<PackValue>().Length);
        Assert.Equal(PackReading.Count - 1, (int)Enum.GetValues<PackValue>().Max());
    }

    private int Valid(PackValue value)
    {
        Assert.Equal(Quality.Valid, _reading.QualityOf(value));
        return _reading.Value(value);
    }

    private static SwapPackBus Bus(params string[] frames)
    {
        var bus = new SwapPackBus();
        foreach (string frame in frames)
        {
            bus.Accept(Frames.Parse(frame));
        }

        return bus;
    }
}
