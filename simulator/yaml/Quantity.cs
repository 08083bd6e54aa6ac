using System.Globalization;
using System.Text.RegularExpressions;

namespace SwapEdge.Simulator.Yaml;

/// <summary>
/// A quantity as people write it: a number with a point, and a unit. Each method gives null when the text is one, else
/// what is wrong and what would be right.
/// </summary>
public static partial class Quantity
{
    /// <summary>Longest duration that is believed: a year.</summary>
    public const long LongestMs = 366L * 86_400_000;

    /// <summary>Values beyond it are taken for a slip.</summary>
    private const double Most = 1e12;

    /// <summary>Value in the first unit of the measure with factor 1; shares 0 to 1.</summary>
    public static string? Read(string text, Measure measure, out double value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(measure);
        value = 0;
        if (measure == Measure.Duration)
        {
            string? wrong = Duration(text, out long ms);
            value = ms;
            return wrong;
        }

        Match match = Whole().Match(text);
        if (!match.Success)
        {
            return NotOne(text, measure);
        }

        if (WrongUnit(text, match.Groups["unit"].Value, measure) is { } unit)
        {
            return unit;
        }

        // The decimal keeps 97 % at 0.97 and 12.5 kW at 12500: no dust of binary fractions.
        double number = Number(match.Groups["number"].Value);
        double factor = measure.Unit(match.Groups["unit"].Value)!.Factor;
        value = factor < 1 && 1 / factor is var divisor && divisor == Math.Round(divisor)
            ? number / divisor
            : number * factor;
        return Math.Abs(value) <= Most ? null : $"{YamlErrors.Quote(text)} is beyond all measure";
    }

    /// <summary>A duration in milliseconds, not negative, at most a year; units from the greatest down.</summary>
    public static string? Duration(string text, out long milliseconds)
    {
        ArgumentNullException.ThrowIfNull(text);
        milliseconds = 0;
        string rest = text.Trim();
        double last = double.MaxValue;
        double sum = 0;
        do
        {
            Match match = First().Match(rest);
            string unit = match.Groups["unit"].Value;
            if (!match.Success)
            {
                return NotOne(text, Measure.Duration);
            }

            if (WrongUnit(text, unit, Measure.Duration) is { } wrong)
            {
                return wrong;
            }

            double factor = Measure.Duration.Unit(unit)!.Factor;
            if (match.Groups["number"].Value[0] is '-' or '−')
            {
                return $"{YamlErrors.Quote(text)}: a duration is not negative";
            }

            if (factor >= last)
            {
                return $"{YamlErrors.Quote(text)}: units go from the greatest down, each once, as in '1 h 30 min'";
            }

            sum += Number(match.Groups["number"].Value) * factor;
            last = factor;
            rest = rest[match.Length..].TrimStart();
        }
        while (rest.Length > 0);

        if (sum > LongestMs)
        {
            return $"{YamlErrors.Quote(text)} is longer than a year";
        }

        milliseconds = (long)Math.Round(sum);
        return Math.Abs(sum - milliseconds) < 1e-6
            ? null
            : $"{YamlErrors.Quote(text)} is no whole number of milliseconds";
    }

    /// <summary>A whole number without unit.</summary>
    public static string? Count(string text, out int value)
    {
        ArgumentNullException.ThrowIfNull(text);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            ? null
            : $"a whole number is expected, not {YamlErrors.Quote(text)}";
    }

    /// <summary>Yes or no, on or off, true or false; as they are, as a sentence begins, or in capitals.</summary>
    public static string? Level(string text, out bool value)
    {
        ArgumentNullException.ThrowIfNull(text);
        string word = text.ToLowerInvariant();
        value = word is "yes" or "on" or "true";
        return Levels.Contains(text, StringComparer.Ordinal)
            ? null
            : $"yes or no, on or off is expected, not {YamlErrors.Quote(text)}";
    }

    /// <summary>All words of a level.</summary>
    public static IReadOnlyList<string> Levels { get; } =
    [
        "yes", "no", "on", "off", "true", "false", "Yes", "No", "On", "Off", "True", "False",
        "YES", "NO", "ON", "OFF", "TRUE", "FALSE",
    ];

    private static string NotOne(string text, Measure measure)
    {
        string reason = Comma().IsMatch(text)
            ? $"{YamlErrors.Quote(text)}: a point, not a comma, stands before decimals"
            : $"{YamlErrors.Quote(text)} is not {measure.Words}";
        return $"{reason}; {Expected(measure)}";
    }

    private static string? WrongUnit(string text, string unit, Measure measure)
    {
        if (unit.Length == 0)
        {
            return $"{YamlErrors.Quote(text)} has no unit; {Expected(measure)}";
        }

        if (measure.Unit(unit) is not null)
        {
            return null;
        }

        Measure? other = Measure.All.FirstOrDefault(one => one.Unit(unit) is not null);
        return other is null
            ? $"{YamlErrors.Quote(text)}: {YamlErrors.Quote(unit)} is no unit of {measure.Words}; {Expected(measure)}"
            : $"{YamlErrors.Quote(text)} is {other.Words}; {Expected(measure)}";
    }

    private static string Expected(Measure measure)
    {
        string units = string.Join(", ", measure.Units.Select(unit => unit.Symbol));
        return $"{measure.Words} such as '{measure.Example}' is expected"
            + (measure.Units.Count > 1 ? $" ({units})" : "");
    }

    private static double Number(string text) =>
        double.Parse(text.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    private const string OneNumber = @"(?<number>[+\-−]?(?>[0-9]+)(\.(?>[0-9]+))?([eE][+\-]?(?>[0-9]+))?)";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"\A\s*" + OneNumber + @"\s*(?<unit>[^\s0-9.,+\-−][^\s]{0,15})?\s*\z", Options, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"\A" + OneNumber + @"\s*(?<unit>[^\s0-9.,+\-−]{1,16})?(?=\s|\z|[0-9])", Options, 1000)]
    private static partial Regex First();

    [GeneratedRegex("[0-9],[0-9]", Options, 1000)]
    private static partial Regex Comma();
}
