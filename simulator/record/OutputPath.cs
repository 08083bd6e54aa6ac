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

    /// <summary>The name that a file has until it is whole; a device has but its own.</summary>
    public static string PartOf(string path) => IsDevice(path) ? path : path + ".part";

    /// <summary>Written, not read: a pipe whose reader has gone then says so.</summary>
    public static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.Write);

    /// <summary>It is whole.</summary>
    public static void Finish(string part, string path)
    {
        if (part != path)
        {
            File.Move(part, path, overwrite: true);
        }
    }

    public static void Delete(string path)
    {
        if (!IsDevice(path))
        {
            File.Delete(path);
        }
    }
}
