namespace SwapEdge.Simulator;

/// <summary>The scenarios that come with the simulator, beside its executable; known by their names.</summary>
public static class ShippedScenarios
{
    /// <summary>A folder with files of parameters, which are no scenarios.</summary>
    private const string Parameters = "parameters";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "scenarios");

    /// <summary>Names, in their order; of those in folders, too.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    private static IEnumerable<string> Files => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories) : [];

    /// <summary>Its file, in whatever folder; null when there is none of that name.</summary>
    public static string? Find(string name) =>
        Files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name) is { } found ? Short(found) : null;

    /// <summary>All files that hold a scenario in a folder and those in it, in their order.</summary>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => ScenarioFile.Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Where(file => !file.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase))
            .Where(file => !Path.GetRelativePath(folder, file).Split('/', '\\').Any(part => part == Parameters))
            .Order(StringComparer.Ordinal).Select(Short),
    ];

    /// <summary>From where we are, when it is below.</summary>
    private static string Short(string path)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
