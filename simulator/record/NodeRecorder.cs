using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Records one node. Whoever runs the node makes it of the ports that <see cref="Open"/> gives, and says before each
/// call of the firmware what is called.
/// </summary>
public sealed class NodeRecorder
{
    private readonly RunRecorder _to;
    private readonly int _number;
    private readonly StoreMirror _mirror = new();
    private TurnKind _kind;
    private ulong _argument;
    private Thread? _thread;

    internal NodeRecorder(RunRecorder to, int number, string name)
    {
        _to = to;
        _number = number;
        Name = name;
    }

    public string Name { get; }

    /// <summary>Time of the turn that runs.</summary>
    internal long NowMs { get; private set; }

    /// <summary>Counts turns, from 1.</summary>
    internal long Turn { get; private set; }

    /// <summary>Who asks is not the thread that the node runs on.</summary>
    internal bool IsForeign => _thread is { } own && own != Thread.CurrentThread;

    /// <summary>What the turn that runs was given and gave so far.</summary>
    internal RecordBytes Body { get; } = new();

    /// <summary>Before a node is made; what is made of these ports is recorded.</summary>
    /// <param name="settings">As the node will be given them.</param>
    /// <param name="ports">Complete.</param>
    /// <param name="onBoard">The program of a board runs it.</param>
    /// <param name="nowMs">Milliseconds; <see cref="Start"/> may be later.</param>
    public NodePorts Open(NodeSettings settings, NodePorts ports, bool onBoard, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(ports);
        Begin(TurnKind.Start, nowMs, 0);
        StartNote note = StartNote.Of(settings, ports, onBoard);
        RecordingTape tape = new(this);
        NodePorts taped = TapedPorts.Over(tape, note, ports, _mirror);
        Body.Block((note with { Channels = [.. tape.Names] }).ToJson());
        _mirror.Compare(ports.Store, Body);
        return taped;
    }

    /// <summary>
    /// The same on the thread of a board's main loop, which alone calls the node: what others ask of its ports is not
    /// the node's, and is not recorded.
    /// </summary>
    /// <param name="settings">As the node will be given them.</param>
    /// <param name="ports">Complete.</param>
    /// <param name="nowMs">Milliseconds of the run, as those of all its turns; the node starts now.</param>
    /// <param name="bornMs">Time of the run from which on the firmware counts.</param>
    internal NodePorts OpenThread(NodeSettings settings, NodePorts ports, long nowMs, long bornMs)
    {
        _thread = Thread.CurrentThread;
        NodePorts taped = Open(settings, ports, onBoard: true, nowMs);
        Start(nowMs, bornMs);
        return taped;
    }

    /// <summary>Before the node that was made of the ports starts.</summary>
    /// <param name="nowMs">Time of the run.</param>
    /// <param name="bornMs">Time of the run from which on the firmware counts.</param>
    public void Start(long nowMs, long bornMs = 0) => (NowMs, _argument) = (nowMs, (ulong)bornMs);

    public void Pass(long nowMs) => Begin(TurnKind.Pass, nowMs, 0);

    /// <summary>The board says that a pass is over, which it has measured.</summary>
    public void PassEnd(long nowMs) => Begin(TurnKind.PassEnd, nowMs, 0);

    /// <summary>Its power has failed.</summary>
    public void PowerCut(long nowMs) => Begin(TurnKind.PowerCut, nowMs, 0);

    /// <summary>Before the city's word comes without a message.</summary>
    /// <param name="kind">What is said.</param>
    /// <param name="order">Number of the order, 0 without one.</param>
    /// <param name="nowMs">Milliseconds.</param>
    public void Call(TurnKind kind, ulong order, long nowMs) => Begin(kind, nowMs, order);

    /// <summary>The turn that runs is over.</summary>
    internal void Flush()
    {
        if (_kind != TurnKind.None)
        {
            _to.Write(_number, _kind, NowMs, _argument, Body.Written);
        }

        _kind = TurnKind.None;
        Body.Clear();
    }

    private void Begin(TurnKind kind, long nowMs, ulong argument)
    {
        Flush();
        Turn++;
        (_kind, NowMs, _argument) = (kind, nowMs, argument);
    }
}
