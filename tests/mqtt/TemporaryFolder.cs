namespace SwapEdge.Tests.Mqtt;

/// <summary>Files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("swapedge-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes lines; returns the path.</summary>
    public string Write(string name, params string[] lines)
    {
        File.WriteAllLines(PathOf(name), lines);
        return PathOf(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
