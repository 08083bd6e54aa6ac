using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator.Worlds;

/// <summary>The model of a pack against calculations by hand.</summary>
public sealed class PackModelTests
{
    private static readonly PackParameters Lfp = PackParameters.TruckLfp;

    [Fact]
    public void A_charge_turns_from_constant_current_to_constant_voltage_where_a_calculation_by_hand_says()
    {
        // So heavy that it stays at 25 °C, and new: 0.30 + 0.25 mΩ at once, 0.12 mΩ in a quarter of an hour.
        PackParameters heavy = Lfp with { HeatCapacityJPerK = 1e9 };
        SwapBay bay = Bay(new Pack(PackIdentity.Numbered(1), heavy, 0.30, 25, new Prng(7), health: 1));
        double turnsAt = 0;
        double turnsMin = 0;
        double at90A = 0;
        Run(bay, 25, 80, pack =>
        {
            bool constant = turnsAt == 0 && pack.CurrentA is > 1 and < 249 && pack.Soc > 0.35;
            turnsAt = constant ? pack.Soc : turnsAt;
            turnsMin = constant ? bay.NowMin() : turnsMin;
            at90A = at90A == 0 && pack.Soc >= 0.90 ? pack.CurrentA : at90A;
        });

        // 250 A for 25 min: 0.1375 V at once, 0.12 mΩ * 250 A * (1 - e^(-25/15)) = 0.024 V later. 3.48 V less that, and
        // less the 2 or 3 mV that the mean is below the highest cell, is the rest voltage at two thirds of the charge.
        Assert.InRange(turnsAt, 0.64, 0.69);
        Assert.InRange(turnsMin, (turnsAt - 0.30) * 282 / 250 * 60, ((turnsAt - 0.30) * 282 / 250 * 60) + 1.5);

        // (3.478 V - 3.336 V) / 0.67 mΩ
        Assert.InRange(at90A, 204, 218);
    }

    [Fact]
    public void From_a_third_to_full_takes_the_better_part_of_an_hour_and_ends_at_its_charge()
    {
        Pack pack = new(PackIdentity.Numbered(1), Lfp, 0.30, 25, new Prng(7), health: 0.95);
        SwapBay bay = Bay(pack);
        double endsMin = 0;
        Run(bay, 20, 90, _ =>
            endsMin = endsMin == 0 && bay.Charger.Stage == ChargingStage.Ended ? bay.NowMin() : endsMin);
        Assert.InRange(endsMin, 0.67 * 282 * 0.95 / 250 * 60, 60);
        Assert.InRange(pack.Soc, 0.97, 0.975);
        Assert.InRange(bay.Charger.EnergyWh / bay.Charger.GridWh, 0.90, 0.95);
    }

    [Fact]
    public void A_pack_at_20_below_is_warmed_by_its_heater_first_and_then_charged()
    {
        Pack pack = new(PackIdentity.Numbered(1), Lfp, 0.30, -20, new Prng(7), health: 0.95);
        SwapBay bay = Bay(pack);
        double warmMin = 0;
        double coldestChargedC = 100;
        double heaterW = 0;
        Run(bay, -20, 150, at =>
        {
            bool charges = at.StoredEnergyJ > 0;
            coldestChargedC = charges ? Math.Min(coldestChargedC, at.LowestTemperatureC) : coldestChargedC;
            warmMin = warmMin == 0 && charges ? bay.NowMin() : warmMin;
            heaterW = !charges && at.CurrentA > 17 ? at.CurrentA * at.VoltageV : heaterW;
        });
        Assert.InRange(heaterW, 9_700, 10_100);
        Assert.InRange(coldestChargedC, -10.5, -8);

        // 10 to 11.5 K * 1.05 MJ/K at 10 kW, less 25 W/K to the air; and the session's beginning.
        Assert.InRange(warmMin, 17.5, 22.5);
        Assert.False(pack.Heats);
        Assert.True(pack.Soc > 0.5, $"{pack.Soc}");
    }

    [Fact]
    public void All_heat_is_in_the_cells_or_has_gone_to_the_air()
    {
        Pack pack = new(PackIdentity.Numbered(1), Lfp, 0.2, -5, new Prng(3)) { RelaysClosed = true };
        double from = pack.TemperatureC;
        for (int i = 0; i < 30_000; i++)
        {
            pack.Advance(100, 60, -8);
        }

        double keptJ = (pack.TemperatureC - from) * Lfp.HeatCapacityJPerK;
        Assert.InRange((pack.HeatJ + pack.WarmedJ - pack.LostJ) / keptJ, 0.999, 1.001);
        Assert.True(pack.WarmedJ > 1e6, "it should have been warmed");
    }

    [Fact]
    public void A_thousand_cycles_cost_what_the_file_says_and_more_when_it_is_warm()
    {
        double mild = 0;
        double warm = 0;
        for (int cycle = 0; cycle < 1_000; cycle++)
        {
            mild = Lfp.Ageing.AfterCycles(mild, 1, 25);
            warm = Lfp.Ageing.AfterCycles(warm, 1, 40);
        }

        Assert.Equal(0.094, mild, 6);

        // e^(31.5 kJ/mol / R * (1/298.15 K - 1/313.15 K)) = 1.838
        Assert.Equal(1.838, warm / mild, 2);
    }

    [Fact]
    public void Time_costs_by_its_root_and_resistance_grows_with_what_is_lost()
    {
        const double YearSeconds = 365.25 * 86_400;
        double year = Lfp.Ageing.AfterTime(0, YearSeconds, 25);
        double four = Enumerable.Range(0, 4).Aggregate(0.0, (lost, _) => Lfp.Ageing.AfterTime(lost, YearSeconds, 25));
        Assert.Equal(0.03, year, 6);
        Assert.Equal(0.06, four, 6);
        Pack fresh = new(PackIdentity.Numbered(1), Lfp, 0.5, 25, new Prng(1), health: 1);
        Pack old = new(PackIdentity.Numbered(1), Lfp, 0.5, 25, new Prng(1), health: 0.8);
        Assert.Equal(1.4, old.OhmicOhm / fresh.OhmicOhm, 6);
        Assert.True(old.HighestCellV - old.LowestCellV > 3 * (fresh.HighestCellV - fresh.LowestCellV));
    }

    [Fact]
    public void A_day_of_charging_wears_a_pack_a_little()
    {
        Pack pack = new(PackIdentity.Numbered(1), Lfp, 0.5, 25, new Prng(1), health: 0.95) { RelaysClosed = true };
        int cycles = pack.Cycles;
        for (int second = 0; second < 86_400; second++)
        {
            pack.Advance(1_000, second % 7_200 < 3_600 ? 130 : -130, 20);
        }

        Assert.InRange(0.95 - pack.Health, 1e-4, 4e-3);
        Assert.InRange(pack.Cycles - cycles, 4, 6);
    }

    [Fact]
    public void Probes_part_under_load_with_a_lag_of_three_minutes()
    {
        Pack pack = new(PackIdentity.Numbered(1), Lfp, 0.3, 25, new Prng(1)) { RelaysClosed = true };
        double Apart() => pack.HighestTemperatureC - pack.LowestTemperatureC;
        double before = Apart();
        for (int step = 0; step < 1_800; step++)
        {
            pack.Advance(100, pack.MostA, 25);
        }

        // 1.5 K at either end, of which 1 - 1/e after one time constant.
        Assert.InRange(Apart() - before, 2 * 1.5 * 0.60, 2 * 1.5 * 0.66);
    }

    [Fact]
    public void A_heater_that_has_begun_goes_on_to_its_end_and_begins_no_sooner_than_it_is_cold_again()
    {
        static bool Heats(double coldestC, bool heating)
        {
            Pack pack = new(PackIdentity.Numbered(1), Lfp, 0.5, 25, new Prng(1));
            double belowMeanC = 25 - pack.LowestTemperatureC;
            pack = new Pack(
                PackIdentity.Numbered(1), Lfp, 0.5, (heating ? -20 : 20) + belowMeanC, new Prng(1));
            while (heating ? pack.LowestTemperatureC < coldestC : pack.LowestTemperatureC > coldestC)
            {
                pack.Advance(1_000, 0, heating ? 400 : -400);
            }

            return pack.Heats;
        }

        Assert.Equal([true, true, false], [Heats(2.5, true), Heats(7.5, true), Heats(8.5, true)]);
        Assert.Equal([false, false, true], [Heats(7.5, false), Heats(3.5, false), Heats(2.5, false)]);
    }

    [Fact]
    public void Cells_part_when_they_are_nearly_empty()
    {
        static double Apart(double soc)
        {
            Pack pack = new(PackIdentity.Numbered(1), Lfp, soc, 25, new Prng(1), health: 0.95);
            return pack.HighestCellV - pack.LowestCellV;
        }

        Assert.InRange(Apart(0.5), 0.006, 0.020);
        Assert.True(Apart(0.03) > 8 * Apart(0.5));
    }

    [Fact]
    public void A_cell_heated_a_little_cools_again_and_nothing_follows()
    {
        Pack pack = new(PackIdentity.Numbered(1), Lfp, 0.5, 25, new Prng(1));
        pack.HeatCell(122, 60_000);
        double highest = Heat(pack, 3_600);
        Assert.InRange(highest, 118, 123);
        Assert.False(pack.Vents);
        Assert.InRange(pack.HighestTemperatureC, 25, 90);
    }

    [Fact]
    public void A_cell_heated_beyond_its_onset_runs_away_vents_and_is_gone()
    {
        Pack pack = new(PackIdentity.Numbered(1), Lfp, 0.5, 25, new Prng(1));
        SwapBay bay = new(1, new Seat("bay", 0, 0) { Pack = pack }, ChargerParameters.Dc160);
        double voltage = pack.VoltageV;
        pack.HeatCell(140, 120_000);
        double highest = Heat(pack, 1_800);
        Assert.InRange(highest, 350, 520);
        Assert.True(pack.Vents && bay.SmokeDetected && pack.ReportsSmoke);
        Assert.Equal(3, pack.AlarmLevel);
        Assert.Equal(0, pack.LowestCellV);
        Assert.InRange(voltage - pack.VoltageV, 3.0, 3.6);
        Assert.InRange(pack.TemperatureC, 26, 30);
    }

    [Fact]
    public void A_runaway_is_faster_than_the_criterion_of_GB_38031_for_more_than_three_seconds()
    {
        Pack pack = new(PackIdentity.Numbered(1), Lfp, 0.5, 25, new Prng(1));
        pack.HeatCell(140, 120_000);
        double last = pack.HighestTemperatureC;
        int fast = 0;
        int longest = 0;
        for (int second = 0; second < 1_800; second++)
        {
            Heat(pack, 1);
            fast = pack.HighestTemperatureC - last >= 1 ? fast + 1 : 0;
            longest = Math.Max(longest, fast);
            last = pack.HighestTemperatureC;
        }

        Assert.True(longest > 3, $"{longest} s");
    }

    [Fact]
    public void Insulation_halves_in_salt_air_in_the_time_of_the_file_and_ends_at_its_least()
    {
        World world = new(WorldPlan.Demonstration(new Prng(1)), new Prng(1)) { SaltAir = true };
        Pack pack = world.Bays[1].Seat.Pack!;
        int from = pack.InsulationKohm;
        for (int second = 0; second < 4 * 86_400; second++)
        {
            pack.Advance(1_000, 0, 20);
        }

        Assert.InRange((double)pack.InsulationKohm / from, 0.49, 0.51);
        pack.InsulationKohm = 41;
        Heat(pack, 86_400);
        Assert.Equal(40, pack.InsulationKohm);
        world.SaltAir = false;
        Assert.Equal(0, pack.InsulationHalvesMs);
    }

    private static double Heat(Pack pack, int seconds)
    {
        double highest = pack.HighestTemperatureC;
        for (int i = 0; i < seconds * 10; i++)
        {
            pack.Advance(100, 0, 25);
            highest = Math.Max(highest, pack.HighestTemperatureC);
        }

        return highest;
    }

    private static SwapBay Bay(Pack pack) =>
        new(1, new Seat("bay 1", 5.9, 0.95) { Pack = pack }, ChargerParameters.Dc160) { ChargePermitted = true };

    private static void Run(SwapBay bay, double ambientC, int minutes, Action<Pack> each)
    {
        for (long nowMs = 25; nowMs <= minutes * 60_000L; nowMs += 25)
        {
            bay.Advance(nowMs, 25, ambientC);
            BayClock.Now = nowMs;
            each(bay.Seat.Pack!);
        }
    }
}

/// <summary>The time of the bay that runs in this test.</summary>
internal static class BayClock
{
    [ThreadStatic]
    internal static long Now;

    internal static double NowMin(this SwapBay _) => Now / 60_000.0;
}
