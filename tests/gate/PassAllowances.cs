namespace SwapEdge.Tests.Gate;

/// <summary>The methods that may allocate in a pass, each with its reason, one a line.</summary>
public sealed class PassAllowances
{
    private readonly Dictionary<string, string> _reasons = [];

    private PassAllowances()
    {
    }

    /// <summary>Method by name, with the reason for it.</summary>
    public IReadOnlyDictionary<string, string> Reasons => _reasons;

    public IReadOnlyCollection<string> Methods => _reasons.Keys;

    public static PassAllowances None { get; } = new();

    public static PassAllowances Read(string file)
    {
        PassAllowances allowances = new();
        foreach (string line in File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] words = line.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            allowances._reasons.Add(words[0], words.Length > 1 ? words[1] : "");
        }

        return allowances;
    }
}
