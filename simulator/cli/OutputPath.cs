using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>Files that a command writes: what is there stays until it is written, a device stays a device.</summary>
internal static class OutputPath
{
    /// <summary>Null when it can be written, else why not. Its folder is made, the file stays as it was.</summary>
    public static string? Against(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
            bool isThere = File.Exists(path);
            new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
            if (!isThere)
            {
                File.Delete(path);
            }

            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"{YamlErrors.Quote(path)}: cannot be written: {problem.Message}";
        }
    }

    /// <summary>/dev/stdout and the like: neither replaced nor deleted.</summary>
    public static bool IsDevice(string path) =>
        Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    public static void Delete(string path)
    {
        if (!IsDevice(path))
        {
            File.Delete(path);
        }
    }
}
