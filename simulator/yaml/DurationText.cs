using System.Globalization;

namespace SwapEdge.Simulator.Yaml;

/// <summary>Durations as files have them: <c>1 h 30 min</c>.</summary>
internal static class DurationText
{
    public static string Of(long milliseconds)
    {
        List<string> parts = [];
        foreach (MeasureUnit unit in Measure.Duration.Units.Reverse())
        {
            long number = milliseconds / (long)unit.Factor;
            milliseconds -= number * (long)unit.Factor;
            if (number > 0)
            {
                parts.Add(number.ToString(CultureInfo.InvariantCulture) + " " + unit.Symbol);
            }
        }

        return parts.Count > 0 ? string.Join(' ', parts) : "0 s";
    }
}
