using System.Text;
using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim replay FILE</c> for the record of a run.</summary>
public static class RecordCommand
{
    /// <summary>Looks at the beginning of a file and goes back to it.</summary>
    public static bool IsRecord(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        byte[] start = new byte[RecordHeader.Magic.Length];
        int count = file.CanSeek ? file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) : 0;
        if (count > 0)
        {
            file.Seek(0, SeekOrigin.Begin);
        }

        return Encoding.ASCII.GetString(start, 0, count) == RecordHeader.Magic;
    }

    public static int Run(ReplayOptions options, Stream file, Stream output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(error);
        string about = $"swapsim replay: {options.Capture}";
        if (options.Bench || options.ToCandump is not null || options.Bus != ReplayBus.Auto)
        {
            error.WriteLine($"{about}: is a record; --bus, --bench and --to-candump are for captures");
            return ExitCode.WrongInput;
        }

        long untilMs = long.MaxValue;
        if (options.Until is { } until && Quantity.Duration(until, out untilMs) is { } wrong)
        {
            error.WriteLine($"swapsim replay: --until: {wrong}");
            return ExitCode.WrongInput;
        }

        using StreamWriter text = new(output, Encoding.ASCII, leaveOpen: true);
        string? otherBuild = null;
        try
        {
            using RecordReader record = new(file);
            otherBuild = DeskBuild.Against(record.Header);
            RecordReplay replay = new(record)
            {
                Only = options.Node,
                UntilMs = Math.Min(untilMs, Quantity.LongestMs),
                Trace = options.Trace ? new TraceWriter(text) : null,
            };
            replay.Run();
            return Tell(about, record, replay, options.Quiet, error);
        }
        catch (RecordDamageException problem)
        {
            error.WriteLine($"{about}: {problem.Message}");
            if (otherBuild is not null)
            {
                error.WriteLine($"  {otherBuild}");
            }

            return ExitCode.WrongInput;
        }
    }

    private static int Tell(string about, RecordReader record, RecordReplay replay, bool quiet, TextWriter error)
    {
        string? otherBuild = DeskBuild.Against(record.Header);
        if (replay.Difference is { } difference)
        {
            error.WriteLine($"{about}: {difference.Place}: differs");
            error.WriteLine($"  recorded: {difference.Recorded}");
            error.WriteLine($"  now:      {difference.Now}");
            foreach (string given in difference.Given)
            {
                error.WriteLine($"  given:    {given}");
            }

            if (otherBuild is not null)
            {
                error.WriteLine($"  {otherBuild}: it may be what was changed between them");
            }

            return ExitCode.Failed;
        }

        if (!quiet)
        {
            Summarise(record, replay, error);
            if (otherBuild is not null)
            {
                error.WriteLine($"Another build, the same bits: {otherBuild}.");
            }
        }

        if (record.Tear is { } tear)
        {
            error.WriteLine($"{about}: {tear}: the rest of its run is not in it");
            return ExitCode.WrongInput;
        }

        return ExitCode.Passed;
    }

    private static void Summarise(RecordReader record, RecordReplay replay, TextWriter error)
    {
        RecordHeader header = record.Header;
        string boards = header.Boards.Length > 0 ? $", boards {header.Boards}" : "";
        error.WriteLine(Invariant($"{header.Scenario}, seed {header.Seed}{boards}: ")
            + Invariant($"{RecordWords.At(replay.NowMs)} of {replay.Nodes.Count} nodes"));
        foreach (ReplayedNode node in replay.Nodes)
        {
            string power = node.Node is null ? ", without power at the end" : "";
            string starts = node.Starts == 1 ? "" : Invariant($", {node.Starts} starts");
            error.WriteLine(Invariant($"  {node.Name}: {node.Turns} turns{starts}, {node.Outputs} outputs{power}"));
        }

        error.WriteLine(record.Tear is null ? "All the same." : "All the same as far as it goes.");
    }
}
