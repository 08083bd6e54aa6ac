namespace SwapEdge.Tests.Stories;

/// <summary>The scenarios that are shipped, as they stand in the repository.</summary>
internal static class ShippedStories
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "simulator", "scenarios");

    /// <summary>Files by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Directory
        .EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, StringComparer.Ordinal);

    public static string PathOf(string name) => All[name];
}
