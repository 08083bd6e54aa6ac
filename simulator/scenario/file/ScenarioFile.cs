using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>A scenario as it was read from a file, or all that is wrong with the file.</summary>
/// <param name="Path">As it was asked for.</param>
/// <param name="Scenario">Null when anything is wrong.</param>
/// <param name="Errors"><c>FILE:LINE:COLUMN: reason</c> each, in the order of the file.</param>
public sealed record ScenarioFile(string Path, Scenario? Scenario, IReadOnlyList<string> Errors)
{
    /// <summary>Endings of files that hold a scenario.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".yaml", ".yml", ".json"];

    /// <summary>Throws nothing.</summary>
    public static ScenarioFile Read(string path) => Of(YamlFile.Read(path));

    /// <summary>The same of bytes that are there already. Throws nothing.</summary>
    public static ScenarioFile Of(string path, ReadOnlySpan<byte> bytes) => Of(YamlFile.Of(path, bytes));

    private static ScenarioFile Of(YamlFile file)
    {
        Scenario? scenario = file.Root is { } root && file.Errors.Count == 0 | root.Kind == YamlKind.Map
            ? new ScenarioReader(file.Name, file.Errors).Read(root) : null;
        return file.Errors.Count == 0
            ? new ScenarioFile(file.Name, scenario, [])
            : new ScenarioFile(file.Name, null, [.. file.Lines()]);
    }
}
