using System.Text.Json;
using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary><c>swapsim run</c>: what it runs, shows, leaves behind and returns.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_scenario_that_passes_shows_its_station_and_each_expectation_and_returns_0()
    {
        string file = _folder.Write("quiet.yaml", ScenarioFolder.Passes);
        (int exitCode, string output, string error) = CliRun.Of("run", file);
        Assert.Equal((ExitCode.Passed, ""), (exitCode, error));
        Assert.Contains("quiet: Nothing happens", output, StringComparison.Ordinal);
        Assert.Contains("journal of", output, StringComparison.Ordinal);
        Assert.Matches(@"5 +never \{ phase: held \} +kept", output);
        Assert.Contains("quiet passed: 1 expectations met in 1.0 s of virtual time", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void An_expectation_that_fails_returns_1_and_says_what_was_expected_what_was_seen_when_and_where()
    {
        string file = _folder.Write("held.yaml", ScenarioFolder.Fails);
        (int exitCode, string output, _) = CliRun.Of("run", file, "--record", _folder.PathOf("held.swrec"));
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains(
            $"{file}:5:5: eventually {{ phase: held }}, within 2 s: not within 2.0 s: the phase was 'idle' (at 2.05 s)",
            output,
            StringComparison.Ordinal);
        Assert.Contains("FAILED", output, StringComparison.Ordinal);
        Assert.Contains($"recorded: swapsim replay {_folder.PathOf("held.swrec")}", output, StringComparison.Ordinal);
        Assert.True(new FileInfo(_folder.PathOf("held.swrec")).Length > 0);
    }

    [Fact]
    public void A_run_that_fails_leaves_a_record_also_where_none_was_asked_for()
    {
        string name = $"left-{Guid.NewGuid():N}";
        string record = Path.Combine(RunBatch.RecordFolder, $"{name}-7.swrec");
        try
        {
            (int exitCode, string output, _) = CliRun.Of(
                "run", _folder.Write(name + ".yaml", ScenarioFolder.Fails), "--seed", "7");
            Assert.Equal(ExitCode.Failed, exitCode);
            Assert.Contains($"recorded: swapsim replay {record}", output, StringComparison.Ordinal);
            Assert.True(File.Exists(record));
        }
        finally
        {
            File.Delete(record);
        }
    }

    [Fact]
    public void Several_scenarios_show_a_table_in_their_order_and_the_reasons_of_those_that_failed()
    {
        _folder.Write("a.yaml", ScenarioFolder.Passes);
        _folder.Write("b.yaml", ScenarioFolder.Fails);
        _folder.Write("c.json", """{ "scenario": "Json is YAML", "arrivals": [], "until": { "time": "1 s" } }""");
        (int exitCode, string output, _) = CliRun.Of(
            "run", _folder.Path, "--parallel", "3", "--board", "virtual", "--record", _folder.PathOf("records"));
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Matches(@"(?s)a +passed +1/1.*b +failed +0/1.*c +passed +0/0", output);
        Assert.Contains("b.yaml:5:5: eventually", output, StringComparison.Ordinal);
        Assert.Contains("2 of 3 scenarios passed", output, StringComparison.Ordinal);
        Assert.Equal(
            ["a.swrec", "b.swrec", "c.swrec"],
            Directory.GetFiles(_folder.PathOf("records")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void When_one_file_is_wrong_none_is_run_and_all_that_is_wrong_is_told()
    {
        _folder.Write("a.yaml", ScenarioFolder.Passes);
        string b = _folder.Write("b.yaml", "scenario: x\nlimit: 3\n");
        string c = _folder.Write("c.yaml", "scenario: x\nlimt: 3 s\n");
        (int exitCode, string output, string error) = CliRun.Of("run", _folder.Path);
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
        Assert.Equal(
        [
            $"{b}:2:8: limit: '3' has no unit; a duration such as '90 s' is expected (ms, s, min, h, d)",
            $"{c}:2:1: unknown key 'limt' of a scenario; did you mean 'limit'?",
            "swapsim run: 2 of 3 scenarios are wrong; none was run",
        ],
        Lines(error));
    }

    [Theory]
    [InlineData("scenario: [x\n", ":2:1: is not YAML: a list in [ ] lacks a ',' or its end")]
    [InlineData("scenario: x\nhapens: []\n", ":2:1: unknown key 'hapens' of a scenario; did you mean 'happens'?")]
    [InlineData("scenario: x\nstation: { ambient: 20 V }\n",
        ":2:21: ambient: '20 V' is a voltage; a temperature such as '-25 °C' is expected")]
    [InlineData("scenario: x\nhappens: [ { at: 31 min, do: fire } ]\n",
        ":2:18: at: '31 min' is behind the limit of 30 min")]
    [InlineData("scenario: x\nexpect: [ { never: { fault: gripp-lost } } ]\n",
        ":2:29: unknown fault 'gripp-lost'; did you mean 'grip-lost'?")]
    [InlineData("scenario: x\nhappens: [ { at: 1 s, do: sensor-stuk } ]\n",
        ":2:27: unknown action 'sensor-stuk'; did you mean 'sensor-stuck'?")]
    [InlineData("scenario: x\nscenario: y\n", ":2:1: 'scenario' is there twice; line 1 has it already")]
    [InlineData("scenario:\n\tx: 1\n", ":2:1: is not YAML: a tab indents; blanks do")]
    [InlineData("", ":1:1: is empty")]
    public void A_wrong_file_of_each_kind_is_answered_with_file_line_column_and_reason_and_2(string text, string error)
    {
        string file = _folder.Write("wrong.yaml", text);
        (int exitCode, string output, string told) = CliRun.Of("run", file);
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
        Assert.Equal([file + error], Lines(told));
    }

    [Fact]
    public void A_run_that_takes_too_long_is_given_up_and_returns_42()
    {
        string file = _folder.Write("long.yaml", ScenarioFolder.Lasts);
        (int exitCode, string output, _) = CliRun.Of("run", file, "--timeout", "1 ms");
        Assert.Equal(ExitCode.TimedOut, exitCode);
        Assert.Contains($"{file}: given up after", output, StringComparison.Ordinal);
        Assert.Contains("long timed out.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_alone_and_among_others()
    {
        string[] files = [.. Enumerable.Range(1, 4).Select(i => _folder.Write($"s{i}.yaml", ScenarioFolder.Passes))];
        string[] together = Numbers(["run", .. files, "--json", "--parallel", "4", "--seed", "5"]);
        string[] alone = Numbers(["run", files[0], "--json", "--seed", "5"]);
        Assert.All(together, one => Assert.Equal(alone[0], one));

        static string[] Numbers(string[] args) =>
        [
            .. Lines(CliRun.Of(args).Output).SkipLast(1).Select(line => JsonElement.Parse(line)).Select(
                one => $"{one.GetProperty("verdict")} {one.GetProperty("virtual_ms")} {one.GetProperty("events")}"),
        ];
    }

    [Fact]
    public void Json_is_a_line_a_scenario_and_a_summary()
    {
        string file = _folder.Write("b.yaml", ScenarioFolder.Fails);
        (int exitCode, string output, _) = CliRun.Of("run", file, "--json", "--record", _folder.PathOf("r"));
        Assert.Equal(ExitCode.Failed, exitCode);
        JsonElement[] lines = [.. Lines(output).Select(line => JsonElement.Parse(line))];
        Assert.Equal(2, lines.Length);
        Assert.Equal("failed", lines[0].GetProperty("verdict").GetString());
        JsonElement failure = Assert.Single(lines[0].GetProperty("failures").EnumerateArray());
        Assert.Equal((5, 5), (failure.GetProperty("line").GetInt32(), failure.GetProperty("column").GetInt32()));
        Assert.Equal(1, lines[1].GetProperty("summary").GetProperty("failed").GetInt32());
    }

    [Theory]
    [InlineData("swapsim run: there is no scenario 'truk'; did you mean 'truck'?", "truk")]
    [InlineData("nowhere/x.yaml:1:1: there is no such file", "nowhere/x.yaml")]
    [InlineData("x.yaml:1:1: there is no such file", "x.yaml")]
    [InlineData("swapsim run: --timeout: '5' has no unit; a duration such as '90 s' is expected (ms, s, min, h, d)",
        "truck", "--timeout", "5")]
    [InlineData("swapsim run: --parallel: 1 to 64", "truck", "--parallel", "0")]
    [InlineData("swapsim run: --broker: a broker of others is spoken to in real time; leave --speed out",
        "truck", "--broker", "mqtt://localhost", "--speed", "max")]
    [InlineData("swapsim run: esp32-olimex: no node of 'truck' runs on this board", "truck", "--board", "esp32-olimex")]
    public void What_cannot_be_run_is_told_and_returns_2(string error, params string[] args)
    {
        (int exitCode, string output, string told) = CliRun.Of(["run", .. args]);
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
        Assert.Equal([error], Lines(told));
    }

    [Theory]
    [InlineData("--record")]
    [InlineData("--candump")]
    public void What_cannot_be_written_is_told_before_anything_runs(string option)
    {
        string file = _folder.Write("a.yaml", ScenarioFolder.Passes);
        string path = Path.Combine(file, "below-a-file");
        (int exitCode, string output, string error) = CliRun.Of("run", file, option, path);
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_capture_of_a_run_has_the_frames_of_its_buses()
    {
        string capture = _folder.PathOf("a.log");
        string file = _folder.Write("a.yaml", ScenarioFolder.Passes);
        Assert.Equal(ExitCode.Passed, CliRun.Of("run", file, "--candump", capture).ExitCode);
        Assert.Contains(" link ", File.ReadAllText(capture), StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_of_a_scenario_is_replayed_by_the_firmware()
    {
        string record = _folder.PathOf("a.swrec");
        string file = _folder.Write("a.yaml", ScenarioFolder.Passes);
        Assert.Equal(ExitCode.Passed, CliRun.Of("run", file, "--record", record).ExitCode);
        Assert.Equal(ExitCode.Passed, CliRun.Of("replay", record).ExitCode);
    }

    [Fact]
    public void A_folder_without_scenarios_is_told()
    {
        _folder.Write("notes.txt", "x");
        (int exitCode, _, string error) = CliRun.Of("run", _folder.Path);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Equal([$"swapsim run: {_folder.Path}: no scenario is in this folder"], Lines(error));
    }

    [Fact]
    public void List_shows_every_shipped_scenario_with_its_story()
    {
        (int exitCode, string output, _) = CliRun.Of("run", "--list");
        Assert.Equal(ExitCode.Passed, exitCode);
        Assert.All(Story.All, story => Assert.Contains(story.Name, ShippedScenarios.Names));
        Assert.Equal(1 + ShippedScenarios.Names.Count, Lines(output).Length);
    }

    [Fact]
    public void Every_shipped_scenario_is_right_and_has_a_story_a_claim_and_expectations() => Assert.All(
        ShippedScenarios.Names,
        name =>
        {
            ScenarioFile file = ScenarioFile.Read(ShippedScenarios.Find(name)!);
            Assert.Empty(file.Errors);
            Assert.NotEmpty(file.Scenario!.Story);
            Assert.NotEmpty(file.Scenario.Claim);
            Assert.NotEmpty(file.Scenario.Expect);
        });

    [Fact]
    public void The_schema_can_be_had_from_the_tool_alone() =>
        Assert.Equal(ScenarioSchema.Text(), CliRun.Of("run", "--schema").Output);

    [Fact]
    public void A_bar_is_for_a_terminal_alone() => Assert.False(RunProgress.IsWanted(terminal: false));

    [Fact]
    public void A_bar_runs_the_same_scenarios()
    {
        Scenario[] scenarios = [ScenarioFile.Read(_folder.Write("a.yaml", ScenarioFolder.Passes)).Scenario!];
        using StringWriter output = new();
        Assert.Equal(
            ExitCode.Passed, Assert.Single(RunProgress.Run(new RunOptions(), scenarios, output, () => 40)).ExitCode);
        Assert.EndsWith("\r\u001b[2K", output.ToString(), StringComparison.Ordinal);
        string[] drawn = output.ToString().Split("\r\u001b[2K", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(drawn, line => Assert.InRange(line.Length, 1, 39));
        Assert.Contains(drawn, line => line.StartsWith("0 of 1 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(79, "3 of 52 ━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ lock-iced 12 min 3 s")]
    [InlineData(39, "3 of 52 ╌╌╌╌╌╌╌╌╌╌ lock-iced 12 min 3 s")]
    [InlineData(20, "3 of 52 lock-iced 1…")]
    [InlineData(0, "")]
    public void The_line_of_a_run_fits_its_terminal(int columns, string line) =>
        Assert.Equal(line, RunProgress.Text(3, 52, "lock-iced", 723_000, columns));

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
