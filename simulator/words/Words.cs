using System.Text;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Names of the device code as words for people: <c>LockClosed</c> is "lock closed".</summary>
public static class Words
{
    private static readonly Dictionary<string, string> Kept = new(StringComparer.Ordinal)
    {
        ["Bms"] = "BMS",
        ["Bsm"] = "BSM",
        ["Ccs"] = "CCS",
        ["Cst"] = "CST",
        ["Csd"] = "CSD",
        ["Cml"] = "CML",
        ["Cro"] = "CRO",
        ["Brm"] = "BRM",
        ["Bcp"] = "BCP",
        ["Bro"] = "BRO",
        ["Bcs"] = "BCS",
        ["Bcl"] = "BCL",
        ["Bst"] = "BST",
        ["Bsd"] = "BSD",
        ["Crm"] = "CRM",
        ["Cts"] = "CTS",
        ["Chm"] = "CHM",
        ["Bhm"] = "BHM",
        ["Bem"] = "BEM",
        ["Cem"] = "CEM",
        ["Vin"] = "VIN",
        ["Id"] = "id",
    };

    public static string Of(Enum value) => Of(value?.ToString() ?? "");

    /// <summary>A Pascal-case name in lower-case words; message names keep their capitals.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        StringBuilder text = new();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !char.IsUpper(name[i]))
            {
                continue;
            }

            string word = name[start..i];
            text.Append(text.Length > 0 ? " " : "");
            text.Append(Kept.TryGetValue(word, out string? kept) ? kept : word.ToLowerInvariant());
            start = i;
        }

        return text.ToString();
    }

    /// <summary>The flags that are set, in words, lowest bit first.</summary>
    public static IEnumerable<string> OfFlags<T>(T flags, T none)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(flag => !flag.Equals(none) && flags.HasFlag(flag)).Select(flag => Of(flag));

    /// <summary>A duration as people say it: "74 h 3 min", "4 min 51 s", "12.3 s".</summary>
    public static string Duration(long milliseconds) => milliseconds >= 3_600_000
        ? Invariant($"{milliseconds / 3_600_000} h {milliseconds / 60_000 % 60} min")
        : milliseconds >= 60_000
            ? Invariant($"{milliseconds / 60_000} min {milliseconds / 1000 % 60} s")
            : Invariant($"{milliseconds / 1000.0:0.0} s");

    /// <summary>A moment or a limit, to the millisecond: "74 h 3 min 0.05 s", "12.3 s".</summary>
    public static string Exact(long milliseconds)
    {
        string hours = milliseconds >= 3_600_000 ? Invariant($"{milliseconds / 3_600_000} h ") : "";
        string minutes = milliseconds >= 60_000 ? Invariant($"{milliseconds / 60_000 % 60} min ") : "";
        return hours + minutes + Invariant($"{milliseconds % 60_000 / 1000.0:0.0##} s");
    }
}
