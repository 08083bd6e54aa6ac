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
}
