using System.Reflection;
using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>What parameters are of: a pack, a charger, a lock. A folder of files with the same fields.</summary>
/// <param name="name">Of the folder, and of the key in a scenario.</param>
/// <param name="what">With its article, for messages.</param>
/// <param name="fields">Each of which every file has.</param>
public sealed class ParameterRole(string name, string what, IReadOnlyList<ParameterField> fields)
{
    private const string Folder = "parameters/";

    public string Name { get; } = name;

    public string What { get; } = what;

    public IReadOnlyList<ParameterField> Fields { get; } = fields;

    /// <summary>Names of the sets that are shipped.</summary>
    public IReadOnlyList<string> Names => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(resource => Tidy(resource).StartsWith(Folder + Name + "/", StringComparison.Ordinal))
        .Select(resource => Path.GetFileNameWithoutExtension(Tidy(resource)))
        .Order(StringComparer.Ordinal)];

    /// <summary>A set that is shipped, whole and right: a test sees to that.</summary>
    public ParameterSet Shipped(string set)
    {
        Assembly assembly = Assembly.GetExecutingAssembly();
        string file = $"{Folder}{Name}/{set}.yaml";
        string resource = assembly.GetManifestResourceNames()
            .FirstOrDefault(one => string.Equals(Tidy(one), file, StringComparison.Ordinal))
            ?? throw new ArgumentException(NearName.Say($"there is no {Name} '{set}'", set, Names), nameof(set));
        using Stream stream = assembly.GetManifestResourceStream(resource)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        YamlFile yaml = YamlFile.Of(file, bytes);
        return Read(yaml) ?? throw new InvalidDataException(string.Join('\n', yaml.Lines()));
    }

    /// <summary>A set of a file; null, with all that is wrong in the file's errors, when it is not right.</summary>
    public ParameterSet? Read(YamlFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Root is null)
        {
            return null;
        }

        ParameterReading reading = new(this, file.Errors);
        ParameterSet set = reading.Read(file.Root);
        return file.Errors.Count == 0 ? set : null;
    }

    /// <summary>Names of resources have the separator of the machine that built them.</summary>
    private static string Tidy(string resource) => resource.Replace('\\', '/');
}
