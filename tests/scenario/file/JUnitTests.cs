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
    public void A_case_tells_seed_story_and_virtual_time_as_properties_before_its_result()
    {
        XElement one = Run(("b", ScenarioFolder.Fails)).Descendants("testcase").Single();
        Assert.Equal("properties", one.Elements().First().Name);
        Dictionary<string, string> properties = one.Descendants("property")
            .ToDictionary(property => Of(property, "name"), property => Of(property, "value"));
        Assert.Equal("1", properties["seed"]);
        Assert.Equal("Nobody <comes> & \"nothing\" is held", properties["scenario"]);
        Assert.Equal("2.050", properties["virtual-seconds"]);
        Assert.EndsWith(".swrec", properties["record"], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_elements_and_attributes_that_readers_know_are_there()
    {
        XElement root = Run(("a", ScenarioFolder.Passes), ("b", ScenarioFolder.Fails));
        Dictionary<string, string[]> known = new()
        {
            ["testsuites"] = ["name", "time", "tests", "failures", "errors"],
            ["testsuite"] =
                ["name", "tests", "failures", "errors", "time", "skipped", "timestamp", "hostname"],
            ["testcase"] = ["name", "classname", "time", "file"],
            ["properties"] = [],
            ["property"] = ["name", "value"],
            ["failure"] = ["message", "type"],
        };
        Assert.All(root.DescendantsAndSelf(), element =>
            Assert.Subset(
                known[element.Name.LocalName].ToHashSet(),
                element.Attributes().Select(attribute => attribute.Name.LocalName).ToHashSet()));
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
        return XElement.Load(xml);
    }

    private static string Of(XElement element, string name) => element.Attribute(name)!.Value;

    private static double Seconds(XElement element) => double.Parse(Of(element, "time"), CultureInfo.InvariantCulture);
}
