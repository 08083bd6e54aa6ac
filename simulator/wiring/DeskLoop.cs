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
/// <param name="turned">Called after each pass.</param>
internal sealed class DeskLoop(NodeBoard board, INetwork network, MqttNetwork mqtt, Action turned)
    : MainLoop(board, network)
{
    private readonly HashSet<Thread> _threads = [];
    private volatile bool _ended;

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

    protected override void Turn()
    {
        lock (mqtt.Interpreter)
        {
            if (!_ended)
            {
                base.Turn();
            }
        }

        turned();
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
