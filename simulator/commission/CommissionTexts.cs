using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>What a technician reads, from <c>commission.csv</c>: key, English, Chinese.</summary>
public sealed class CommissionTexts(bool chinese)
{
    private static readonly Dictionary<string, (string English, string Chinese)> All = FaultWords
        .Rows("commission.csv", 3).ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, (string English, string Chinese)> Table => All;

    /// <summary>The text of that key, with its places filled.</summary>
    public string Of(string key, params object[] values)
    {
        (string english, string chineseText) = All[key];
        return string.Format(CultureInfo.InvariantCulture, chinese ? chineseText : english, values);
    }
}
