using System.Collections;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using nanoFramework.M2Mqtt.StandIn;

namespace nanoFramework.M2Mqtt;

/// <summary>
/// Stand-in for the device's client, with its weaknesses: the name is resolved once, in the constructor; a handshake
/// holds the interpreter; it never connects again by itself; what is published without a connection waits, is tried
/// three times, and is given up; a subscription without an answer is not told, and while the queue is full neither a
/// subscription nor a received message finds a place, without a word; a handler that throws costs the
/// connection; a close forgets what was in flight without a word.
/// </summary>
public class MqttClient : IDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly object _queue = new();
    private readonly List<InflightMessage> _inflight = [];
    private readonly Queue<Action> _events = new();
    private readonly AutoResetEvent _eventsWait = new(false);
    private IMqttWire? _wire;
    private int _answer = -1;
    private ushort _lastId;
    private long _heardMs;
    private long _pingedMs;
    private int _keepAliveMs;
    private volatile bool _running;

    public MqttClient(
        string brokerHostName, int brokerPort, bool secure, X509Certificate? caCert, X509Certificate? clientCert,
        MqttSslProtocols sslProtocol)
    {
        _host = Dns.GetHostAddresses(brokerHostName)[0].ToString();
        _port = brokerPort;
    }

    public event IMqttClient.ConnectionClosedEventHandler? ConnectionClosed;

    public event IMqttClient.MqttMsgPublishedEventHandler? MqttMsgPublished;

    public event IMqttClient.MqttMsgPublishEventHandler? MqttMsgPublishReceived;

    public event IMqttClient.MqttMsgSubscribedEventHandler? MqttMsgSubscribed;

    public bool IsConnected { get; private set; }

    public MqttSettings Settings { get; } = new();

    /// <summary>Everything that waits for an answer has one queue, what is received too.</summary>
    private bool IsFull => _inflight.Count >= Settings.InflightQueueSize;

    /// <summary>Not of the device: what the client talks over.</summary>
    public required MqttNetwork Network { get; init; }

    public MqttReasonCode Connect(
        string clientId, string? username, string? password, bool willRetain, MqttQoSLevel willQosLevel,
        bool willFlag, string willTopic, string willMessage, bool cleanSession, ushort keepAlivePeriod)
    {
        long beganMs = Network.NowMs();
        _wire = Network.Open(_host, _port);
        if (!Network.Has(this))
        {
            Close();
            throw new IOException("no supply");
        }

        Network.Handshake();
        _keepAliveMs = keepAlivePeriod * 1000;
        _wire.Connect(clientId, willTopic, willMessage, willRetain, keepAlivePeriod);
        _heardMs = Network.NowMs();
        _running = true;
        Network.Start(Work, "M2Mqtt work");
        Network.Start(Dispatch, "M2Mqtt dispatch");
        while (_answer < 0 && _running && Network.NowMs() - beganMs < Settings.TimeoutOnReceiving)
        {
            _eventsWait.WaitOne(1);
        }

        if (_answer < 0)
        {
            Close();
            throw new IOException("no answer of the broker");
        }

        IsConnected = _answer == 0;
        return (MqttReasonCode)_answer;
    }

    public void Close()
    {
        Network.Leave(this);
        lock (_queue)
        {
            _running = false;
            IsConnected = false;
            _wire?.Dispose();
            _inflight.Clear();
            _events.Clear();
        }
    }

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    public ushort Publish(
        string topic, byte[] message, string? contentType, ArrayList? userProperties, MqttQoSLevel qosLevel,
        bool retain)
    {
        lock (_queue)
        {
            if (IsFull)
            {
                throw new MqttClientException("InflightQueueFull");
            }

            ushort id = NextId();
            _inflight.Add(new InflightMessage(id, topic, message, retain));
            return id;
        }
    }

    public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels)
    {
        lock (_queue)
        {
            ushort id = NextId();
            if (!IsFull)
            {
                _wire?.Subscribe(id, topics, qosLevels);
            }

            return id;
        }
    }

    private ushort NextId() => _lastId = _lastId == ushort.MaxValue ? (ushort)1 : (ushort)(_lastId + 1);

    private void Work()
    {
        bool lost = false;
        while (_running && !lost)
        {
            bool busy;
            lock (_queue)
            {
                busy = _running && Take();
                lost = _running && (!SendDue(Network.NowMs()) || _wire!.Ended);
            }

            if (!busy)
            {
                Thread.Sleep(1);
            }
        }

        if (lost)
        {
            Lose();
        }
    }

    private bool Take()
    {
        if (_wire!.Receive() is not { } packet)
        {
            return false;
        }

        _heardMs = Network.NowMs();
        switch (packet.Kind)
        {
            case MqttArrivalKind.ConnectAck:
                _answer = packet.Code;
                break;
            case MqttArrivalKind.Publish when IsFull:
                break;
            case MqttArrivalKind.Publish:
                _wire.Acknowledge(packet.Id);
                Raise(() => MqttMsgPublishReceived?.Invoke(this, new MqttMsgPublishEventArgs(
                    packet.Topic, packet.Message!, dupFlag: false, MqttQoSLevel.AtLeastOnce, packet.Retain)));
                break;
            case MqttArrivalKind.PublishAck when _inflight.RemoveAll(message => message.Id == packet.Id) > 0:
                Raise(() => MqttMsgPublished?.Invoke(this, new MqttMsgPublishedEventArgs(packet.Id, true)));
                break;
            case MqttArrivalKind.SubscribeAck:
                MqttQoSLevel[] granted = [(MqttQoSLevel)packet.Code];
                Raise(() => MqttMsgSubscribed?.Invoke(this, new MqttMsgSubscribedEventArgs(packet.Id, granted)));
                break;
        }

        return true;
    }

    /// <summary>False when the broker has been silent for too long.</summary>
    private bool SendDue(long nowMs)
    {
        foreach (InflightMessage message in _inflight.Where(message => message.IsDue(nowMs, Settings)).ToArray())
        {
            if (message.Attempt == Settings.AttemptsOnRetry)
            {
                _inflight.Remove(message);
                Raise(() => MqttMsgPublished?.Invoke(this, new MqttMsgPublishedEventArgs(message.Id, false)));
                continue;
            }

            message.Attempt++;
            message.SentMs = nowMs;
            _wire!.Publish(message.Id, message.Topic, message.Payload, message.Retain, message.Attempt > 1);
        }

        if (_keepAliveMs > 0 && nowMs - _heardMs > _keepAliveMs && nowMs - _pingedMs > _keepAliveMs)
        {
            _pingedMs = nowMs;
            _wire!.Ping();
        }

        return _keepAliveMs == 0 || nowMs - _heardMs <= 2 * _keepAliveMs;
    }

    private void Lose()
    {
        Close();
        ConnectionClosed?.Invoke(this, EventArgs.Empty);
    }

    private void Raise(Action handler)
    {
        _events.Enqueue(handler);
        _eventsWait.Set();
    }

    /// <summary>All handlers run here, one after another.</summary>
    private void Dispatch()
    {
        while (_running)
        {
            Action? handler;
            lock (_queue)
            {
                _events.TryDequeue(out handler);
            }

            Network.Handling += handler == null ? 0 : 1;
            try
            {
                handler?.Invoke();
            }
            catch (Exception)
            {
                Network.ThrowingHandlers++;
                Lose();
            }

            Network.Handling -= handler == null ? 0 : 1;

            if (handler == null)
            {
                _eventsWait.WaitOne(5);
            }
        }
    }

    private sealed class InflightMessage(ushort id, string topic, byte[] payload, bool retain)
    {
        public ushort Id { get; } = id;

        public string Topic { get; } = topic;

        public byte[] Payload { get; } = payload;

        public bool Retain { get; } = retain;

        public int Attempt { get; set; }

        public long SentMs { get; set; }

        public bool IsDue(long nowMs, MqttSettings settings) =>
            Attempt == 0 || nowMs - SentMs >= settings.DelayOnRetry;
    }
}
