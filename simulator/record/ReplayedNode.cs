using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The firmware of one node on what a record says it was given.</summary>
public sealed class ReplayedNode(string name)
{
    private readonly StoreMirror _mirror = new();
    private readonly Dictionary<int, TurnEntry> _last = [];
    private ReplayTape? _tape;
    private NodeProgram? _program;
    private long _bornMs;

    public string Name { get; } = name;

    /// <summary>Null before the first start and after a power cut.</summary>
    public Node? Node { get; private set; }

    /// <summary>What it was last made of.</summary>
    internal StartNote? Note { get; private set; }

    public int Starts { get; private set; }

    /// <summary>What the firmware was told of the time in the last turn.</summary>
    public long UptimeMs { get; private set; }

    /// <summary>Passes since the last start.</summary>
    public long Passes { get; private set; }

    public long Turns { get; private set; }

    /// <summary>What went in and out in the last turn, as recorded.</summary>
    internal IReadOnlyList<TurnEntry> Entries { get; private set; } = [];

    /// <summary>Outputs that were the same.</summary>
    public long Outputs { get; private set; }

    /// <summary>Calls the firmware as it was called then.</summary>
    /// <exception cref="RecordDamageException">The turn cannot be read, or not be called.</exception>
    public void Play(RecordTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        Turns++;
        if (turn.Kind == TurnKind.PowerCut)
        {
            (Node, _program) = (null, null);
            return;
        }

        int entriesAt = turn.Kind == TurnKind.Start ? Open(turn.Body.Span) : 0;
        List<TurnEntry> entries = TurnEntry.Read(turn.Body.Span[entriesAt..], _last);
        Entries = entries;
        ReplayTape tape = _tape ?? throw new RecordDamageException("it is called before its start");
        _bornMs = turn.Kind == TurnKind.Start ? (long)turn.Argument : _bornMs;
        UptimeMs = turn.NowMs - _bornMs;
        tape.Begin(turn.NowMs, entries);
        try
        {
            Call(turn);
        }
        catch (PowerCutException)
        {
            (Node, _program) = (null, null);
        }

        tape.End();
        Outputs += entries.Count(entry => entry.IsOutput);
    }

    private int Open(ReadOnlySpan<byte> body)
    {
        RecordCursor cursor = new(body);
        Note = StartNote.OfJson(cursor.Block());
        _mirror.Compare(ref cursor);
        _last.Clear();
        _tape = new ReplayTape(Note.Channels);
        (Starts, Passes) = (Starts + 1, 0);
        return cursor.At;
    }

    private void Call(RecordTurn turn)
    {
        if (turn.Kind == TurnKind.Start)
        {
            Start();
            return;
        }

        Node node = Node ?? throw new RecordDamageException("it is called while it has no power");
        switch (turn.Kind)
        {
            case TurnKind.Pass when _program is not null:
                Passes++;
                _program.Pass(UptimeMs);
                break;
            case TurnKind.Pass:
                Passes++;
                node.Pass(UptimeMs);
                break;
            case TurnKind.PassEnd:
                node.Vitals.End(UptimeMs);
                break;
            case TurnKind.Abort:
                (node.Role as SwapRole)?.AbortByCity();
                break;
            case TurnKind.TakeOutOfService:
                node.TakeOutOfService(Issuer.City, turn.Argument, UptimeMs);
                break;
            case TurnKind.PutIntoService:
                node.PutIntoService(Issuer.City, turn.Argument, UptimeMs);
                break;
        }
    }

    private void Start()
    {
        StartNote note = Note!;
        NodePorts ports = TapedPorts.Over(_tape!, note, null, _mirror);
        if (note.OnBoard)
        {
            _program = RecordedBoard.Program(note.Settings);
            _program.Start(ports, UptimeMs);
            Node = _program.Node;
            return;
        }

        Node = new Node(note.Settings, ports);
        Node.Start(UptimeMs);
    }
}
