using System.Text;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim replay FILE</c> for a trace.</summary>
public static class TraceCommand
{
    /// <summary>Looks at the beginning of a file and goes back to it.</summary>
    public static bool IsTrace(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        byte[] start = new byte[TraceHeader.Magic.Length];
        int count = file.CanSeek ? file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) : 0;
        if (count > 0)
        {
            file.Seek(0, SeekOrigin.Begin);
        }

        return Encoding.ASCII.GetString(start, 0, count) == TraceHeader.Magic;
    }

    public static int Run(ReplayOptions options, Stream file, Stream output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(error);
        if (options.Bench || options.ToCandump is not null || options.Bus != ReplayBus.Auto)
        {
            error.WriteLine($"swapsim replay: {options.Capture}: is a trace; --bus, --bench and --to-candump are for "
                + "captures");
            return ExitCode.WrongInput;
        }

        TraceReplay replay = new();
        using (StreamReader trace = new(file, Encoding.ASCII))
        using (StreamWriter replayed = new(output, Encoding.ASCII, leaveOpen: true))
        {
            replay.Run(trace, replayed);
        }

        if (replay.Damage is { } damage)
        {
            error.WriteLine(Invariant($"swapsim replay: {options.Capture}:{replay.Line}: {damage}"));
            return ExitCode.WrongInput;
        }

        if (replay.Difference is { } difference)
        {
            error.WriteLine(Invariant($"swapsim replay: {options.Capture}:{difference.Line}: differs"));
            error.WriteLine($"recorded: {difference.Recorded}");
            error.WriteLine($"replayed: {difference.Replayed}");
            return ExitCode.Failed;
        }

        if (!options.Quiet)
        {
            error.WriteLine(Invariant($"{replay.Line} lines, the same."));
        }

        return ExitCode.Passed;
    }
}
