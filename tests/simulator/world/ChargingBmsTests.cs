using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator.Worlds;

/// <summary>What the BMS of a pack that stands in a bay says of it to the charger.</summary>
public sealed class ChargingBmsTests
{
    private readonly SwapBay _bay = new(1, new Seat("bay 1", 5.9, 0.95), ChargerParameters.Dc160);
    private readonly ChargeBus _listener = new();
    private readonly WireEnd _ear;
    private readonly CanFrame _frame = new();
    private long _nowMs;

    public ChargingBmsTests()
    {
        _ear = _bay.Bus.Connect("listener");
    }

    [Fact]
    public void A_pack_that_is_well_has_no_flag_and_may_be_charged()
    {
        Charge(0.5, 25);
        byte[] state = Last(ChargeMessage.Bsm);
        Assert.Equal(
            (Bsm.Normal, Bsm.Normal, Bsm.Normal, Bsm.Normal, Bsm.Normal, Bsm.Normal, Bsm.Allowed),
            (Bsm.CellVoltage.Read(state), Bsm.Charge.Read(state), Bsm.OverCurrent.Read(state),
                Bsm.OverTemperature.Read(state), Bsm.Insulation.Read(state), Bsm.Connector.Read(state),
                Bsm.Permission.Read(state)));
    }

    [Fact]
    public void The_connector_of_a_bay_makes_two_seconds_after_a_pack_stands()
    {
        _bay.ChargePermitted = true;
        Run(5_000);
        _bay.Seat.Pack = new Pack(PackIdentity.Numbered(1), PackParameters.TruckLfp, 0.5, 25, new Prng(7));
        Run(1_950);
        Assert.Equal(0, _bay.Bus.Carried);
        Run(1_000);
        Assert.InRange(_bay.Bus.Carried, 1, 20);
    }

    [Theory]
    [InlineData(2.51, Bsm.Normal)]
    [InlineData(2.49, Bsm.Low)]
    public void A_cell_below_two_and_a_half_volts_is_low(double cellV, int flag)
    {
        Pack pack = Charge(0.5, 25);
        pack.WeakCellV += pack.LowestCellV - cellV;
        Run(500);
        Assert.Equal(flag, Bsm.CellVoltage.Read(Last(ChargeMessage.Bsm)));
    }

    [Theory]
    [InlineData(54.0, Bsm.Normal)]
    [InlineData(56.0, Bsm.Abnormal)]
    public void A_cell_above_the_limit_of_the_pack_is_too_hot_and_nothing_goes_in(double cellC, int flag)
    {
        Pack pack = Charge(0.5, 25);
        pack.HeatCell(cellC, 1);
        Run(1_000);
        byte[] state = Last(ChargeMessage.Bsm);
        Assert.Equal(flag, Bsm.OverTemperature.Read(state));
        Assert.Equal((int)Math.Round(pack.HighestTemperatureC), Bsm.MaxTemperatureC.Read(state));
        Assert.Equal(flag == Bsm.Normal ? Bsm.Allowed : Bsm.Forbidden, Bsm.Permission.Read(state));
        Assert.Equal(flag == Bsm.Normal, pack.ChargeLimitA > 0);
    }

    [Theory]
    [InlineData(62, Bsm.Normal)]
    [InlineData(55, Bsm.Abnormal)]
    public void Insulation_below_100_ohm_a_volt_is_told(int kilohms, int flag)
    {
        // 573 to 603 V on charge: 57 to 60 kohm.
        Charge(0.5, 25).InsulationKohm = kilohms;
        Run(500);
        Assert.Equal(flag, Bsm.Insulation.Read(Last(ChargeMessage.Bsm)));
    }

    [Fact]
    public void A_cold_pack_without_a_heater_forbids_and_one_with_a_heater_asks_for_its_current()
    {
        Pack bare = Charge(0.5, -20, PackParameters.TruckLfp with { HeaterW = 0 });
        Assert.Equal(Bsm.Forbidden, Bsm.Permission.Read(Last(ChargeMessage.Bsm)));
        Assert.Equal(0, Bcl.CurrentMa.Read(Last(ChargeMessage.Bcl)));
        Assert.Equal(0, bare.CurrentA);
        _bay.Seat.Pack = null;
        Run(3_000);
        Pack heated = Charge(0.5, -20, PackParameters.TruckLfp);
        Assert.Equal(Bsm.Allowed, Bsm.Permission.Read(Last(ChargeMessage.Bsm)));
        Assert.InRange(-Bcl.CurrentMa.Read(Last(ChargeMessage.Bcl)) / 1000.0 * heated.VoltageV, 9_900, 10_100);
    }

    [Fact]
    public void The_demand_is_constant_current_until_a_cell_comes_to_the_voltage_and_constant_voltage_from_then_on()
    {
        Pack pack = Charge(0.5, 25);
        byte[] demand = Last(ChargeMessage.Bcl);
        Assert.Equal(Bcl.ConstantCurrent, Bcl.Regulation.Read(demand));
        Assert.Equal(173 * 3.48, Bcl.VoltageMv.Read(demand) / 1000.0, 1);
        Assert.Equal(-250, Bcl.CurrentMa.Read(demand) / 1000.0, 1);
        while (pack.HighestCellV < 3.48)
        {
            Run(1_000);
        }

        Run(5_000);
        Assert.Equal(Bcl.ConstantVoltage, Bcl.Regulation.Read(Last(ChargeMessage.Bcl)));
        Assert.InRange(pack.Soc, 0.6, 0.9);
    }

    [Fact]
    public void A_session_that_ends_full_says_why_and_between_which_cells_it_was()
    {
        Pack pack = Charge(0.93, 25);
        double lowest = pack.LowestCellV;
        double highest = pack.HighestCellV;
        while (_bay.BmsStage != ChargingStage.Ended)
        {
            highest = Math.Max(highest, pack.HighestCellV);
            Run(250);
            Assert.InRange(_nowMs, 0, 1_800_000);
        }

        Assert.Equal(1u, Bst.ChargeReached.Raw(Last(ChargeMessage.Bst)));
        Assert.NotEqual(1u, Bst.ChargerStopped.Raw(Last(ChargeMessage.Bst)));
        byte[] statistics = Last(ChargeMessage.Bsd);
        Assert.InRange(Bsd.MinCellMv.Read(statistics) / 1000.0, 3.2, lowest + 0.011);
        Assert.InRange(Bsd.MaxCellMv.Read(statistics) / 1000.0, highest - 0.011, highest + 0.011);
        Assert.InRange(Bsd.ChargePermille.Read(statistics), 970, 980);
        Assert.False(pack.RelaysClosed);
    }

    [Fact]
    public void What_is_left_to_charge_is_told_in_minutes_at_the_current_that_flows()
    {
        Pack pack = Charge(0.5, 25);
        Run(20_000);
        double minutes = (0.97 - pack.Soc) * pack.CapacityAh / pack.CurrentA * 60;
        Assert.InRange(Bcs.RemainingMinutes.Read(Last(ChargeMessage.Bcs)), minutes - 1.1, minutes + 0.1);
        Assert.InRange(minutes, 25, 32);
    }

    [Fact]
    public void A_BMS_that_hears_no_charger_gives_up_opens_its_relays_and_says_what_it_misses()
    {
        Pack pack = Charge(0.5, 25);
        Assert.True(pack.RelaysClosed);
        _bay.Bus.Faults = new WireFaults(new Prng(1));
        _bay.Bus.Faults.Add(new WireFault(static (sender, _) => sender.Name == "charger") { Lost = 1 });
        Run(2_000);
        Assert.Equal(ChargingStage.TimedOut, _bay.BmsStage);
        Assert.Equal(1, Bem.Ccs.Read(Last(ChargeMessage.Bem)));
        Assert.Equal((false, 0.0), (pack.RelaysClosed, _bay.Charger.CurrentA));
    }

    private Pack Charge(double soc, double temperatureC, PackParameters? parameters = null)
    {
        Pack pack = new(
            PackIdentity.Numbered(1_234_567), parameters ?? PackParameters.TruckLfp, soc, temperatureC, new Prng(7));
        _bay.Seat.Pack = pack;
        _bay.ChargePermitted = true;
        Run(25_000);
        Assert.Equal(ChargingStage.Charging, _bay.BmsStage);
        return pack;
    }

    private byte[] Last(ChargeMessage message) => _listener.Slot(message).Data;

    private void Run(int milliseconds)
    {
        long end = _nowMs + milliseconds;
        while (_nowMs < end)
        {
            _nowMs += 25;
            _bay.Advance(_nowMs, 25, 20);
            while (_ear.Receive(_frame))
            {
                _listener.Accept(_frame);
            }

            _listener.Poll(_nowMs);
        }
    }
}
