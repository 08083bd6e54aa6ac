using System.Text;
using SwapEdge.Simulator.Settings;

namespace SwapEdge.Tests.StationSettings;

/// <summary>The station that is shipped as an example, and what becomes of it when it is changed.</summary>
internal static class Example
{
    public static string Path { get; } =
        System.IO.Path.Combine(Repository.Root, "protocol", "settings", "example-station.json");

    public static string Text { get; } = File.ReadAllText(Path);

    /// <summary>With the first such text replaced.</summary>
    public static StationFile With(string was, string now)
    {
        int at = Text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, was);
        return StationFile.Parse(Encoding.UTF8.GetBytes(Text[..at] + now + Text[(at + was.Length)..]));
    }

    /// <summary>The node of that name.</summary>
    public static CompiledNode Node(this StationFile file, string name)
    {
        Assert.Empty(file.Errors);
        return file.Nodes.Single(node => node.Name == name);
    }
}
