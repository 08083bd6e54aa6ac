using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>
/// What the readers of JUnit XML demand, the strictest of each: Jenkins' xUnit plugin refuses a file with an element or
/// attribute that its schema (junit-10) does not have; GitLab tells cases apart by class and name; publishers for
/// GitHub and Jenkins' own add up what the counts say.
/// </summary>
internal static class JUnitRules
{
    private static readonly string[] Verdicts = ["failure", "error", "skipped"];

    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["testsuites"] = ["name", "time", "tests", "failures", "errors"],
        ["testsuite"] =
        [
            "name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id",
            "package", "file", "log", "url",
        ],
        ["testcase"] = ["name", "time", "classname", "group"],
        ["failure"] = ["type", "message"],
        ["error"] = ["type", "message"],
        ["skipped"] = ["type", "message"],
        ["property"] = ["name", "value"],
        ["properties"] = [],
        ["system-out"] = [],
    };

    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["testsuite"] = ["name", "tests", "failures", "errors", "skipped", "time", "timestamp"],
        ["testcase"] = ["name", "classname", "time"],
        ["failure"] = ["type", "message"],
        ["error"] = ["type", "message"],
        ["property"] = ["name", "value"],
    };

    private static readonly Dictionary<string, string[]> Inside = new(StringComparer.Ordinal)
    {
        ["testsuites"] = ["testsuite"],
        ["testsuite"] = ["properties", "testcase"],
        ["testcase"] = [.. Verdicts, "system-out"],
        ["properties"] = ["property"],
    };

    public static void Check(XElement root)
    {
        Assert.Equal("testsuites", root.Name);
        Assert.All(root.DescendantsAndSelf(), CheckElement);
        XElement suite = Assert.Single(root.Elements());
        XElement[] cases = [.. suite.Elements("testcase")];
        Assert.Equal(cases.Length, cases.DistinctBy(one => one.Attribute("name")!.Value).Count());
        Assert.All(cases, one => Assert.InRange(
            one.Elements().Count(part => Verdicts.Contains(part.Name.LocalName)), 0, 1));
        foreach (XElement counted in new[] { root, suite })
        {
            Assert.Equal(cases.Length, Number(counted, "tests"));
            Assert.Equal(suite.Descendants("failure").Count(), Number(counted, "failures"));
            Assert.Equal(suite.Descendants("error").Count(), Number(counted, "errors"));
        }

        Assert.Equal(suite.Descendants("skipped").Count(), Number(suite, "skipped"));
        Assert.True(DateTime.TryParseExact(
            suite.Attribute("timestamp")!.Value, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out _));
    }

    private static void CheckElement(XElement element)
    {
        string name = element.Name.LocalName;
        string[] there = [.. element.Attributes().Select(attribute => attribute.Name.LocalName)];
        Assert.Empty(there.Except(Attributes[name]));
        Assert.Empty(Required.GetValueOrDefault(name, []).Except(there));
        Assert.Empty(element.Elements().Select(part => part.Name.LocalName)
            .Except(Inside.GetValueOrDefault(name, [])));
        if (element.Attribute("time") is { } time)
        {
            Assert.Matches(@"^\d+\.\d{3}$", time.Value);
        }

        foreach (string text in element.Attributes().Select(attribute => attribute.Value).Append(element.Value))
        {
            XmlConvert.VerifyXmlChars(text);
        }
    }

    private static int Number(XElement element, string name) =>
        int.Parse(element.Attribute(name)!.Value, NumberStyles.None, CultureInfo.InvariantCulture);
}
