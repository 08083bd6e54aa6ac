using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

public sealed class PackTests
{
    private static Pack Make(double soc, double temperatureC = 25) =>
        new(PackIdentity.Numbered(1_234_567), PackParameters.TruckLfp, soc, temperatureC, new Prng(1))
        {
            RelaysClosed = true,
        };

    [Fact]
    public void Voltage_at_rest_rises_with_charge()
    {
        double last = 0;
        for (int permille = 0; permille <= 1000; permille += 5)
        {
            double voltage = Make(permille / 1000.0).RestVoltageV;
            Assert.True(voltage > last, $"at {permille} permille");
            last = voltage;
        }
    }

    [Fact]
    public void Half_full_at_rest_shows_the_rated_voltage_within_five_percent()
    {
        Assert.InRange(Make(0.5).VoltageV, 173 * 3.2 * 0.95, 173 * 3.2 * 1.05);
    }

    [Fact]
    public void What_goes_in_at_the_terminals_is_stored_or_becomes_heat()
    {
        Pack pack = Make(0.3);
        for (int i = 0; i < 36_000; i++)
        {
            pack.Advance(100, i % 6_000 < 3_000 ? 200 : -150, 20);
        }

        double unaccounted = pack.TerminalEnergyJ - pack.StoredEnergyJ - pack.HeatJ;
        Assert.InRange(Math.Abs(unaccounted) / pack.HeatJ, 0, 0.01);
    }

    [Fact]
    public void An_hour_at_250_amperes_warms_but_stays_under_the_limit()
    {
        Pack pack = Make(0.05, 20);
        double highest = 0;
        for (int i = 0; i < 36_000; i++)
        {
            pack.Advance(100, 250, 25);
            highest = Math.Max(highest, pack.HighestTemperatureC);
        }

        Assert.InRange(highest, 25, PackParameters.TruckLfp.TemperatureLimitC);
    }

    [Fact]
    public void A_warm_pack_at_rest_cools_towards_the_air_and_not_past_it()
    {
        Pack pack = Make(0.5, 40);
        for (int i = 0; i < 24 * 3600; i++)
        {
            pack.Advance(1000, 0, 10);
        }

        Assert.InRange(pack.TemperatureC, 10, 40);
    }

    [Fact]
    public void Open_relays_carry_no_current()
    {
        Pack pack = Make(0.5);
        pack.RelaysClosed = false;
        pack.Advance(1000, 250, 20);
        Assert.Equal(0, pack.CurrentA);
        Assert.Equal(0, pack.TerminalEnergyJ);
    }

    [Fact]
    public void A_frozen_pack_takes_no_charge()
    {
        Assert.Equal(0, Make(0.5, -12).ChargeLimitA);
        Assert.InRange(Make(0.5, 25).ChargeLimitA, 200, 300);
    }

    [Fact]
    public void The_serial_is_the_last_seven_digits_of_a_code_of_24()
    {
        PackIdentity identity = PackIdentity.Numbered(42);
        Assert.Equal(24, identity.Code.Length);
        Assert.EndsWith("0000042", identity.Code, StringComparison.Ordinal);
        Assert.Equal(42u, identity.Serial);
    }
}
