namespace SwapEdge.Tests;

/// <summary>Where the sources lie, found from where the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "nf.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"no nf.sln above {AppContext.BaseDirectory}");
    }
}
