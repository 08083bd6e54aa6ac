using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SwapEdge.Tests.Simulator;

/// <summary>
/// A copy of the simulator in another folder, that speaks the language of whoever starts it: as it would after a
/// mistake in how it is built, or on a machine where somebody has set that.
/// </summary>
public sealed class OtherFolder : IDisposable
{
    private const string Configuration = "swapsim.runtimeconfig.json";
    private readonly string _program;

    public OtherFolder()
    {
        Path = Directory.CreateTempSubdirectory("other-").FullName;
        LongPath = Path;
        while (LongPath.Length < 180)
        {
            LongPath = System.IO.Path.Combine(LongPath, "Station 7, größer als 北京 & 'lang'");
        }

        Directory.CreateDirectory(LongPath);
        _program = System.IO.Path.Combine(Path, "program");
        Directory.CreateDirectory(_program);
        string here = AppContext.BaseDirectory;
        string runtimes = System.IO.Path.Combine(here, "runtimes");
        string[] native = Directory.Exists(runtimes)
            ? Directory.GetFiles(runtimes, "*", SearchOption.AllDirectories) : [];
        foreach (string file in Directory.GetFiles(here).Where(IsOfSimulator).Concat(native))
        {
            string copy = System.IO.Path.Combine(_program, System.IO.Path.GetRelativePath(here, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        string configuration = System.IO.Path.Combine(_program, Configuration);
        JsonNode json = JsonNode.Parse(File.ReadAllText(configuration))!;
        JsonNode properties = json["runtimeOptions"]!["configProperties"]!;
        properties["System.Globalization.Invariant"] = false;
        properties["System.Globalization.PredefinedCulturesOnly"] = false;
        File.WriteAllText(configuration, json.ToJsonString());
    }

    public string Path { get; }

    /// <summary>A folder in it whose path is long, with letters of other alphabets.</summary>
    public string LongPath { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Runs it in a folder; what it says goes into the error.</summary>
    public (int ExitCode, string Error) Run(string folder, string[] environment, params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [System.IO.Path.Combine(_program, "swapsim.dll"), .. args])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (string variable in environment)
        {
            string[] parts = variable.Split('=', 2);
            start.Environment[parts[0]] = parts[1];
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Result + error);
    }

    private static bool IsOfSimulator(string path)
    {
        string name = System.IO.Path.GetFileName(path);
        string[] others = ["xunit", "Microsoft.Test", "Microsoft.VisualStudio", "SwapEdge.Tests", "FsCheck", "FSharp"];
        return name.EndsWith(".dll", StringComparison.Ordinal)
            && !others.Any(other => name.StartsWith(other, StringComparison.OrdinalIgnoreCase))
            || name.StartsWith("swapsim.", StringComparison.Ordinal);
    }
}
