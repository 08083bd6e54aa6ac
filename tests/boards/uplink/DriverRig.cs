using System.Net;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.StandIn;
using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Simulator;
using SwapEdge.Tests.Mqtt;

// The device's client has the name of the simulator's.
using DeviceClient = nanoFramework.M2Mqtt.MqttClient;

namespace SwapEdge.Tests.Boards;

/// <summary>The device's uplink driver with its thread, over the stand-in for M2Mqtt. Time is the test's.</summary>
internal sealed class DriverRig : IMqttSource, IUptime
{
    private long _nowMs = 1;

    public DriverRig(Func<IMqttWire> open)
    {
        Network = new MqttNetwork((_, _) => open()) { NowMs = () => Interlocked.Read(ref _nowMs) };
        Driver = new MqttDriver(
            this, new NodeSettings { City = "linfen", Station = "station-1", Node = "lane-1" }, this);
        new Thread(Driver.Run) { IsBackground = true, Name = "uplink driver" }.Start();
    }

    public DriverRig(IPEndPoint broker)
        : this(() => new M2MqttWire(TcpConnection.Connect(broker)))
    {
    }

    public MqttDriver Driver { get; }

    public MqttNetwork Network { get; }

    /// <summary>Clients made so far.</summary>
    public List<DeviceClient> Made { get; } = [];

    /// <summary>What the board resolves; a name of nobody fails.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Does more with each new client.</summary>
    public Action<DeviceClient> Prepare { get; set; } = _ => { };

    /// <summary>Runs in every turn of a wait.</summary>
    public Action Beside { get; set; } = () => { };

    public bool Ended => false;

    public long NowMs => Interlocked.Read(ref _nowMs);

    public DeviceClient Make()
    {
        DeviceClient client = new(Host, 1883, false, null, null, MqttSslProtocols.None) { Network = Network };
        Made.Add(client);
        Prepare(client);
        return client;
    }

    public void Advance(long ms) => Interlocked.Add(ref _nowMs, ms);

    public void Until(Func<bool> condition) => Deadline.WaitFor(condition, () => Beside());

    public void UntilUp()
    {
        Driver.Connect();
        Until(() => Driver.Link == UplinkLink.Up);
    }

    public int UntilAcknowledged()
    {
        int id = 0;
        Until(() => (id = Driver.Acknowledged()) != 0);
        return id;
    }
}
