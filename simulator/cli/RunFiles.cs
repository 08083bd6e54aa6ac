using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Which scenarios a command line means: files, folders, names of shipped ones.</summary>
public static class RunFiles
{
    /// <summary>
    /// All of them, read; null, and everything that is wrong with any of them told, when something is: then none runs.
    /// </summary>
    public static IReadOnlyList<Scenario>? Read(IReadOnlyList<string> asked, bool all, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(error);
        List<string> paths = [];
        bool known = true;
        foreach (string one in all ? [ShippedScenarios.Folder, .. asked] : asked)
        {
            known &= Find(one, paths, error);
        }

        ScenarioFile[] files = [.. paths.Distinct(StringComparer.Ordinal).Select(ScenarioFile.Read)];
        ScenarioFile[] wrong = [.. files.Where(file => file.Scenario is null)];
        foreach (string line in wrong.SelectMany(file => file.Errors))
        {
            error.WriteLine(line);
        }

        if (wrong.Length > 0 && files.Length > 1)
        {
            string count = Invariant($"{wrong.Length} of {files.Length}");
            error.WriteLine($"swapsim run: {count} scenarios are wrong; none was run");
        }

        return known && wrong.Length == 0 ? [.. files.Select(file => file.Scenario!)] : null;
    }

    private static bool Find(string asked, List<string> paths, TextWriter error)
    {
        if (Directory.Exists(asked))
        {
            IReadOnlyList<string> there = InFolder(asked, error);
            paths.AddRange(there);
            return there.Count > 0;
        }

        bool isPath = asked.Contains('/') || asked.Contains('\\')
            || ScenarioFile.Endings.Contains(Path.GetExtension(asked), StringComparer.OrdinalIgnoreCase)
            || File.Exists(asked);
        if (isPath)
        {
            paths.Add(asked);
            return true;
        }

        if (ShippedScenarios.Find(asked) is { } shipped)
        {
            paths.Add(shipped);
            return true;
        }

        string reason = $"swapsim run: there is no scenario {YamlErrors.Quote(asked)}";
        error.WriteLine(NearName.Say(reason, asked, ShippedScenarios.Names));
        return false;
    }

    private static IReadOnlyList<string> InFolder(string folder, TextWriter error)
    {
        try
        {
            IReadOnlyList<string> there = ShippedScenarios.In(folder);
            if (there.Count == 0)
            {
                error.WriteLine($"swapsim run: {folder}: no scenario is in this folder");
            }

            return there;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"swapsim run: {folder}: cannot be read: {problem.Message}");
            return [];
        }
    }
}
