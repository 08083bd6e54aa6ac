namespace nanoFramework.M2Mqtt.StandIn;

/// <summary>What stands behind a client, and how badly it behaves.</summary>
/// <param name="open">Starts a connection to a host and port.</param>
public sealed class MqttNetwork(Func<string, int, IMqttWire> open) : IDisposable
{
    private readonly ManualResetEvent _off = new(false);
    private readonly List<MqttClient> _clients = [];
    private int _threads;

    public Func<string, int, IMqttWire> Open { get; } = open;

    /// <summary>
    /// The device's one interpreter: whoever runs a pass of the node holds it. A handshake holds it as well, so that
    /// nothing managed runs meanwhile.
    /// </summary>
    public object Interpreter { get; init; } = new();

    /// <summary>Ends a handshake; when it is never set, the handshake never ends. Null: there is none.</summary>
    public WaitHandle? HandshakeEnds { get; set; }

    /// <summary>How long a handshake takes at most; negative is for ever.</summary>
    public int HandshakeMs { get; set; } = Timeout.Infinite;

    /// <summary>Milliseconds that run: a message is tried again after a second.</summary>
    public Func<long> NowMs { get; init; } = () => Environment.TickCount64;

    /// <summary>Threads that clients have.</summary>
    public int Threads => Volatile.Read(ref _threads);

    /// <summary>Handlers that run now.</summary>
    public int Handling { get; set; }

    /// <summary>Handlers that threw; each has cost its connection.</summary>
    public int ThrowingHandlers { get; set; }

    /// <summary>The controller's supply is gone: all that its clients do ends, a handshake too.</summary>
    public void Dispose()
    {
        _off.Set();
        MqttClient[] clients;
        lock (_clients)
        {
            clients = [.. _clients];
            _clients.Clear();
        }

        Array.ForEach(clients, client => client.Close());
    }

    /// <summary>False when there is no supply any more.</summary>
    internal bool Has(MqttClient client)
    {
        lock (_clients)
        {
            _clients.Add(client);
        }

        return !_off.WaitOne(0);
    }

    internal void Leave(MqttClient client)
    {
        lock (_clients)
        {
            _clients.Remove(client);
        }
    }

    /// <summary>The device's native code waits here without a limit, and nothing managed runs.</summary>
    internal void Handshake()
    {
        if (HandshakeEnds is { } ends)
        {
            lock (Interpreter)
            {
                WaitHandle.WaitAny([ends, _off], HandshakeMs);
            }
        }
    }

    internal void Start(ThreadStart body, string name)
    {
        Interlocked.Increment(ref _threads);
        Thread thread = new(() =>
        {
            body();
            Interlocked.Decrement(ref _threads);
        });
        (thread.IsBackground, thread.Name) = (true, name);
        thread.Start();
    }
}
