using System.Diagnostics;

namespace SwapEdge.Tests.DeviceAdapter;

/// <summary>
/// The runtime's own interpreter on this machine: the dotnet tool nanoclr, or what NANOCLR names, on the .pe files that
/// a device build of tests/device/device.nfproj has left.
/// </summary>
public static class Nanoclr
{
    public const string Launcher = "nanoFramework.UnitTestLauncher.pe";

    /// <summary>For what it takes to load and run everything; a run takes seconds.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The program, or null.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("NANOCLR") is { Length: > 0 } named)
        {
            return named;
        }

        string name = OperatingSystem.IsWindows() ? "nanoclr.exe" : "nanoclr";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>
    /// The .pe files of the newest device build, each behind those that it refers to; empty when there is none.
    /// </summary>
    public static IReadOnlyList<string> Assemblies()
    {
        string built = Path.Combine(DeviceTestAssembly.Folder, "bin", "device");
        string? newest = !Directory.Exists(built) ? null : Directory.EnumerateDirectories(built)
            .Where(folder => File.Exists(Path.Combine(folder, Launcher))
                && File.Exists(Path.Combine(folder, "NFUnitTest.pe")))
            .OrderBy(folder => File.GetLastWriteTimeUtc(Path.Combine(folder, "NFUnitTest.pe"))).LastOrDefault();
        return newest is null ? [] : InOrder(Directory.EnumerateFiles(newest, "*.pe"));
    }

    /// <summary>mscorlib, libraries, protocol, firmware, tests, launcher.</summary>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> files) =>
        [.. files.OrderBy(Rank).ThenBy(file => file, StringComparer.Ordinal)];

    /// <summary>What the launcher printed.</summary>
    public static string Run(string program, IEnumerable<string> assemblies)
    {
        ProcessStartInfo start = new(program, ["run", "--assemblies", .. assemblies])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} has run for {Limit.TotalMinutes} minutes");
        }

        return output.GetAwaiter().GetResult();
    }

    private static int Rank(string file) => Path.GetFileName(file) switch
    {
        "mscorlib.pe" => 0,
        Launcher => 6,
        "NFUnitTest.pe" => 5,
        "SwapEdge.Protocol.pe" => 2,
        "SwapEdge.Firmware.pe" => 3,
        { } name when name.StartsWith("SwapEdge.", StringComparison.Ordinal) => 4,
        _ => 1,
    };
}
