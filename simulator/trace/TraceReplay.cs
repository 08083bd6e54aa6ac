using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Gives the recorded facts to the firmware's swap machine, writes the lines that come out, and compares them with
/// those recorded. What a start finds is taken from its first line; from there on the state is the machine's own.
/// </summary>
public sealed class TraceReplay
{
    /// <summary>Longer than any line of a trace.</summary>
    private const int LineRoom = 4096;

    private readonly SwapOutput _output = new();
    private SwapTable _table = null!;
    private SwapState _state = new();
    private SwapState _next = new();
    private TraceLine? _last;

    /// <summary>Line last read, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Why the file is no whole trace; null while it is.</summary>
    public string? Damage { get; private set; }

    /// <summary>The first line that came out otherwise: its number, as recorded, as replayed; null: none.</summary>
    public (int Line, string Recorded, string Replayed)? Difference { get; private set; }

    /// <summary>Last line of a trace with a number of steps.</summary>
    public static string EndOf(int steps) => Invariant($"end {steps}");

    /// <summary>Reads to the end, or to the first damage or difference.</summary>
    public void Run(TextReader trace, TextWriter replayed)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(replayed);
        if (!Begin(Read(trace), replayed))
        {
            return;
        }

        while (Read(trace) is { } text)
        {
            if (text.StartsWith("end", StringComparison.Ordinal))
            {
                End(text, trace, replayed);
                return;
            }

            if (!Step(text, replayed))
            {
                return;
            }
        }

        Damage ??= "cut short: the last line is not 'end' and the number of steps";
    }

    private string? Read(TextReader trace)
    {
        string? text = trace.ReadLine();
        Line += text is null ? 0 : 1;
        if (text?.Length > LineRoom)
        {
            Damage = "longer than any line of a trace";
            return null;
        }

        return text;
    }

    private bool Begin(string? text, TextWriter replayed)
    {
        if (TraceHeader.Parse(text ?? "", out string wrong) is not { } header)
        {
            Damage = wrong;
            return false;
        }

        if (Profiles.Named(header.Profile) is not { } profile || profile.Version != header.Version)
        {
            Damage = Invariant($"this build has no profile {header.Profile}/{header.Version}");
            return false;
        }

        _table = new SwapTable(profile);
        replayed.Write(header + "\n");
        return true;
    }

    private bool Step(string text, TextWriter replayed)
    {
        if (TraceText.Parse(text, out string wrong) is not { } recorded)
        {
            Damage = wrong;
            return false;
        }

        TraceLine? before = _last?.Start == recorded.Start ? _last : null;
        if (before is null)
        {
            _state = recorded.Given.ToState();
        }
        else if (recorded.NowMs <= before.NowMs)
        {
            Damage = "its time is not later than that of the line before";
            return false;
        }

        _last = Step(recorded);
        string line = TraceText.Write(_last, before?.Facts ?? Fact.None);
        replayed.Write(line + "\n");
        return Compare(text, line);
    }

    private TraceLine Step(TraceLine recorded)
    {
        _state.Hand = recorded.Given.Hand;
        TraceState given = TraceState.Of(_state);
        SwapMachine.Step(_table, _state, recorded.Facts, recorded.NowMs, _next, _output);
        (_state, _next) = (_next, _state);
        return recorded with
        {
            Given = given,
            Facts = _output.Seen,
            Row = _output.Row,
            Next = _state.Phase,
            NextFault = _state.Fault,
            Drives = _output.Drives,
            Bay = SwapTable.BayOf(_state.Phase, recorded.StoreBay, recorded.TakeBay),
        };
    }

    private void End(string text, TextReader trace, TextWriter replayed)
    {
        string end = EndOf(Line - 2);
        replayed.Write(end + "\n");
        if (text != end)
        {
            Damage = $"lines are missing: '{text}', but there are {Line - 2}";
        }
        else if (Read(trace) is not null)
        {
            Damage = "there is more behind the end";
        }
    }

    private bool Compare(string recorded, string replayed)
    {
        if (recorded != replayed)
        {
            Difference = (Line, recorded, replayed);
        }

        return Difference is null;
    }
}
