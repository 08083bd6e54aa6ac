using nanoFramework.Runtime.Native;
using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// The firmware of one controller in virtual time: made of the simulator's own ports, or by the program of a board, and
/// made anew at every start.
/// </summary>
internal sealed class NodeFirmware
{
    private readonly VirtualRestart _restart = new();
    private readonly VirtualVitals _vitals = new();
    private readonly NodeSettings _settings;
    private readonly NodeOutside _outside;
    private readonly Action<NodePorts> _equip;
    private readonly Action _reset;
    private readonly Action<RebootOption> _rebooted;
    private NodeProgram? _program;
    private Node? _node;
    private NodeRecorder? _recorder;
    private bool _started;

    /// <param name="settings">What the node is.</param>
    /// <param name="outside">Its board, or its ports, which get restart and vitals here.</param>
    /// <param name="equip">Gives ports what a board's main loop gives them.</param>
    /// <param name="reset">Called before it starts anew.</param>
    public NodeFirmware(NodeSettings settings, NodeOutside outside, Action<NodePorts> equip, Action reset)
    {
        (_settings, _outside, _equip, _reset) = (settings, outside, equip, reset);
        _rebooted = _ => _restart.Wanted = true;
        if (outside.Ports is { } ports)
        {
            ports.Restart = _restart;
            ports.Vitals = _vitals;
            equip(ports);
        }
    }

    /// <summary>As <see cref="StationOptions.Between"/>.</summary>
    public Func<NodeSettings, NodePorts, NodePorts>? Between { get; init; }

    /// <summary>Starts so far, the first among them.</summary>
    public int Starts { get; private set; }

    /// <summary>Time of the world at its last start; the first is at 0. The firmware is told the time since then.
    /// </summary>
    public long BornMs { get; private set; }

    /// <summary>Its board's; null without one, and before its first pass.</summary>
    public NodeProgram? Program => _program;

    /// <summary>Null before it is made.</summary>
    public Node? Made => _node;

    /// <summary>On ports it is made when it is asked for.</summary>
    public Node Node => _node ??= _outside.Ports is { } ports
        ? new Node(_settings, Recorded(_settings, ports, 0))
        : throw new InvalidOperationException("the board has not started");

    public NodeRecorder? Recorder
    {
        get => _recorder;
        set
        {
            _recorder = _started || _program is not null
                ? throw new InvalidOperationException("it has started") : value;
            _node = null;
        }
    }

    /// <summary>It starts anew in the next pass.</summary>
    public void Restart() => _restart.Wanted = true;

    /// <summary>It had no power: what it knew is gone.</summary>
    public void Forget()
    {
        _node = null;
        _program = null;
        _restart.Restart(BootReason.Unknown);
    }

    public void Pass(long nowMs)
    {
        if (_outside.Board is { } board)
        {
            PassOn(board, nowMs);
            return;
        }

        StartOnPorts(nowMs);
        _recorder?.Pass(nowMs);
        Node.Pass(nowMs - BornMs);
    }

    private void PassOn(WiredNode board, long nowMs)
    {
        Power.Listen(_rebooted);
        if (_restart.Wanted || _program is null)
        {
            _restart.Wanted = false;
            _reset();
            Begin(nowMs);
            board.BornMs = BornMs;
            _program = board.Boot(_equip, (settings, ports) => Recorded(settings, ports, nowMs), nowMs - BornMs);
            _node = _program.Node;
        }

        board.Sense(nowMs);
        _recorder?.Pass(nowMs);
        _program.Pass(nowMs - BornMs);
        Power.Listen(null);
        board.Drive();
    }

    private void StartOnPorts(long nowMs)
    {
        if (_restart.Wanted)
        {
            // A new node on the same store, as after a power loss.
            _restart.Wanted = false;
            _vitals.LastEnd = _restart.Reason;
            _started = false;
            _reset();
            _node = null;
        }

        if (!_started)
        {
            Node node = Node;
            _started = true;
            Begin(nowMs);
            foreach (WireEnd end in _outside.Ends)
            {
                end.BornMs = BornMs;
            }

            _recorder?.Start(nowMs, BornMs);
            node.Start(nowMs - BornMs);
        }
    }

    /// <summary>Every start is a pass before the first pass, as that of the world is.</summary>
    private void Begin(long nowMs)
    {
        BornMs = Starts == 0 ? 0 : nowMs - Station.PassMs;
        Starts++;
    }

    /// <summary>The ports that the node is made of: with a tape before them when it is recorded.</summary>
    private NodePorts Recorded(NodeSettings settings, NodePorts ports, long nowMs)
    {
        NodePorts given = Between?.Invoke(settings, ports) ?? ports;
        bool onBoard = _outside.Board is not null;
        NodePorts made = _recorder?.Open(settings, given, onBoard, nowMs) ?? given;
        if (onBoard)
        {
            _recorder?.Start(nowMs, BornMs);
        }

        return made;
    }
}
