using System.Reflection;
using System.Security.Cryptography;

namespace SwapEdge.Simulator;

/// <summary>
/// Which build of the firmware runs on this desk: version, commit, configuration, and a sum over its assemblies, which
/// is another for each build that is not of the same sources in the same place.
/// </summary>
public static class DeskBuild
{
    private const string Ours = "SwapEdge.";
    private const int CommitLetters = 7;

    /// <summary>As a record says who made it: <c>0.1.0 of 6f01695, Debug, code 3F2A91C0</c>.</summary>
    public static string Name { get; } = Of(typeof(DeskBuild).Assembly);

    /// <summary>Null when a record was made by this build; else who made it, and who is here.</summary>
    public static string? Against(RecordHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return header.By == Name ? null
            : $"recorded by {(header.By.Length > 0 ? header.By : "a build that is not named")}; this is {Name}";
    }

    private static string Of(Assembly simulator)
    {
        string version = simulator.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? Firmware.Node.Build;
        string[] parts = version.Split('+');
        string commit = parts.Length > 1 ? $" of {parts[1][..Math.Min(CommitLetters, parts[1].Length)]}" : "";
        string configuration =
            simulator.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "unknown";
        return $"{parts[0]}{commit}, {configuration}, code {Sum(simulator)}";
    }

    /// <summary>Of the assemblies that the device has, too, and of what they need; not of the simulator's own.
    /// </summary>
    private static string Sum(Assembly simulator)
    {
        SortedDictionary<string, Guid> found = new(StringComparer.Ordinal);
        Queue<Assembly> open = new([simulator]);
        while (open.TryDequeue(out Assembly? one))
        {
            foreach (AssemblyName name in one.GetReferencedAssemblies())
            {
                string text = name.Name ?? "";
                if (text.StartsWith(Ours, StringComparison.Ordinal) && !found.ContainsKey(text))
                {
                    Assembly assembly = Assembly.Load(name);
                    found.Add(text, assembly.ManifestModule.ModuleVersionId);
                    open.Enqueue(assembly);
                }
            }
        }

        byte[] all = [.. found.Values.SelectMany(id => id.ToByteArray())];
        return Convert.ToHexString(SHA256.HashData(all)[..4]);
    }
}
