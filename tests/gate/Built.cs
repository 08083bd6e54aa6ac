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

    /// <summary>Folders of the declarations that device code is compiled against, mscorlib of boards first.</summary>
    public static string[] Subset { get; } =
    [
        Folder("tests/subset/mscorlib-boards"),
        Folder("tests/subset/System.Device.Gpio"),
        Folder("tests/subset/nanoFramework.Runtime.Native"),
    ];

    public static string SampleCorelib => Folder("tests/gate/samples/corelib");

    public static DeviceCode Device() => new([Protocol, Firmware, .. Boards], Subset);

    private static string File(string project, string assembly) => Path.Combine(Folder(project), assembly + ".dll");

    private static string Folder(string project) => Path.Combine(Repository.Root, project, "bin", Output);
}
