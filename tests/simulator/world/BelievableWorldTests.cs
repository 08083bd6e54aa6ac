using System.Globalization;
using System.Text;
using SwapEdge.Simulator;
using static System.FormattableString;

namespace SwapEdge.Tests.Simulator.Worlds;

/// <summary>
/// Figures of the world beside published ones, each measured here and within its band. The table in the README is
/// written from them with UPDATE_DOCS=1, and compared otherwise.
/// </summary>
public sealed class BelievableWorldTests
{
    private const string Mark = "believable";

    private static readonly PackParameters Lfp = PackParameters.TruckLfp;

    private static readonly Figure[] Figures =
    [
        new("Swap of a truck", "about 300 s; 360 s at most", "makers of stations; GB/T 29772", "0 s", 240, 360,
            static () => SwapTimeTests.Trucks.Value.Average()),
        new("Swap of a car", "144 s, 100 s at best; 300 s at most", "makers of stations; GB/T 29772", "0 s", 100, 160,
            static () => SwapTimeTests.Cars.Value.Average()),
        new("Cell at rest, 10 % charged", "3.20 V", "makers of LFP cells (typical)", "0.00 V", 3.15, 3.25,
            static () => Resting(0.10)),
        new("Cell at rest, half charged", "3.29 to 3.30 V", "makers of LFP cells (typical)", "0.00 V", 3.28, 3.31,
            static () => Resting(0.50)),
        new("Cell at rest, 90 % charged", "3.33 to 3.35 V", "makers of LFP cells (typical)", "0.00 V", 3.32, 3.36,
            static () => Resting(0.90)),
        new("Resistance at 0 °C against 25 °C", "2 to 3 times", "makers of LFP cells (typical)", "0.0 ×", 2, 3,
            static () => Ohm(0) / Ohm(25)),
        new("Resistance at -20 °C against 25 °C", "4 to 6 times", "makers of LFP cells (typical)", "0.0 ×", 4, 6,
            static () => Ohm(-20) / Ohm(25)),
        new("Energy out against energy in, at half a C", "92 to 96 %", "LFP storage (typical)", "0 %", 0.92, 0.96,
            static () => RoundTrip()),
        new("Full cycles until 20 % are lost by use", "3000 to 6000", "makers of LFP cells", "0", 3_000, 6_000,
            static () => CyclesTo(0.20)),
        new("160 kW charger, 20 to 60 %", "27.1 min", "by hand: 40 % of 282 Ah at 250 A", "0.0 min", 26.5, 28,
            static () => Charging(0.20, 0.60)),
        new("160 kW charger, 20 to 97 %", "more than 52 min", "by hand: as if it were all constant current", "0.0 min",
            52, 65, static () => Charging(0.20, 0.97)),
        new("Constant voltage begins at", "two thirds of the charge", "by hand, see `PackModelTests`", "0 %",
            0.60, 0.75, static () => TurnsAt()),
        new("Warming from -20 °C until it charges", "17.5 min and more", "by hand: 10 K, 1.05 MJ/K, 10 kW", "0.0 min",
            17.5, 23, static () => Warming()),
        new("Charge current under 5 A after a stop", "100 ms at most", "GB/T 27930 clause 9", "0 ms", 1, 100,
            static () => Stopping()),
        new("Charge current rises by", "20 A/s at least", "GB/T 18487.1", "0 A/s", 20, 60, static () => Rising()),
        new("A cell that is heated cools again up to", "90 to 130 °C", "calorimetry of LFP cells", "0 °C", 90, 135,
            static () => RunsAwayFrom()),
        new("A cell that runs away warms by 1 °C/s for", "more than 3 s", "GB 38031-2025 C.5.3.7", "0 s", 4, 600,
            static () => RunsAwayFor()),
        new("Pack at rest in air at -10 °C, from 25 °C, an hour later", "22 to 23 °C", "by hand: 25 W/K, 1.05 MJ/K",
            "0.0 °C", 22, 23, static () => Cooled()),
    ];

    public static TheoryData<string> Names => [.. Figures.Select(figure => figure.What)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_world_is_as_what_is_published(string what)
    {
        Figure figure = Figures.First(one => one.What == what);
        Assert.InRange(figure.Measured, figure.Least, figure.Most);
    }

    [Fact]
    public void The_table_in_the_readme_has_what_is_measured()
    {
        string path = Path.Combine(Repository.Root, "simulator/world/README.md");
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        StringBuilder table = new("\n| what | published | by | ours |\n|---|---|---|---|\n");
        foreach (Figure figure in Figures)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Published} | {figure.By} | ")
                .Append(figure.Measured.ToString(figure.Format, CultureInfo.InvariantCulture)).Append(" |\n");
        }

        int from = text.IndexOf($"<!-- {Mark} -->", StringComparison.Ordinal) + $"<!-- {Mark} -->".Length;
        int to = text.IndexOf($"<!-- /{Mark} -->", StringComparison.Ordinal);
        Assert.True(from > 0 && to >= from, $"the README has no place for '{Mark}'");
        string whole = string.Concat(text.AsSpan(0, from), table.ToString(), text.AsSpan(to));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, whole);
            return;
        }

        Assert.True(text == whole, Invariant($"{path} is stale; run with UPDATE_DOCS=1"));
    }

    private static Pack Make(double soc, double temperatureC, PackParameters? parameters = null) =>
        new(PackIdentity.Numbered(1), parameters ?? Lfp, soc, temperatureC, new Prng(7), health: 1);

    private static double Resting(double soc) => Make(soc, 25).RestVoltageV / Lfp.Cells;

    private static double Ohm(double temperatureC) => Make(0.5, temperatureC).OhmicOhm;

    private static double RoundTrip()
    {
        Pack pack = Make(0.25, 25);
        pack.RelaysClosed = true;
        double halfA = Lfp.CapacityAh / 2;
        double inJ = Through(pack, halfA);
        return -Through(pack, -halfA) / inJ;
    }

    /// <summary>Energy through the terminals in an hour.</summary>
    private static double Through(Pack pack, double currentA)
    {
        double before = pack.TerminalEnergyJ;
        for (int step = 0; step < 36_000; step++)
        {
            pack.Advance(100, currentA, 25);
        }

        return pack.TerminalEnergyJ - before;
    }

    private static double CyclesTo(double lost)
    {
        double now = 0;
        int cycles = 0;
        for (; now < lost; cycles += 10)
        {
            now = Lfp.Ageing.AfterCycles(now, 10, 25);
        }

        return cycles;
    }

    private static double Charging(double from, double to)
    {
        double began = -1;
        return Bay(Make(from, 25), 20, (pack, minutes) =>
        {
            began = began < 0 && pack.CurrentA > 240 ? minutes : began;
            return pack.Soc >= to ? minutes - began : null;
        });
    }

    /// <summary>So heavy that it does not warm.</summary>
    private static double TurnsAt() => Bay(Make(0.30, 25, Lfp with { HeatCapacityJPerK = 1e9 }), 25, (pack, _) =>
        pack.Soc > 0.35 && pack.CurrentA < 249 ? pack.Soc : null);

    private static double Warming() => Bay(Make(0.3, -20), -20, static (pack, minutes) =>
        pack.StoredEnergyJ > 0 ? minutes : null);

    /// <summary>Until something is to be told; at most three hours.</summary>
    private static double Bay(Pack pack, double ambientC, Func<Pack, double, double?> told)
    {
        SwapBay bay = Bay(pack);
        for (long nowMs = 25; nowMs < 3 * 3_600_000; nowMs += 25)
        {
            bay.Advance(nowMs, 25, ambientC);
            if (told(pack, nowMs / 60_000.0) is { } figure)
            {
                return figure;
            }
        }

        return double.NaN;
    }

    private static SwapBay Bay(Pack pack) =>
        new(1, new Seat("bay 1", 5.9, 0.95) { Pack = pack }, ChargerParameters.Dc160) { ChargePermitted = true };

    private static double Stopping()
    {
        Pack pack = Make(0.5, 25);
        SwapBay bay = Bay(pack);
        long nowMs = 0;
        while (pack.CurrentA < 249)
        {
            bay.Advance(nowMs += 5, 5, 20);
        }

        bay.ChargePermitted = false;
        long stopMs = nowMs;
        while (pack.CurrentA > 5)
        {
            bay.Advance(nowMs += 5, 5, 20);
        }

        return nowMs - stopMs;
    }

    private static double Rising()
    {
        Pack pack = Make(0.5, 25);
        SwapBay bay = Bay(pack);
        long nowMs = 0;
        while (pack.CurrentA < 20)
        {
            bay.Advance(nowMs += 5, 5, 20);
        }

        (double fromA, long fromMs) = (pack.CurrentA, nowMs);
        while (pack.CurrentA < 200)
        {
            bay.Advance(nowMs += 5, 5, 20);
        }

        return (pack.CurrentA - fromA) * 1_000 / (nowMs - fromMs);
    }

    private static double RunsAwayFrom()
    {
        double cools = 60;
        double runs = 200;
        while (runs - cools > 0.5)
        {
            double heated = (cools + runs) / 2;
            Pack pack = Make(0.5, 25);
            pack.HeatCell(heated, 60_000);
            Rest(pack, 3_600, static _ => { });
            (cools, runs) = pack.Vents ? (cools, heated) : (heated, runs);
        }

        return cools;
    }

    private static double RunsAwayFor()
    {
        Pack pack = Make(0.5, 25);
        pack.HeatCell(140, 120_000);
        double last = pack.HighestTemperatureC;
        int fast = 0;
        int longest = 0;
        Rest(pack, 1_800, now =>
        {
            fast = now - last >= 1 ? fast + 1 : 0;
            longest = Math.Max(longest, fast);
            last = now;
        });
        return longest;
    }

    private static double Cooled()
    {
        Pack pack = Make(0.5, 25);
        for (int second = 0; second < 3_600; second++)
        {
            pack.Advance(1_000, 0, -10);
        }

        return pack.TemperatureC;
    }

    private static void Rest(Pack pack, int seconds, Action<double> each)
    {
        for (int second = 0; second < seconds; second++)
        {
            for (int step = 0; step < 10; step++)
            {
                pack.Advance(100, 0, 25);
            }

            each(pack.HighestTemperatureC);
        }
    }

    private sealed record Figure(
        string What, string Published, string By, string Format, double Least, double Most, Func<double> Measure)
    {
        private readonly Lazy<double> _measured = new(Measure);

        public double Measured => _measured.Value;
    }
}
