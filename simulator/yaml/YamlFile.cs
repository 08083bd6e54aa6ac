using System.Text;
using static System.FormattableString;

namespace SwapEdge.Simulator.Yaml;

/// <summary>
/// A YAML file as values that know where they stand. JSON is YAML. What a scenario or a file of data has no use for is
/// refused with a reason: anchors, aliases and tags, a second document, keys that are no words.
/// </summary>
/// <param name="Name">As messages tell it.</param>
/// <param name="Root">Null when it could not be read; then there is an error.</param>
/// <param name="Errors">What is wrong; whoever reads values adds to it.</param>
public sealed record YamlFile(string Name, YamlPiece? Root, YamlErrors Errors)
{
    /// <summary>Bytes of a file; a longer one is not read.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>A file that cannot be opened is one with an error at its beginning. Throws nothing.</summary>
    public static YamlFile Read(string path, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] bytes = new byte[MostBytes + 1];
            int count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Of(name ?? path, bytes.AsSpan(0, count));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            string reason = problem is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file"
                : $"cannot be read: {problem.Message}";
            return Refused(name ?? path, 1, 1, reason);
        }
    }

    /// <summary>The same of bytes that are there already. Throws nothing.</summary>
    public static YamlFile Of(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            return Refused(name, 1, 1, Invariant($"is larger than {MostBytes >> 20} MB"));
        }

        YamlErrors errors = new();
        return YamlCharacters.Of(bytes, errors) is { } text
            ? new YamlFile(name, YamlReader.Read(text, errors), errors)
            : new YamlFile(name, null, errors);
    }

    /// <summary>All that is wrong, a line each.</summary>
    public IEnumerable<string> Lines() => Errors.All.Select(error => error.In(Name));

    private static YamlFile Refused(string name, int line, int column, string reason)
    {
        YamlErrors errors = new();
        errors.Add(line, column, reason);
        return new YamlFile(name, null, errors);
    }
}
