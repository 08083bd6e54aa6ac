using System.Diagnostics;

namespace SwapEdge.Simulator;

/// <summary>
/// Lets a broker and its clients in this process talk until there is nothing to say: then, and not before, virtual
/// time may move on. A byte that one side has written and the other has not read yet is in the kernel, and counts.
/// </summary>
public sealed class MqttPump(Broker broker)
{
    /// <summary>Clocks that run without any message, such as keep-alives, are looked at this often.</summary>
    private const long RestMs = 1000;

    private readonly List<MqttClient> _clients = [];
    private readonly List<Func<long, bool>> _others = [];
    private readonly HashSet<int> _ours = [];
    private Broker _broker = broker;
    private bool _settled;
    private long _lookedMs;

    /// <summary>The broker they talk to; another one once it has been restarted.</summary>
    public Broker Broker
    {
        get => _broker;
        set
        {
            _broker = value;
            _settled = false;
        }
    }

    /// <summary>What one side writes the other has at once, in memory: a round in which nobody did anything is quiet.
    /// </summary>
    public bool AtOnce { get; init; }

    /// <summary>How long <see cref="UntilQuiet"/> tries, in real time.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Rounds of the last <see cref="UntilQuiet"/>.</summary>
    public int Rounds { get; private set; }

    public void Add(MqttClient client)
    {
        _clients.Add(client);
        _settled = false;
    }

    public void Remove(MqttClient client) => _clients.Remove(client);

    /// <summary>Whoever answers messages, such as a city: does what it can, tells whether that was anything.</summary>
    public void Add(Func<long, bool> party)
    {
        _others.Add(party);
        _settled = false;
    }

    /// <summary>
    /// One look at all, for those too who talk to the broker from threads of their own: nothing here knows when they
    /// are quiet.
    /// </summary>
    public void Serve(long nowMs)
    {
        _settled = false;
        Round(nowMs);
    }

    /// <summary>False when it did not become quiet within the limit.</summary>
    public bool UntilQuiet(long nowMs)
    {
        Rounds = 0;
        if (_settled && nowMs - _lookedMs < RestMs && (AtOnce ? NobodySpeaks() : IsQuiet()))
        {
            return true;
        }

        _settled = false;
        _lookedMs = nowMs;
        long began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Limit)
        {
            Rounds++;
            if (!Round(nowMs) && (AtOnce || IsQuiet()))
            {
                _settled = true;
                return true;
            }
        }

        return false;
    }

    private bool Round(long nowMs)
    {
        bool busy = false;
        foreach (MqttClient client in _clients)
        {
            busy |= client.Pump(nowMs);
            if (client.Connection is { LocalId: not 0 } connection)
            {
                _ours.Add(connection.LocalId);
            }
        }

        foreach (Func<long, bool> party in _others)
        {
            busy |= party(nowMs);
        }

        return busy | _broker.Pump(nowMs);
    }

    /// <summary>Nobody has anything to send, and nothing is on its way. Asks no socket.</summary>
    private bool IsQuiet()
    {
        int open = 0;
        foreach (MqttClient client in _clients)
        {
            if (client.Connection is not { } near)
            {
                continue;
            }

            open++;
            if (client.InboxFull)
            {
                continue;
            }

            BrokerClient? far = Far(near);
            if (client.HasUnsent || client.HasUntaken || far == null || far.Waiting > 0
                || near.BytesWritten != far.Connection.BytesRead || far.Connection.BytesWritten != near.BytesRead)
            {
                return false;
            }
        }

        // A connection of ours that only the broker still has: it has not seen the end of it.
        return _broker.Clients.Count(far => _ours.Contains(far.Connection.RemoteId)) <= open;
    }

    private bool NobodySpeaks()
    {
        foreach (MqttClient client in _clients)
        {
            if (client.HasUnsent || client.HasUntaken || client.Connection is { HasArrivals: true })
            {
                return false;
            }
        }

        return true;
    }

    private BrokerClient? Far(IConnection near)
    {
        foreach (BrokerClient far in _broker.Clients)
        {
            if (far.Connection.RemoteId == near.LocalId && near.RemoteId == _broker.Port)
            {
                return far;
            }
        }

        return null;
    }
}
