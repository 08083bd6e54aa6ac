using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>
/// Parameters that a scenario file says are those of the run: with them its expectation is met, and without them it is
/// not.
/// </summary>
public sealed class ParameterRunTests : IDisposable
{
    private const string Truck = "kind: truck";
    private const string Car = "kind: car";
    private const string Cabinet = "kind: cabinet, packs: [ empty, { charge: 30 %, temperature: 25 °C } ]";
    private const string Cold =
        "kind: truck, ambient: -10 °C, packs: [ empty, { charge: 97 %, temperature: 25 °C } ]";
    private const string Noon = "kind: truck, ambient: 8 °C, begins: 2026-06-01T12:00:00Z, packs: "
        + "[ empty, { charge: 97 %, temperature: 8 °C } ]";

    private const string Nine = "kind: truck, begins: 2026-06-01T09:00:00Z";
    private const string CabinetAtNoon = "kind: cabinet, begins: 2026-06-01T11:30:00Z";

    private const string Nobody = "arrivals: []";
    private const string Somebody = "arrivals: [ { at: 5 s } ]";
    private const string Many = "traffic: { number: 4, seed: 3 }";

    // A pack that is as warm as the air in a minute.
    private const string Light = "pack: { heat-capacity: 1 kJ/K, heater: 0 W }";

    private const string Slow = "driver: { rolling-in: { mean: 50 s, deviation: 0 s, least: 40 s, most: 60 s } }";
    private const string Ones = "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]";
    private const string OneOfTwo = "eventually: { any: [ { event: swap-ended, vehicle: LSWAPEDG0SE000001 }, "
        + "{ event: swap-ended, vehicle: LSWAPEDG0SE000002 } ] }";

    private const string FullSoon = "eventually: { pack: bay-3, charge-above: 90 % }, within: 4 min";
    private const string ChargesLittle = "never: { pack: bay-3, charge-above: 71 % }, within: 10 min";
    private const string DoorChargesLittle = "never: { pack: door-2, charge-above: 34 % }, within: 10 min";
    private const string OpensLate = "never: { lock: open }, within: 5 s, after: { phase: unlocking }";
    private const string GoneLate = "never: { vehicle: gone }, within: 7 min";
    private const string CarGoneLate = "never: { vehicle: gone }, within: 4 min";
    private const string KeyForgotten = "never: { phase: gripping }, within: 25 s";
    private const string Warm = "eventually: { pack: bay-2, temperature-above: 13 °C }, within: 5 min";
    private const string Freezes = "eventually: { pack: bay-2, temperature-below: -5 °C }, within: 10 min";

    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Truck, Nobody, "pack: { capacity: 40 Ah }", FullSoon)]
    [InlineData(Truck, Nobody, "pack: two-wheeler", ChargesLittle)]
    [InlineData(Truck, Nobody, "pack: { charge-limit: [ [0 °C, 9 A], [50 °C, 9 A] ] }", ChargesLittle)]
    [InlineData(Cold, Nobody, Light, Freezes)]
    [InlineData(Truck, Nobody, "charger: { max-current: 20 A }", ChargesLittle)]
    [InlineData(Truck, Nobody, "charger: dc-80kw", ChargesLittle)]
    [InlineData(Cabinet, Nobody, "charger: { max-current: 2 A }", DoorChargesLittle)]
    [InlineData(Cabinet, Nobody, "pack: { capacity: 600 Ah }", DoorChargesLittle)]
    [InlineData(Truck, Somebody, "lock: { travel: 6 s }", OpensLate)]
    [InlineData(Truck, Somebody, "lock: { name: bolt-3s, travel: 6 s }", OpensLate)]
    [InlineData(Truck, Somebody, "hoist: { travel: 0.1 m/s }", GoneLate)]
    [InlineData(Car, Somebody, "platform: { fork-speed: 0.05 m/s }", CarGoneLate)]
    [InlineData(Car, Somebody, "lock: { travel: 6 s }", OpensLate)]
    [InlineData(Truck, Somebody, "driver: { leaves-key-on: 100 % }", KeyForgotten)]
    [InlineData(Truck, Somebody, "driver: { name: attentive, leaves-key-on: 100 % }", KeyForgotten)]
    [InlineData(Truck, Somebody, Slow, "never: { vehicle: standing }, within: 30 s")]
    [InlineData(Truck, "", Slow, "never: { vehicle: standing }, within: 2 min")]
    [InlineData(Truck, "arrivals: []\nhappens: [ { at: 5 s, do: arrive } ]", Slow,
        "never: { vehicle: standing }, within: 30 s")]
    [InlineData(Nine, Many, "traffic: { fleet: 2 }", OneOfTwo)]
    [InlineData(Nine, Many, "traffic: truck-quiet", "never: { event: swap-started }")]
    [InlineData(CabinetAtNoon, Many, "traffic: { mistakes: 100 % }", "never: { swaps: completed }")]
    [InlineData(Noon, Nobody, Light + ", weather: inland", Warm)]
    [InlineData(Noon, Nobody, Light + ", weather: { name: inland, swing: 12 K }", Warm)]
    [InlineData(Noon, Nobody, Light + ", weather: { swing: 6 K, over-the-day: " + Ones + " }", Warm)]
    public void What_a_file_says_of_its_world_is_so_in_the_run(
        string station, string guests, string parameters, string expected)
    {
        Assert.Equal(ExitCode.Passed, Run(station, guests, parameters, expected));
        Assert.Equal(ExitCode.Failed, Run(station, guests, "", expected));
    }

    [Fact]
    public void A_file_of_ones_own_is_found_from_the_scenarios_folder_and_a_value_may_differ_from_it()
    {
        Own("parameters/mine.yaml", text => text.Replace("travel: 3 s", "travel: 6 s", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Passed, Run(Truck, Somebody, "lock: parameters/mine.yaml", OpensLate));
        const string Differing = "lock: { name: parameters/mine.yaml, travel: 2 s }";
        Assert.Equal(ExitCode.Failed, Run(Truck, Somebody, Differing, OpensLate));

        // Files of parameters are no scenarios of a folder.
        File.Delete(_folder.PathOf("run.yaml"));
        _folder.Write("quiet.yaml", ScenarioFolder.Passes);
        Assert.Equal(ExitCode.Passed, CliRun.Of("run", _folder.Path).ExitCode);
    }

    [Fact]
    public void What_is_wrong_in_a_file_of_ones_own_is_told_with_its_own_place_all_of_it()
    {
        string own = Own("parameters/mine.yaml", static text => text
            .Replace("travel: 3 s", "travel: 6 V", StringComparison.Ordinal)
            .Replace("stagger: 40 ms", "stager: 40 ms", StringComparison.Ordinal)
            .Replace("bounce: 12 ms", "bounce: 12 min", StringComparison.Ordinal));
        string file = _folder.Write("run.yaml", """
            scenario: Parameters
            station:
              parameters:
                pack: nowhere.yaml
                lock: parameters/mine.yaml
            limit: 3
            """);
        (int exitCode, string output, string error) = CliRun.Of("run", file);
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
        Assert.Equal(
        [
            $"{file}:4:11: pack: there is no file 'nowhere.yaml' from the scenario's folder",
            $"{file}:6:8: limit: '3' has no unit; a duration such as '90 s' is expected (ms, s, min, h, d)",
            $"{own}:1:1: a lock needs 'stagger'",
            $"{own}:3:9: travel: '6 V' is a voltage; a duration such as '90 s' is expected (ms, s, min, h, d)",
            $"{own}:4:1: unknown key 'stager' of a lock; did you mean 'stagger'?",
            $"{own}:5:9: bounce: '12 min' is out of range; 0 s to 200 ms is expected",
        ],
        error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    /// <summary>A copy of the shipped lock, changed.</summary>
    private string Own(string name, Func<string, string> change)
    {
        Directory.CreateDirectory(_folder.PathOf("parameters"));
        string shipped = File.ReadAllText(Path.Combine(Repository.Root, "simulator/parameters/lock/bolt-3s.yaml"));
        Assert.NotEqual(shipped, change(shipped));
        return _folder.Write(name, change(shipped));
    }

    private int Run(string station, string guests, string parameters, string expected)
    {
        string more = parameters.Length > 0 ? $", parameters: {{ {parameters} }}" : "";
        string file = _folder.Write("run.yaml", $$"""
            scenario: Parameters
            station: { {{station}}{{more}}, boards: virtual }
            {{guests}}
            expect: [ { {{expected}} } ]
            until: { time: 12 min }
            """);
        (int exitCode, string output, string error) = CliRun.Of(
            "run", file, "--seed", "2", "--record", _folder.PathOf("run.swrec"));
        Assert.Equal("", error);
        TestContext.Current.SendDiagnosticMessage(output);
        return exitCode;
    }
}
