using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SwapEdge.Boards.Flash;

/// <summary>
/// nanoFramework's flashing tool, version 2.5.162. What it says is not believed: its exit code is 0 after files that
/// were not written, and on Linux only the lowest eight bits of it arrive, so its output is read too; and whether
/// something was written shows in what the board says of itself.
/// </summary>
public sealed partial class Nanoff(IProcesses processes, NanoffLimits limits)
{
    private const int PatternLimitMs = 1000;

    private IReadOnlyList<string> _command = ["dotnet", "tool", "run", "nanoff", "--"];
    private string _folder = ".";

    /// <summary>Called with each command line before it runs.</summary>
    public Action<string>? Told { get; set; }

    /// <summary>Nothing runs: each command is only told.</summary>
    public bool Rehearsal { get; init; }

    /// <summary>The version in the manifest.</summary>
    public static string PinnedVersion(string tool)
    {
        string file = Path.Combine(tool, ".config", "dotnet-tools.json");
        return JsonNode.Parse(File.ReadAllText(file))!["tools"]!["nanoff"]!["version"]!.GetValue<string>();
    }

    /// <summary>Finds it and looks at its version; null when it is the one that is meant.</summary>
    /// <param name="given">A copy that was named: a program, or an assembly for dotnet; null: the manifest's.</param>
    /// <param name="tool">Folder of this tool, with the manifest.</param>
    public Failure? Find(string? given, string tool)
    {
        _folder = tool;
        if (given != null)
        {
            string path = Path.GetFullPath(given);
            _command = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? ["dotnet", path] : [path];
        }

        string pinned = PinnedVersion(tool);
        ProcessResult said = Run(["--version"], limits.Start);
        if (said.ExitCode != 0 && given == null && said.NotStarted == null && !said.TimedOut && !Rehearsal)
        {
            processes.Run(["dotnet"], ["tool", "restore"], tool, limits.Restore);
            said = Run(["--version"], limits.Start);
        }

        if (Rehearsal)
        {
            return null;
        }

        if (said.TimedOut)
        {
            return new Failure(FlashEnd.NanoffHangs, "--version");
        }

        Match version = VersionPattern().Match(said.Output);
        if (said.NotStarted != null || said.ExitCode != 0 || !version.Success)
        {
            return new Failure(FlashEnd.NanoffMissing, said.NotStarted ?? LastLine(said.Output));
        }

        return version.Value == pinned ? null : new Failure(FlashEnd.NanoffOther, $"{version.Value}, not {pinned}");
    }

    /// <summary>Serial ports of this machine; null and why not.</summary>
    public IReadOnlyList<string>? Ports(out Failure? failure)
    {
        ProcessResult said = Run(["--listports"], limits.Start);
        failure = Judge(said, FlashEnd.PortMissing, "--listports");
        IEnumerable<string> indented =
            said.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal));
        return failure != null ? null : [.. indented.Select(line => line.Trim()).Where(port => port.Length > 0)];
    }

    /// <summary>What chip is there, with its PSRAM; the board restarts. Null and why not.</summary>
    public ChipReport? Chip(string port, bool psram, out Failure? failure)
    {
        List<string> arguments = ["--platform", "esp32", "--serialport", port, "--devicedetails", "-v", "n"];
        if (psram)
        {
            arguments.Add("--checkpsram");
        }

        ProcessResult said = Run(arguments, limits.Chip);
        failure = Judge(said, FlashEnd.ChipSilent, "--devicedetails");
        if (failure != null || Rehearsal)
        {
            return null;
        }

        ChipReport? report = ChipReport.Read(said.Output);
        failure = report == null ? new Failure(FlashEnd.ChipUnread, LastLine(said.Output)) : null;
        return report;
    }

    /// <summary>
    /// Writes the runtime. Not with more words than -v m: it would move the cursor, which fails without a terminal.
    /// </summary>
    public Failure? Runtime(string port, BoardDescription board, string? archive, bool erase)
    {
        ArgumentNullException.ThrowIfNull(board);
        List<string> arguments =
        [
            "--platform", "esp32", "--serialport", port, "--update", "--target", board.Target,
            "--fwversion", board.Runtime, "-v", "m", "--suppressnanoffversioncheck",
        ];
        if (erase)
        {
            arguments.Add("--masserase");
        }

        if (archive != null)
        {
            arguments.AddRange(["--fromarchive", "--archivepath", Path.GetFullPath(archive)]);
        }

        ProcessResult said = Run(arguments, limits.Write);
        bool unknown = archive != null && CodeOf(said.Output) is 9005 or 9007 or 9015;
        return unknown
            ? new Failure(FlashEnd.ArchiveMissing, $"{board.Target} {board.Runtime}, {archive}")
            : Judge(said, FlashEnd.RuntimeNotWritten, "--update");
    }

    /// <summary>
    /// Writes the deployment partition. Never together with the runtime: then nanoff 2.5.162 ignores the address.
    /// </summary>
    public Failure? Program(string port, BoardDescription board, string image)
    {
        ArgumentNullException.ThrowIfNull(board);
        ProcessResult said = Run(
            [
                "--platform", "esp32", "--serialport", port, "--deploy", "--target", board.Target, "--image", image,
                "--address", board.DeployAddress, "-v", "n", "--suppressnanoffversioncheck",
            ],
            limits.Write);
        return Judge(said, FlashEnd.ImageNotWritten, "--deploy");
    }

    /// <summary>Puts files onto the running device. An error with one of them is only in the output.</summary>
    public Failure? Files(string port, string list)
    {
        ProcessResult said = Run(
            ["--serialport", port, "--filedeployment", list, "-v", "n", "--suppressnanoffversioncheck"], limits.Files);
        bool left = said.Output.Contains("Error deploying", StringComparison.Ordinal)
            || said.Output.Contains("Exception deploying", StringComparison.Ordinal);
        return Judge(said, FlashEnd.FilesNotWritten, "--filedeployment")
            ?? (left ? new Failure(FlashEnd.FilesNotWritten, LastLine(said.Output)) : null);
    }

    /// <summary>Puts network configuration and certificates onto the running device.</summary>
    public Failure? Network(string port, string list)
    {
        ProcessResult said = Run(
            ["--serialport", port, "--networkdeployment", list, "-v", "n", "--suppressnanoffversioncheck"],
            limits.Files);
        return Judge(said, FlashEnd.NetworkNotWritten, "--networkdeployment");
    }

    /// <summary>
    /// Restarts the board, by asking for its chip: nanoff 2.5.162 restarts an ESP32 after that and knows no other way.
    /// </summary>
    public Failure? Restart(string port) => Judge(
        Run(["--platform", "esp32", "--serialport", port, "--devicedetails", "-v", "n"], limits.Chip),
        FlashEnd.RestartFailed,
        "--devicedetails");

    private static Failure? Judge(ProcessResult said, FlashEnd otherwise, string what)
    {
        if (said.TimedOut)
        {
            return new Failure(FlashEnd.NanoffHangs, what);
        }

        int code = CodeOf(said.Output);
        if (said.NotStarted == null && said.ExitCode == 0 && code == 0)
        {
            return null;
        }

        // E4005, E6000, E6002: the port cannot be opened.
        string detail = said.NotStarted ?? LastLine(said.Output);
        return new Failure(code is 4005 or 6000 or 6002 ? FlashEnd.PortBusy : otherwise, detail);
    }

    /// <summary>nanoff's own number of an error in its output, such as E4003; 0 when there is none.</summary>
    private static int CodeOf(string output)
    {
        MatchCollection all = CodePattern().Matches(output);
        return all.Count == 0 ? 0 : int.Parse(all[^1].Groups["code"].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static string LastLine(string output) =>
        output.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Length > 0) ?? "no output";

    [GeneratedRegex(@"(?m)^\s*(Error )?E(?<code>\d{4})\b", RegexOptions.ExplicitCapture, PatternLimitMs)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\d+\.\d+\.\d+", RegexOptions.None, PatternLimitMs)]
    private static partial Regex VersionPattern();

    private ProcessResult Run(IReadOnlyList<string> arguments, TimeSpan limit)
    {
        Told?.Invoke("nanoff " + string.Join(' ', arguments.Select(Quoted)));
        return Rehearsal ? new ProcessResult(0, "") : processes.Run(_command, arguments, _folder, limit);
    }

    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal)
        ? $"\"{argument}\"" : argument;
}
