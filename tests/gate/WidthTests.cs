namespace SwapEdge.Tests.Gate;

/// <summary>Code is read side by side, and by people with small screens.</summary>
public sealed class WidthTests
{
    private const int Columns = 120;

    private static readonly string[] Folders = ["protocol", "firmware", "boards", "simulator", "tests"];

    [Fact]
    public void No_line_of_code_is_wider_than_120_columns()
    {
        string[] files = [.. Folders
            .SelectMany(folder => Directory.EnumerateFiles(
                Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))];
        Assert.True(files.Length > 500, $"only {files.Length} files were found");
        Assert.Empty(files.SelectMany(file => File.ReadLines(file)
            .Select((line, index) => (line.Length, At: $"{Path.GetRelativePath(Repository.Root, file)}:{index + 1}"))
            .Where(line => line.Length > Columns)
            .Select(line => line.At)));
    }
}
