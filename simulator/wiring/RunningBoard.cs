using nanoFramework.M2Mqtt.StandIn;
using nanoFramework.Runtime.Native;
using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// A board under power: its main loop, with all threads that it has on the controller and the device's MQTT client.
/// Threads rest in real time, and two runs differ; what they read as uptime is the world's, so that a world that is
/// held up does not look like silent buses. Whoever moves the world holds the bench's gate meanwhile.
/// </summary>
public sealed class RunningBoard : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly WiredNode _node;
    private readonly Func<IConnection> _connect;
    private readonly BoardOutside _outside;
    private readonly Thread _host;
    private readonly ManualResetEventSlim _passed = new(false);
    private volatile DeskLoop? _loop;
    private volatile MqttNetwork? _mqtt;
    private volatile Node? _running;
    private volatile Exception? _failure;
    private volatile bool _off;
    private (WaitHandle? Ends, int Ms) _handshake = (null, Timeout.Infinite);

    /// <param name="node">Its board and wires, with settings and key.</param>
    /// <param name="connect">Opens a connection to the broker.</param>
    /// <param name="outside">What stands before its ports, and who records it.</param>
    internal RunningBoard(WiredNode node, Func<IConnection> connect, BoardOutside outside)
    {
        (_node, _connect, _outside) = (node, connect, outside);
        _host = new Thread(Run) { IsBackground = true, Name = $"{node.Name} main" };
        _host.Start();
    }

    /// <summary>Its node; waits for the first pass.</summary>
    public Node Node
    {
        get
        {
            if (!_passed.Wait(StartLimit) || _failure is not null)
            {
                throw new InvalidOperationException(_loop?.Line ?? _node.Name, _failure);
            }

            return _running!;
        }
    }

    /// <summary>The network that it is on.</summary>
    public DeskNetwork Network { get; } = new();

    /// <summary>Its supply has failed in the middle of an append: it has ended.</summary>
    public bool PowerFailed => _loop is { PowerFailed: true };

    /// <summary>Times that it was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Time of the world at its last start, from which on the firmware counts.</summary>
    public long BornMs { get; private set; }

    /// <summary>Threads of the device's program that run now, those of its MQTT client too.</summary>
    public int Threads => (_loop?.Threads.Count(thread => thread.IsAlive) ?? 0) + (_mqtt?.Threads ?? 0);

    /// <summary>What it last said on the serial line.</summary>
    public string Line => _loop?.Line ?? "";

    /// <summary>
    /// A connection begins with a handshake that holds up the whole node until it is told to end, or its time is over.
    /// </summary>
    public (WaitHandle? Ends, int Ms) Handshake
    {
        get => _handshake;
        set
        {
            _handshake = value;
            Apply(_mqtt);
        }
    }

    /// <summary>Its reset button.</summary>
    public void RestartNow() => _loop?.End();

    /// <summary>Switches it off: all its threads have ended when this returns.</summary>
    public void Dispose()
    {
        _off = true;
        _loop?.End();
        _host.Join();
        _passed.Dispose();
    }

    private void Run()
    {
        try
        {
            while (!_off && !PowerFailed)
            {
                RunOnce();
            }

            _passed.Set();
        }
        catch (Exception problem)
        {
            _failure = problem;
            _passed.Set();
        }
    }

    /// <summary>From a reset to the next.</summary>
    private void RunOnce()
    {
        Starts++;
        long bornMs = _node.NowMs;
        BornMs = bornMs;
        Power.UptimeMs.Value = () => _node.NowMs - bornMs;
        using MqttNetwork mqtt = new((_, _) => new M2MqttWire(_connect()))
        {
            Interpreter = _node.Bench.Interpreter,
            NowMs = () => _node.NowMs,
        };
        using IDisposable use = _node.Bench.Use();
        DeskLoop loop = new(_node.Reset(), Network, mqtt, _outside, bornMs, Passed);
        Power.Hardware.Value = _ => loop.End();
        Apply(mqtt);
        (_mqtt, _loop) = (mqtt, loop);
        if (_off)
        {
            loop.End();
        }

        loop.Run();
        loop.End();
        foreach (Thread thread in loop.Threads.Where(thread => thread != Thread.CurrentThread))
        {
            thread.Join();
        }

        SpinWait.SpinUntil(() => mqtt.Threads == 0);
    }

    private void Passed()
    {
        _running = _loop?.Program.Node ?? _running;
        _passed.Set();
    }

    private void Apply(MqttNetwork? mqtt)
    {
        if (mqtt is not null)
        {
            mqtt.HandshakeMs = _handshake.Ms;
            mqtt.HandshakeEnds = _handshake.Ends;
        }
    }
}
