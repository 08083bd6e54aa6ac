using System.Globalization;
using System.Xml.Linq;
using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>
/// JUnit XML of a run, against what readers of it need: the attributes that the schemas of Jenkins and of Ant's
/// publishers require, numbers that are numbers, counts that are the counts of what is there.
/// </summary>
public sealed class JUnitTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_suite_has_a_case_for_each_scenario_with_its_counts_times_and_reasons()
    {
        XElement root = Run(
            ("a", ScenarioFolder.Passes), ("b", ScenarioFolder.Fails), ("c", ScenarioFolder.Lasts));
        XElement suite = Assert.Single(root.Elements("testsuite"));
        XElement[] cases = [.. suite.Elements("testcase")];
        Assert.Equal(["a", "b", "c"], cases.Select(one => one.Attribute("name")!.Value));
        foreach (XElement counted in new[] { root, suite })
        {
            Assert.Equal("swapsim", counted.Attribute("name")!.Value);
            Assert.Equal(("3", "1", "1"), (Of(counted, "tests"), Of(counted, "failures"), Of(counted, "errors")));
            Assert.True(Seconds(counted) > 0);
        }

        Assert.True(DateTime.TryParseExact(
            Of(suite, "timestamp"), "s", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.All(cases, one => Assert.True(Seconds(one) >= 0 && Of(one, "classname").Length > 0));
        Assert.Empty(cases[0].Elements("failure").Concat(cases[0].Elements("error")));
        XElement failure = Assert.Single(cases[1].Elements("failure"));
        Assert.Equal("expectation", Of(failure, "type"));
        Assert.Contains("the phase was 'idle'", Of(failure, "message"), StringComparison.Ordinal);
        Assert.Contains("b.yaml:5:5: eventually { phase: held }", failure.Value, StringComparison.Ordinal);
        Assert.Equal("timeout", Of(Assert.Single(cases[2].Elements("error")), "type"));
    }

    [Fact]
    public void A_case_tells_story_seed_and_virtual_time_in_its_output_and_the_suite_what_was_run()
    {
        XElement root = Run(("b", ScenarioFolder.Fails));
        string output = root.Descendants("testcase").Single().Element("system-out")!.Value;
        string file = _folder.PathOf("b.yaml");
        Assert.StartsWith(
            $"file: {file}\nscenario: Nobody <comes> & \"nothing\" is held\nseed: 1\nvirtual time: 2.050 s\n", output,
            StringComparison.Ordinal);
        Assert.Contains("\nrecord: ", output, StringComparison.Ordinal);
        Dictionary<string, string> properties = root.Descendants("property")
            .ToDictionary(property => Of(property, "name"), property => Of(property, "value"));
        Assert.Equal(("1", DeskBuild.Name), (properties["seed"], properties["build"]));
    }

    [Fact]
    public void A_file_that_is_wrong_is_an_error_for_the_server_and_what_was_not_run_for_it_is_skipped()
    {
        string right = _folder.Write("a.yaml", ScenarioFolder.Passes);
        string wrong = _folder.Write("b.yaml", "scenario: x\nlimit: 3\nlimt: 3 s\n");
        string xml = _folder.PathOf("results.xml");
        (int exitCode, string output, string told) = CliRun.Of("run", right, wrong, "truk", "--junit", xml);
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
        XElement root = XElement.Load(xml);
        JUnitRules.Check(root);
        XElement suite = root.Element("testsuite")!;
        Assert.Equal(("3", "2", "1"), (Of(suite, "tests"), Of(suite, "errors"), Of(suite, "skipped")));
        XElement[] errors = [.. suite.Descendants("error")];
        Assert.All(errors, error => Assert.Equal("wrong-file", Of(error, "type")));
        Assert.Equal(
            ["swapsim run: there is no scenario 'truk'; did you mean 'truck'?", told.Split('\n')[1]],
            errors.Select(error => Of(error, "message")));
        Assert.Contains($"\n{wrong}:3:1: unknown key 'limt'", errors[1].Value, StringComparison.Ordinal);
        Assert.Equal("not run: others are wrong", Of(suite.Descendants("skipped").Single(), "message"));
    }

    [Fact]
    public void Every_kind_of_result_is_what_the_strictest_reader_permits()
    {
        Run(("a", ScenarioFolder.Passes), ("b", ScenarioFolder.Fails), ("c", ScenarioFolder.Lasts));
        Scenario odd = new() { Name = "x\u0000\ufffe", Path = "\u001b[1m", Story = "\v", Claim = "\ud83d" };
        RunOutcome[] outcomes =
        [
            new(odd, ulong.MaxValue, null) { Defect = "bell\u0007\r\nand more" },
            new(odd with { Name = "y" }, 1, null) { Errors = ["x:1:1: \b", "]]>"] },
            new(odd with { Name = "z" }, 1, null) { IsLeftOut = true },
        ];
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture =
            new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            using MemoryStream xml = new();
            JUnitReport.Write(xml, outcomes, TimeSpan.FromSeconds(1234567.8), DateTimeOffset.UnixEpoch);
            xml.Position = 0;
            XElement root = XElement.Load(xml);
            JUnitRules.Check(root);
            Assert.Equal("1234567.800", Of(root, "time"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Two_scenarios_of_one_name_have_names_of_their_own_and_records_of_their_own()
    {
        Directory.CreateDirectory(_folder.PathOf("one"));
        Directory.CreateDirectory(_folder.PathOf("two"));
        _folder.Write("one/a.yaml", ScenarioFolder.Passes);
        _folder.Write("two/a.yaml", ScenarioFolder.Passes);
        string xml = _folder.PathOf("results.xml");
        _ = CliRun.Of("run", _folder.Path, "--junit", xml, "--record", _folder.PathOf("records"));
        string[] names = [.. XElement.Load(xml).Descendants("testcase").Select(one => Of(one, "name"))];
        Assert.EndsWith("-one-a", names[0], StringComparison.Ordinal);
        Assert.EndsWith("-two-a", names[1], StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_folder.PathOf("records")).Length);
    }

    [Fact]
    public void Results_of_another_run_are_not_there_while_one_runs_and_half_of_them_never()
    {
        string xml = _folder.PathOf("results.xml");
        File.WriteAllText(xml, "<old/>");
        _ = CliRun.Of("run", _folder.Write("a.yaml", ScenarioFolder.Passes), "--junit", xml, "--board", "esp32-olimex");
        Assert.Equal("<old/>", File.ReadAllText(xml));
        _ = CliRun.Of("run", _folder.PathOf("a.yaml"), "--junit", xml, "--record", _folder.PathOf("a.yaml/x"));
        Assert.Equal(["a.yaml", "results.xml"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_defect_of_the_simulator_is_an_error_and_what_no_xml_can_hold_is_left_out()
    {
        const string Defect = "bell\u0007, half\ud800, \U0001F50B";
        RunOutcome outcome = new(new Scenario { Name = "x" }, 1, null) { Defect = Defect };
        using MemoryStream xml = new();
        JUnitReport.Write(xml, [outcome], TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch);
        xml.Position = 0;
        XElement error = XElement.Load(xml).Descendants("error").Single();
        Assert.Equal(("defect", ": bell, half\ufffd, \U0001F50B"), (Of(error, "type"), error.Value));
        Assert.Equal(ExitCode.InternalError, RunOutcome.ExitCodeOf([outcome]));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_before_anything_runs()
    {
        (int exitCode, string output, string error) = CliRun.Of(
            "run", _folder.Write("a.yaml", ScenarioFolder.Passes), "--junit", _folder.Path);
        Assert.Equal((ExitCode.WrongInput, ""), (exitCode, output));
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
    }

    private XElement Run(params (string Name, string Text)[] scenarios)
    {
        string[] files = [.. scenarios.Select(one => _folder.Write(one.Name + ".yaml", one.Text))];
        string xml = _folder.PathOf("new/folder/results.xml");
        _ = CliRun.Of(
            ["run", .. files, "--junit", xml, "--timeout", "2 s", "--record", _folder.PathOf("records") + "/"]);
        XElement root = XElement.Load(xml);
        JUnitRules.Check(root);
        return root;
    }

    private static string Of(XElement element, string name) => element.Attribute(name)!.Value;

    private static double Seconds(XElement element) => double.Parse(Of(element, "time"), CultureInfo.InvariantCulture);
}
