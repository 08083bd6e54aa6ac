using System.Globalization;
using System.Text;
using SwapEdge.Simulator;
using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>
/// Lines of files for any form at a kind of station: right ones, and each value that a parameter refuses.
/// </summary>
internal sealed class FormLines(Story kind)
{
    private const int MostText = 64;

    public StationPlan Station { get; } = new() { Kind = kind };

    /// <summary>Actions and conditions that this station can have.</summary>
    public IEnumerable<(string Name, bool IsAction, IReadOnlyList<Parameter> Parameters)> Forms =>
        ActionForms.All.Select(form => (form.Name, true, form.Parameters))
            .Concat(ConditionForms.All.Select(form => (form.Name, false, form.Parameters)))
            .Where(form => Right(form.Name, form.Item2, form.Parameters) is not null);

    /// <summary>
    /// A file with one form, in its third line, and the column at which the value of a parameter begins.
    /// </summary>
    public (string Text, int Column) File(
        string form, bool isAction, IEnumerable<KeyValuePair<string, string>> values, string of = "")
    {
        StringBuilder line = new(isAction ? $"  - {{ at: 1 s, do: {form}" : "  - { never: {");
        int column = 0;
        foreach ((string name, string value) in values)
        {
            line.Append(isAction || line[^1] != '{' ? ", " : " ").Append(name).Append(": ");
            column = name == of ? line.Length + 1 : column;
            line.Append(value);
        }

        line.Append(isAction ? " }" : " } }");
        string list = isAction ? "happens" : "expect";
        return (
            $"{{ scenario: x, station: {{ kind: {kind.Name} }},\n{list}: [\n{line.ToString()[4..]} ] }}", column - 4);
    }

    public static IReadOnlyList<string> Errors(string text) =>
        ScenarioFile.Of("f", Encoding.UTF8.GetBytes(text)).Errors;

    /// <summary>The least that a form must be told, and its place where it needs one; null: nothing is right.</summary>
    public Dictionary<string, string>? Right(string form, bool isAction, IReadOnlyList<Parameter> parameters)
    {
        string place = Station.IsCabinet ? "door" : "bay";
        foreach (bool placed in new[] { false, true })
        {
            Dictionary<string, string> values = parameters.Where(one => one.Required || (placed && one.Name == place))
                .ToDictionary(one => one.Name, Right, StringComparer.Ordinal);
            if (Errors(File(form, isAction, values).Text).Count == 0)
            {
                return values;
            }
        }

        return null;
    }

    public string Right(Parameter one) => one.Kind switch
    {
        ParameterKind.Duration => "3 s",
        ParameterKind.Temperature => "20 °C",
        ParameterKind.Percent => "50 %",
        ParameterKind.Count => Whole(Math.Max(1, one.Least)),
        ParameterKind.Level => "on",
        ParameterKind.Choice when one.Name == "sensor" => Station.IsCabinet
            ? SensorNames.OfDoor[0] : SensorNames.OfLane[0],
        ParameterKind.Choice => Named(one).First(),
        ParameterKind.Text => "text",
        ParameterKind.Node => Station.Nodes[0],
        ParameterKind.PackAt => Station.IsCabinet ? "door-2" : "bay-2",
        ParameterKind.Resistance => "80 kohm",
        ParameterKind.Voltage => "1 V",
        ParameterKind.Power => "10 kW",
        ParameterKind.Vehicle => Station.Kind.KnownVehicle,
        ParameterKind.PackCode => PackIdentity.Numbered(7).Code,
        ParameterKind.Bay or ParameterKind.Lane or ParameterKind.Position or ParameterKind.LockPoint => "1",
        _ => throw new NotSupportedException($"parameters that are {one.Kind}"),
    };

    /// <summary>The least and the most that it may be.</summary>
    public IEnumerable<string> Extremes(Parameter one) => one.Kind switch
    {
        ParameterKind.Duration => [Ms(one.Least), Ms(one.Most)],
        ParameterKind.Temperature or ParameterKind.Percent or ParameterKind.Voltage or ParameterKind.Power
            or ParameterKind.Resistance => [Measured(one, one.Least), Measured(one, one.Most)],
        ParameterKind.Count => [Whole(one.Least), Whole(one.Most)],
        ParameterKind.Level => ["on", "off"],
        ParameterKind.Choice => Named(one),
        ParameterKind.Text => ["x", new string('x', MostText)],
        ParameterKind.Node => Station.Nodes,
        ParameterKind.PackAt => Station.IsCabinet ? ["door-1", "door-8"] : ["bay-1", "bay-4", "vehicle"],
        ParameterKind.Vehicle when Station.IsCabinet || !kind.Profile.IdentityByVin => ["x", new string('~', 17)],
        ParameterKind.Vehicle => [new string('0', 17), new string('Z', 17)],
        ParameterKind.PackCode => [new string('0', 24), new string('Z', 17) + "9999999"],
        ParameterKind.Bay => ["1", Whole(Station.Places)],
        ParameterKind.Position => ["1", Whole(kind.Profile.Packs)],
        ParameterKind.LockPoint => ["1", Whole(kind.Profile.LockPoints)],
        _ => ["1"],
    };

    /// <summary>What it may not be: out of range, of another unit or kind of station, or nothing of the sort.</summary>
    public IEnumerable<string> Wrong(Parameter one) => one.Kind switch
    {
        ParameterKind.Duration => ["5", "5 V", "-1 s", "367 d", Ms(one.Most + 1), .. Below(one, Ms)],
        ParameterKind.Temperature => ["20", "20 %", Measured(one, one.Least - 1), Measured(one, one.Most + 1)],
        ParameterKind.Percent => ["0.5", "-1 %", "101 %", .. Below(one, least => Measured(one, least))],
        ParameterKind.Voltage or ParameterKind.Power =>
            ["7", "20 °C", "-1 V", "-1 W", Measured(one, one.Most * 2), .. Below(one, least => Measured(one, least))],
        ParameterKind.Resistance => ["80", "80 V", "-80 kohm", "500 ohm", Measured(one, one.Most + 1)],
        ParameterKind.Count => ["1.5", "one", Whole(one.Least - 1), Whole(one.Most + 1)],
        ParameterKind.Level => ["maybe", "1"],
        ParameterKind.Choice =>
            ["no-such-thing", .. one.Choices!.Except(Named(one), StringComparer.Ordinal)],
        ParameterKind.Text => ["'two words'", "ü", new string('x', MostText + 1)],
        ParameterKind.Node => ["lane-3", "bays-9", Station.IsCabinet ? "lane-1" : "cabinet-1"],
        ParameterKind.PackAt => Station.IsCabinet
            ? ["shelf", "door-9", "bay-2", "vehicle", "lane-2-vehicle"]
            : ["shelf", "bay-9", "door-2", "vehicle-5", "lane-2-vehicle"],
        ParameterKind.Vehicle when Station.IsCabinet || !kind.Profile.IdentityByVin =>
            ["'a b'", new string('x', 18)],
        ParameterKind.Vehicle => ["ABC", "LSWAPEDG0SE00002O", "lswapedg0se000028"],
        ParameterKind.PackCode => ["foo", "0SEPB28SWAPEDGF3C000000X", "0sEPB28SWAPEDGF3C0000007"],
        ParameterKind.Bay => ["0", Whole(Station.Places + 1), "x"],
        ParameterKind.Lane => ["0", Whole(Station.Lanes + 1)],
        ParameterKind.Position => ["0", Whole(kind.Profile.Packs + 1)],
        ParameterKind.LockPoint => ["0", Whole(kind.Profile.LockPoints + 1)],
        _ => throw new NotSupportedException($"parameters that are {one.Kind}"),
    };

    /// <summary>Names that the station can have.</summary>
    private IEnumerable<string> Named(Parameter one) => one.Of is null
        ? one.Choices! : one.Choices!.Intersect(one.Of(Station), StringComparer.Ordinal);

    private static IEnumerable<string> Below(Parameter one, Func<double, string> told) =>
        one.Least > 0 ? [told(0)] : [];

    private static string Ms(double value) => ((long)value).ToString(CultureInfo.InvariantCulture) + " ms";

    private static string Whole(double value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    private static string Measured(Parameter one, double value)
    {
        (Measure measure, double factor) = one.Kind switch
        {
            ParameterKind.Temperature => (Measure.Temperature, 1),
            ParameterKind.Percent => (Measure.Share, 0.01),
            ParameterKind.Voltage => (Measure.Voltage, 1),
            ParameterKind.Power => (Measure.Power, 1),
            _ => (Measure.Resistance, 0.001),
        };
        return Invariant($"{Math.Round(value / factor, 6)} {measure.Units[0].Symbol}");
    }
}
