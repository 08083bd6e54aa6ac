using System.Globalization;
using System.Text;
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

    /// <summary>A time of a run: seconds, or with a unit; null when it is none.</summary>
    public static long? Milliseconds(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] words = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        decimal unitMs = words.Length == 1 ? 1000 : words.Length != 2 ? 0 : words[1] switch
        {
            "ms" => 1,
            "s" => 1000,
            "min" => 60_000,
            "h" => 3_600_000,
            _ => 0,
        };
        bool right = unitMs > 0 && decimal.TryParse(
            words[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && number < 1e9m;
        return right ? (long)(decimal.Parse(words[0], CultureInfo.InvariantCulture) * unitMs) : null;
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

        if (Milliseconds(options.Until ?? "1") is not { } untilMs)
        {
            error.WriteLine($"swapsim replay: --until {options.Until}: not a time such as 90.5, '90 s' or '2 min'");
            return ExitCode.WrongInput;
        }

        using StreamWriter text = new(output, Encoding.ASCII, leaveOpen: true);
        try
        {
            using RecordReader record = new(file);
            RecordReplay replay = new(record)
            {
                Only = options.Node,
                UntilMs = options.Until is null ? long.MaxValue : untilMs,
                Trace = options.Trace ? new TraceWriter(text) : null,
            };
            replay.Run();
            return Tell(about, record, replay, options.Quiet, error);
        }
        catch (RecordDamageException problem)
        {
            error.WriteLine($"{about}: {problem.Message}");
            return ExitCode.WrongInput;
        }
    }

    private static int Tell(string about, RecordReader record, RecordReplay replay, bool quiet, TextWriter error)
    {
        if (record.Header.Build != Firmware.Node.Build)
        {
            error.WriteLine($"{about}: recorded of firmware {record.Header.Build}, this is {Firmware.Node.Build}");
        }

        if (replay.Difference is { } difference)
        {
            error.WriteLine($"{about}: {difference.Place}: differs");
            error.WriteLine($"  recorded: {difference.Recorded}");
            error.WriteLine($"  now:      {difference.Now}");
            foreach (string given in difference.Given)
            {
                error.WriteLine($"  given:    {given}");
            }

            return ExitCode.Failed;
        }

        if (!quiet)
        {
            Summarise(record, replay, error);
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

        error.WriteLine(record.Tear is null ? "All the same." : $"All the same up to its end: {record.Tear}.");
    }
}
