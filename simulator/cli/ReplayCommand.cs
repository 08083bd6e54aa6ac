using System.CommandLine;
using System.Text;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim replay FILE</c>: a capture of CAN traffic, or the record of a run.</summary>
public static class ReplayCommand
{
    private static readonly TimeSpan BenchTime = TimeSpan.FromSeconds(1);

    public static Command Create(Func<Stream> openOutput)
    {
        Argument<string> capture = new("FILE")
        {
            Description = "A capture: a log of candump -L, Vector ASC, or CSV with named columns. Or a record that "
                + "'swapsim run --record' wrote. Told by its content.",
        };
        Option<ReplayBus> bus = new("--bus")
        {
            Description = "The bus it is of; auto: each frame goes where its identifier belongs.",
            DefaultValueFactory = _ => ReplayBus.Auto,
            HelpName = "auto|charger|pack",
        };
        Option<string?> toCandump = Make<string?>(
            "--to-candump", "Also write every frame of the capture to a candump log.", "FILE");
        Option<bool> bench = Make<bool>(
            "--bench", "Measure how many frames a second the firmware takes, instead of decoding.");
        Option<string?> node = Make<string?>(
            "--node", "Of a record: play this node alone, such as lane-1.", "NAME");
        Option<string?> until = Make<string?>(
            "--until", "Of a record: play up to this time of the run, such as '90 s' or '2 min'.", "TIME");
        Option<bool> trace = Make<bool>(
            "--trace",
            "Of a record: print a line whenever what the swap machine was given or gave has changed.");
        Option<bool> quiet = Make<bool>("--quiet", "No summary for people on the error stream.");
        Command command = new(
            "replay",
            "Play the record of a run through the firmware, or a CAN capture through the decoders. Of a record "
                + "everything comes out again, bit for bit, or the first that differs is shown; exit code 0: all the "
                + "same, 1: it differs, 2: the file is damaged, torn, or of a newer format. A capture gives JSON lines "
                + "on the output, one a message and the summary last; the summary for people on the error stream.")
        {
            capture,
            bus,
            toCandump,
            bench,
            node,
            until,
            trace,
            quiet,
        };
        command.SetAction(parsed =>
        {
            ReplayOptions options = new(
                parsed.GetRequiredValue(capture), parsed.GetValue(bus), parsed.GetValue(toCandump),
                parsed.GetValue(bench), parsed.GetValue(quiet))
            {
                Node = parsed.GetValue(node),
                Until = parsed.GetValue(until),
                Trace = parsed.GetValue(trace),
            };
            using BufferedStream output = new(openOutput(), 1 << 16);
            return Run(options, output, parsed.InvocationConfiguration.Error);
        });
        return command;
    }

    private static Option<T> Make<T>(string name, string about, string? help = null) =>
        new(name) { Description = about, HelpName = help };

    public static int Run(ReplayOptions options, Stream output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        using FileStream? file = Open(options.Capture, File.OpenRead, error);
        if (file is null)
        {
            return ExitCode.WrongInput;
        }

        if (RecordCommand.IsRecord(file))
        {
            return RecordCommand.Run(options, file, output, error);
        }

        if (options.IsForRecord)
        {
            error.WriteLine(
                $"swapsim replay: {options.Capture}: is no record; --node, --until and --trace are for those");
            return ExitCode.WrongInput;
        }

        using BoundedLines lines = new(file);
        if (CaptureFormats.Open(lines, out string wrong) is not { } reader)
        {
            error.WriteLine($"swapsim replay: {options.Capture}:1: not a capture: {wrong}");
            return ExitCode.WrongInput;
        }

        return options.Bench ? RunBench(options, reader, output, error) : RunWithLog(options, reader, output, error);
    }

    private static int RunWithLog(ReplayOptions options, CaptureReader reader, Stream output, TextWriter error)
    {
        if (options.ToCandump is not { } path)
        {
            return Run(options, reader, output, error, null);
        }

        if (Path.GetFullPath(path) == Path.GetFullPath(options.Capture))
        {
            error.WriteLine($"swapsim replay: {path}: is the capture itself");
            return ExitCode.WrongInput;
        }

        // Until it is whole it has another name.
        string part = OutputPath.PartOf(path);
        if (Directory.Exists(path))
        {
            error.WriteLine($"swapsim replay: {path}: is a folder");
            return ExitCode.WrongInput;
        }

        if (Open(part, OutputPath.Create, error) is not { } file)
        {
            return ExitCode.WrongInput;
        }

        int exitCode;
        using (StreamWriter log = new(file, Encoding.ASCII))
        {
            exitCode = Run(options, reader, output, error, new CandumpWriter(log));
        }

        OutputPath.Finish(part, path);
        return exitCode;
    }

    private static int Run(
        ReplayOptions options, CaptureReader reader, Stream output, TextWriter error, CandumpWriter? candump)
    {
        ReplaySummary summary = new(options.Capture);
        using ReplayJson json = new(output);
        Replay replay = new(summary, json, options.Bus, candump);
        replay.Run(reader);
        if (summary.Frames == 0)
        {
            (long line, string reason) = replay.FirstRefusal ?? (1, "no frames");
            string where = Invariant($"{options.Capture}:{line}");
            error.WriteLine($"swapsim replay: {where}: no frame in this {reader.Format}: {reason}");
            return ExitCode.WrongInput;
        }

        json.Summary(summary);
        if (!options.Quiet)
        {
            ReplayText.Write(summary, error);
        }

        return ExitCode.Passed;
    }

    private static int RunBench(ReplayOptions options, CaptureReader reader, Stream output, TextWriter error)
    {
        ReplayBench bench = new(reader, options.Bus);
        if (bench.Frames == 0)
        {
            error.WriteLine($"swapsim replay: {options.Capture}: no frame in this {reader.Format}");
            return ExitCode.WrongInput;
        }

        using StreamWriter text = new(output, Encoding.ASCII, leaveOpen: true);
        text.Write(bench.Run(BenchTime) + "\n");
        return ExitCode.Passed;
    }

    private static FileStream? Open(string path, Func<string, FileStream> open, TextWriter error) =>
        Open("replay", path, open, error);

    /// <summary>Null, and the reason told, when it cannot be opened.</summary>
    internal static FileStream? Open(
        string command, string path, Func<string, FileStream> open, TextWriter error)
    {
        try
        {
            return open(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"swapsim {command}: {path}: {Reason(problem)}");
            return null;
        }
    }

    private static string Reason(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        ArgumentException => "not a file name",
        UnauthorizedAccessException => "cannot be opened (a folder, or no permission)",
        _ => problem.Message,
    };
}
