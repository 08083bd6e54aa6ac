namespace SwapEdge.Simulator;

/// <summary>The scenarios that come with the simulator, beside its executable; known by their names.</summary>
public static class ShippedScenarios
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "scenarios");

    /// <summary>Names, in their order.</summary>
    public static IReadOnlyList<string> Names => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Its file; null when there is none of that name.</summary>
    public static string? Find(string name) =>
        Names.Contains(name, StringComparer.Ordinal) ? Short(Path.Combine(Folder, name + ".yaml")) : null;

    /// <summary>All files that hold a scenario in a folder and those in it, in their order.</summary>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => ScenarioFile.Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Where(file => !file.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).Select(Short),
    ];

    /// <summary>From where we are, when it is below.</summary>
    private static string Short(string path)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
