using System.Globalization;
using System.Text;
using System.Xml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Results as JUnit XML, as CI servers read it: a suite for the run, a case for each scenario; seconds are real ones.
/// Only what the strictest of the readers permits, Jenkins' xUnit plugin, which refuses a file for an attribute that it
/// does not know: a case's own story stands in its output. What an XML cannot hold is left out.
/// </summary>
public static class JUnitReport
{
    private const string Suite = "swapsim";

    /// <summary>Writes a file that is whole, or is not there.</summary>
    public static void Write(string path, IReadOnlyList<RunOutcome> outcomes, TimeSpan lasted, DateTimeOffset began)
    {
        string part = OutputPath.PartOf(path);
        try
        {
            using (FileStream file = OutputPath.Create(part))
            {
                Write(file, outcomes, lasted, began);
            }

            OutputPath.Finish(part, path);
        }
        catch (IOException)
        {
            OutputPath.Delete(part);
            throw;
        }
    }

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
        xml.WriteAttributeString("skipped", Number(outcomes.Count(one => one.IsLeftOut)));
        xml.WriteAttributeString("timestamp", began.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("hostname", Clean(Environment.MachineName));
        xml.WriteStartElement("properties");
        Property(xml, "seed", outcomes.Count > 0 ? outcomes[0].Seed.ToString(CultureInfo.InvariantCulture) : "");
        Property(xml, "build", DeskBuild.Name);
        xml.WriteEndElement();
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
        xml.WriteAttributeString("failures", Number(outcomes.Count(IsFailure)));
        xml.WriteAttributeString("errors", Number(outcomes.Count(IsError)));
        xml.WriteAttributeString("time", Seconds(lasted.TotalMilliseconds));
    }

    private static void Write(XmlWriter xml, RunOutcome outcome)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(outcome.Scenario.Name));
        xml.WriteAttributeString("classname", Suite);
        xml.WriteAttributeString("time", Seconds(outcome.Result?.WallMs ?? 0));
        if (IsFailure(outcome))
        {
            ScenarioFailure first = outcome.Result!.Failures[0];
            Verdict(xml, "failure", "expectation", $"{first.Expectation}: {first.Reason}", outcome);
        }
        else if (IsError(outcome))
        {
            string type = outcome.Errors.Count > 0 ? "wrong-file" : outcome.Result is null ? "defect" : "timeout";
            Verdict(xml, "error", type, outcome.Reasons()[0].Split('\n')[0], outcome);
        }
        else if (outcome.IsLeftOut)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", outcome.Reasons()[0]);
            xml.WriteEndElement();
        }

        xml.WriteElementString("system-out", Clean(string.Join('\n', Output(outcome))));
        xml.WriteEndElement();
    }

    private static void Verdict(XmlWriter xml, string element, string type, string message, RunOutcome outcome)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", Clean(message));
        xml.WriteAttributeString("type", type);
        xml.WriteString(Clean(string.Join('\n', outcome.Reasons())));
        xml.WriteEndElement();
    }

    private static IEnumerable<string> Output(RunOutcome outcome)
    {
        yield return $"file: {outcome.Scenario.Path}";
        if (outcome.Scenario.Story.Length > 0)
        {
            yield return $"scenario: {outcome.Scenario.Story}";
        }

        if (outcome.Scenario.Claim.Length > 0)
        {
            yield return $"claim: {outcome.Scenario.Claim}";
        }

        yield return Invariant($"seed: {outcome.Seed}");
        if (outcome.Result is { } result)
        {
            yield return $"virtual time: {Seconds(result.VirtualMs)} s";
            yield return Invariant($"events: {result.Events}");
        }

        if (outcome.Record.Length > 0)
        {
            yield return $"record: {outcome.Record}";
        }
    }

    private static bool IsFailure(RunOutcome outcome) => outcome.Result is { Failures.Count: > 0 };

    private static bool IsError(RunOutcome outcome) =>
        !outcome.IsLeftOut && outcome.Result is null or { Passed: false, Failures.Count: 0 };

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", Clean(value));
        xml.WriteEndElement();
    }

    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()).Where(one =>
            one.Length == 2 || XmlConvert.IsXmlChar(one[0])));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double milliseconds) =>
        (milliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture);
}
