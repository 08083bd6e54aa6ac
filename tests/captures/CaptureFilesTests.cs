namespace SwapEdge.Tests.Captures;

/// <summary>
/// The captures are what the world makes today. With UPDATE_CAPTURES=1 they are written anew, to be looked at as a
/// change.
/// </summary>
public sealed class CaptureFilesTests
{
    private const long MostBytes = 1_500_000;

    public static TheoryData<string> Names => [.. CaptureFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Capture_is_what_the_simulators_world_makes(string name)
    {
        string made = string.Concat(CaptureFiles.All[name]().Lines().Select(line => line + "\n"));
        string path = CaptureFiles.PathOf(name);
        if (Environment.GetEnvironmentVariable("UPDATE_CAPTURES") == "1")
        {
            File.WriteAllText(path, made);
        }

        Assert.True(File.Exists(path), $"{path} is missing: run the tests once with UPDATE_CAPTURES=1");
        string kept = File.ReadAllText(path).ReplaceLineEndings("\n");
        int same = made.Zip(kept).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            made == kept,
            $"{name} differs from line {made.AsSpan(0, same).Count('\n') + 1} on; if that is meant, UPDATE_CAPTURES=1");
    }

    [Fact]
    public void Folder_holds_these_captures_and_no_other_and_is_small()
    {
        FileInfo[] files = [.. new DirectoryInfo(CaptureFiles.Folder).EnumerateFiles("*.log")];
        IEnumerable<string> names = files.Select(file => Path.GetFileNameWithoutExtension(file.Name));
        Assert.Equal(CaptureFiles.All.Keys, names.Order(StringComparer.Ordinal));
        Assert.InRange(files.Sum(file => file.Length), 1, MostBytes);
    }
}
