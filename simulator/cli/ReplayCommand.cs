using System.CommandLine;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim replay CAPTURE</c>.</summary>
public static class ReplayCommand
{
    public static Command Create(Func<Stream> openOutput)
    {
        Argument<string> capture = new("CAPTURE") { Description = "A log of candump -L." };
        Option<bool> quiet = new("--quiet") { Description = "No summary for people on the error stream." };
        Command command = new(
            "replay",
            "Play a CAN capture through the decoders and the pack monitor. JSON lines on the output, one a message and "
                + "the summary last; the summary for people on the error stream.")
        {
            capture,
            quiet,
        };
        command.SetAction(parsed =>
        {
            using BufferedStream output = new(openOutput(), 1 << 16);
            return Run(
                parsed.GetRequiredValue(capture), output, parsed.InvocationConfiguration.Error, parsed.GetValue(quiet));
        });
        return command;
    }

    public static int Run(string path, Stream output, TextWriter error, bool quiet)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        FileStream file;
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine($"swapsim replay: {path}: {Reason(problem)}");
            return ExitCode.WrongInput;
        }

        using BoundedLines lines = new(file);
        return Run(path, lines, output, error, quiet);
    }

    private static int Run(string path, BoundedLines lines, Stream output, TextWriter error, bool quiet)
    {
        ReplaySummary summary = new(path);
        using ReplayJson json = new(output);
        Replay replay = new(summary, json);
        replay.Run(new CandumpReader(lines));
        if (summary.Frames == 0)
        {
            (long line, string reason) = replay.FirstRefusal ?? (1, "the file is empty");
            string detail = lines.Binary ? "not a text file (NUL bytes)" : reason;
            error.WriteLine(Invariant($"swapsim replay: {path}:{line}: not a candump log: {detail}"));
            return ExitCode.WrongInput;
        }

        json.Summary(summary);
        if (!quiet)
        {
            ReplayText.Write(summary, error);
        }

        return ExitCode.Passed;
    }

    private static string Reason(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "cannot be read (a folder, or no permission)",
        _ => problem.Message,
    };
}
