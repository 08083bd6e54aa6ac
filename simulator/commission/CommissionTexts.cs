using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>What a technician reads, from <c>commission.csv</c>: key, English, Chinese.</summary>
public sealed class CommissionTexts(bool chinese)
{
    private static readonly Dictionary<string, (string English, string Chinese)> All = FaultWords
        .Rows("commission.csv", 3).ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, (string English, string Chinese)> Table => All;

    public string Language => chinese ? "zh" : "en";

    /// <summary>The text of that key, with its places filled.</summary>
    public string Of(string key, params object[] values)
    {
        (string english, string chineseText) = All[key];
        return string.Format(CultureInfo.InvariantCulture, chinese ? chineseText : english, values);
    }

    /// <summary>What a number of the firmware is called; the English words for one that has no name here.</summary>
    public string Name(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        string key = KeyOf(value);
        return All.ContainsKey(key) ? Of(key) : Words.Of(value);
    }

    /// <summary>The names of the flags that are set, lowest bit first.</summary>
    public string Names<T>(T flags)
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>()
            .Where(flag => ulong.IsPow2(Convert.ToUInt64(flag, CultureInfo.InvariantCulture)) && flags.HasFlag(flag))
            .Select(flag => Name(flag)));

    /// <summary><c>Drive.OpenDoor</c> is <c>drive.open-door</c>.</summary>
    public static string KeyOf(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return $"{Dashed(value.GetType().Name)}.{Dashed(value.ToString())}";
    }

    private static string Dashed(string name) => Words.Of(name).Replace(' ', '-');
}
