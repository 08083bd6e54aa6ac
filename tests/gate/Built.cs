namespace SwapEdge.Tests.Gate;

/// <summary>Where the build of this configuration left the assemblies that the gate reads.</summary>
public static class Built
{
    private static readonly string Output = Path.Combine(
        Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!),
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)));

    public static IReadOnlyList<string> Protocol { get; } =
    [
        File("protocol", "SwapEdge.Protocol"),
        File("protocol/gbt27930", "SwapEdge.Protocol.Gbt27930"),
        File("protocol/swappack", "SwapEdge.Protocol.SwapPack"),
        File("protocol/uart", "SwapEdge.Protocol.Uart"),
    ];

    public static IReadOnlyList<string> Firmware { get; } =
    [
        File("firmware", "SwapEdge.Firmware"),
        File("firmware/places", "SwapEdge.Firmware.Places"),
        File("firmware/swap", "SwapEdge.Firmware.Swap"),
        File("firmware/lane", "SwapEdge.Firmware.Lane"),
        File("firmware/bays", "SwapEdge.Firmware.Bays"),
        File("firmware/cabinet", "SwapEdge.Firmware.Cabinet"),
    ];

    public static IReadOnlyList<string> Drivers { get; } =
    [
        File("boards/shared", "SwapEdge.Boards"),
        File("boards/lane", "SwapEdge.Boards.Lane"),
        File("boards/bays", "SwapEdge.Boards.Bays"),
        File("boards/cabinet", "SwapEdge.Boards.Cabinet"),
    ];

    public static IReadOnlyList<string> Boards { get; } =
    [
        File("boards/esp32-wrover", "SwapEdge.Boards.Esp32Wrover"),
        File("boards/esp32-s3", "SwapEdge.Boards.Esp32S3"),
        File("boards/esp32-olimex", "SwapEdge.Boards.Esp32Olimex"),
    ];

    /// <summary>Ways onto the network. A board links one of them.</summary>
    public static string Networks => File("boards/network", "SwapEdge.Boards.Network");

    /// <summary>
    /// What is flashed for each kind of node, but for its board: names of assemblies, the firmware of the kind and its
    /// drivers last.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> Images { get; } = new Dictionary<string, string[]>
    {
        ["lane"] = Image("Lane", "Protocol.SwapPack", "Firmware.Swap"),
        ["bays"] = Image("Bays", "Protocol.Gbt27930", "Firmware.Places"),
        ["cabinet"] = Image("Cabinet", "Protocol.Uart", "Firmware.Places", "Firmware.Swap"),
    };

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

    public static string DeviceTests => File("tests/device", "NFUnitTest");

    /// <summary>With the tests that run on the device: nothing there calls them.</summary>
    public static DeviceCode WithDeviceTests() => new([.. Assemblies, DeviceTests], Subset);

    public static DeviceCode Device() => new(Assemblies, Subset);

    private static string[] Assemblies => [.. Protocol, .. Firmware, .. Drivers, Networks, .. Boards];

    private static string[] Image(string kind, params string[] parts) =>
    [
        "SwapEdge.Protocol", "SwapEdge.Firmware", "SwapEdge.Boards", .. parts.Select(part => "SwapEdge." + part),
        "SwapEdge.Firmware." + kind, "SwapEdge.Boards." + kind,
    ];

    private static string File(string project, string assembly) => Path.Combine(Folder(project), assembly + ".dll");

    private static string Folder(string project) => Path.Combine(Repository.Root, project, "bin", Output);
}
