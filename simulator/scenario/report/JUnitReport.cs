using System.Globalization;
using System.Text;
using System.Xml;

namespace SwapEdge.Simulator;

/// <summary>
/// Results as JUnit XML, as CI servers read it: a suite for the run, a case for each scenario; seconds are real ones,
/// properties have seed and virtual time. What an XML cannot hold is left out.
/// </summary>
public static class JUnitReport
{
    private const string Suite = "swapsim";

    public static void Write(Stream to, IReadOnlyList<RunOutcome> outcomes, TimeSpan lasted, DateTimeOffset began)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        XmlWriterSettings settings = new()
        {
            Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n",
        };
        using XmlWriter xml = XmlWriter.Create(to, settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, outcomes, lasted);
        xml.WriteStartElement("testsuite");
        WriteCounts(xml, outcomes, lasted);
        xml.WriteAttributeString("skipped", "0");
        xml.WriteAttributeString("timestamp", began.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("hostname", Environment.MachineName);
        foreach (RunOutcome outcome in outcomes)
        {
            Write(xml, outcome);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<RunOutcome> outcomes, TimeSpan lasted)
    {
        xml.WriteAttributeString("name", Suite);
        xml.WriteAttributeString("tests", Number(outcomes.Count));
        xml.WriteAttributeString("failures", Number(outcomes.Count(one => one.Result is { Failures.Count: > 0 })));
        xml.WriteAttributeString("errors", Number(outcomes.Count(IsError)));
        xml.WriteAttributeString("time", Seconds(lasted.TotalMilliseconds));
    }

    private static void Write(XmlWriter xml, RunOutcome outcome)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(outcome.Scenario.Name));
        xml.WriteAttributeString("classname", Suite);
        xml.WriteAttributeString("time", Seconds(outcome.Result?.WallMs ?? 0));
        xml.WriteAttributeString("file", Clean(outcome.Scenario.Path));
        xml.WriteStartElement("properties");
        Property(xml, "seed", outcome.Seed.ToString(CultureInfo.InvariantCulture));
        Property(xml, "scenario", outcome.Scenario.Story);
        Property(xml, "claim", outcome.Scenario.Claim);
        Property(xml, "virtual-seconds", Seconds(outcome.Result?.VirtualMs ?? 0));
        Property(xml, "events", Number(outcome.Result?.Events ?? 0));
        Property(xml, "record", outcome.Record);
        xml.WriteEndElement();
        if (outcome.Result is { Failures: { Count: > 0 } failures })
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Clean($"{failures[0].Expectation}: {failures[0].Reason}"));
            xml.WriteAttributeString("type", "expectation");
            xml.WriteString(Clean(string.Join('\n', outcome.Reasons())));
            xml.WriteEndElement();
        }
        else if (IsError(outcome))
        {
            xml.WriteStartElement("error");
            xml.WriteAttributeString("message", Clean(outcome.Reasons()[0].Split('\n')[0]));
            xml.WriteAttributeString("type", outcome.Result is null ? "defect" : "timeout");
            xml.WriteString(Clean(string.Join('\n', outcome.Reasons())));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsError(RunOutcome outcome) => outcome.Result is null or { Passed: false, Failures.Count: 0 };

    private static void Property(XmlWriter xml, string name, string value)
    {
        if (value.Length > 0)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", Clean(value));
            xml.WriteEndElement();
        }
    }

    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()).Where(one =>
            one.Length == 2 || XmlConvert.IsXmlChar(one[0])));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double milliseconds) =>
        (milliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture);
}
