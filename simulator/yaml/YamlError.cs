using static System.FormattableString;

namespace SwapEdge.Simulator.Yaml;

/// <summary>What is wrong with a file, and where.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Reason">What is wrong, and what would be right.</param>
public sealed record YamlError(int Line, int Column, string Reason)
{
    /// <summary>Another file, which the one that is read names; null: the one that is read.</summary>
    public string? File { get; init; }

    /// <summary>As compilers say it, so that an editor finds the place.</summary>
    public string In(string file) => Invariant($"{File ?? file}:{Line}:{Column}: {Reason}");
}
