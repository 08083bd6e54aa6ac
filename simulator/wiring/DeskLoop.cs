using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.StandIn;
using SwapEdge.Boards;
using SwapEdge.Firmware;

// The device's client has the name of the simulator's.
using DeviceClient = nanoFramework.M2Mqtt.MqttClient;

namespace SwapEdge.Simulator;

/// <summary>
/// A board's main loop on the desk. It ends, as a controller does at a reset, and then so do its threads: each of them
/// asks in each of its turns. Whoever asks waits for the interpreter, and a pass holds it, so that a handshake holds up
/// every thread.
/// </summary>
/// <param name="board">On its bench.</param>
/// <param name="network">Its way to the broker.</param>
/// <param name="mqtt">What stands behind its MQTT client.</param>
/// <param name="outside">What stands before its ports, and who records it.</param>
/// <param name="bornMs">Time of the world from which on it counts.</param>
/// <param name="turned">Called after each pass.</param>
internal sealed class DeskLoop(
    NodeBoard board, INetwork network, MqttNetwork mqtt, BoardOutside outside, long bornMs, Action turned)
    : MainLoop(board, network)
{
    private const long NoTurn = -1;

    private readonly HashSet<Thread> _threads = [];
    private readonly Thread _own = Thread.CurrentThread;
    private long _turnMs = NoTurn;
    private volatile bool _ended;

    /// <summary>Its supply has failed in an append.</summary>
    public bool PowerFailed { get; private set; }

    /// <summary>In a turn it is told one time, so that what it gives to the node is known before.</summary>
    public override long NowMs => _turnMs != NoTurn && Thread.CurrentThread == _own ? _turnMs : base.NowMs;

    /// <summary>The last line on its serial line.</summary>
    public string Line { get; private set; } = "";

    /// <summary>Threads of the board that have asked so far.</summary>
    public IReadOnlyList<Thread> Threads
    {
        get
        {
            lock (_threads)
            {
                return [.. _threads];
            }
        }
    }

    public override bool Ended
    {
        get
        {
            lock (_threads)
            {
                _threads.Add(Thread.CurrentThread);
            }

            lock (mqtt.Interpreter)
            {
                return _ended;
            }
        }
    }

    /// <summary>As if its supply went.</summary>
    public void End()
    {
        _ended = true;
        mqtt.Dispose();
    }

    protected override IMqttSource Source(NetworkWatch network, NodePorts ports) =>
        new DeskSource(network, mqtt, Program.Settings);

    protected override void Start(NodePorts ports, long nowMs)
    {
        try
        {
            base.Start(outside.Equip(Program.Settings, ports, bornMs + nowMs, bornMs), nowMs);
        }
        catch (PowerCutException) when (Program.Node is not null)
        {
            FailPower();
        }
    }

    protected override void Turn()
    {
        lock (mqtt.Interpreter)
        {
            if (!_ended)
            {
                TurnOnce();
            }
        }

        turned();
    }

    private void TurnOnce()
    {
        _turnMs = base.NowMs;
        outside.Recorder?.Pass(bornMs + _turnMs);
        try
        {
            base.Turn();
        }
        catch (PowerCutException)
        {
            FailPower();
            return;
        }
        finally
        {
            _turnMs = NoTurn;
        }

        long overMs = base.NowMs;
        outside.Recorder?.PassEnd(bornMs + overMs);
        Program.Node.Vitals.End(overMs);
    }

    private void FailPower()
    {
        PowerFailed = true;
        End();
    }

    protected override void Write(string line) => Line = line;

    /// <summary>Clients without TLS, as of a broker inside the station.</summary>
    private sealed class DeskSource(NetworkWatch network, MqttNetwork mqtt, NodeSettings settings) : IMqttSource
    {
        public DeviceClient Make() => network.IsReady
            ? new DeviceClient(settings.BrokerHost, settings.BrokerPort, false, null, null, MqttSslProtocols.None)
            {
                Network = mqtt,
            }
            : null!;
    }
}
