using static System.FormattableString;

namespace SwapEdge.Simulator.Settings;

/// <summary>What is wrong with a file of settings, and where.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Path">The field, such as <c>nodes[1].bays[0]</c>; empty: the whole file.</param>
/// <param name="Reason">In words.</param>
public sealed record SettingsError(int Line, int Column, string Path, string Reason)
{
    /// <summary>As compilers say it, so that an editor finds the place.</summary>
    public string In(string file) => Path.Length == 0
        ? Invariant($"{file}:{Line}:{Column}: {Reason}")
        : Invariant($"{file}:{Line}:{Column}: {Path}: {Reason}");
}
