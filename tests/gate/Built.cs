namespace SwapEdge.Tests.Gate;

/// <summary>Where the build of this configuration left the assemblies that the gate reads.</summary>
public static class Built
{
    private static readonly string Output = Path.Combine(
        Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!),
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)));

    public static string Protocol => File("protocol", "SwapEdge.Protocol");

    public static string Firmware => File("firmware", "SwapEdge.Firmware");

    /// <summary>Assemblies of boards and of the drivers they share.</summary>
    public static IReadOnlyList<string> Boards { get; } =
    [
        File("boards/shared", "SwapEdge.Boards"),
        File("boards/esp32-wrover", "SwapEdge.Boards.Esp32Wrover"),
    ];

    public static string Samples => File("tests/gate/samples", "SwapEdge.Samples");

    /// <summary>Folders of what device code is compiled against, with mscorlib as boards see it.</summary>
    public static string[] Subset { get; } =
    [
        .. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests", "subset"))
            .Where(folder => Path.GetFileName(folder) != "mscorlib")
            .Select(Folder).Order(),
    ];

    /// <summary>The declared assemblies themselves.</summary>
    public static IEnumerable<string> Declarations =>
        Subset.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"));

    public static string SampleCorelib => Folder("tests/gate/samples/corelib");

    public static DeviceCode Device() => new([Protocol, Firmware, .. Boards], Subset);

    private static string File(string project, string assembly) => Path.Combine(Folder(project), assembly + ".dll");

    private static string Folder(string project) => Path.Combine(Repository.Root, project, "bin", Output);
}
