using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;

namespace SwapEdge.Tests.Mqtt;

/// <summary>A node renews its certificate at a mosquitto that lets nobody in without one. Real time, but for a trial.
/// </summary>
public sealed class CertificateRenewalTests : IDisposable
{
    private const string Path = "linfen/station-1/bays-1";

    private readonly TemporaryFolder _folder = new();
    private readonly Authority _authority;
    private readonly Mosquitto _mosquitto;
    private readonly IPEndPoint _address;
    private readonly X509Certificate2 _given;
    private readonly VirtualCertificates _board;
    private readonly ReferenceCity _city;
    private readonly MqttClient _client;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Node _node;
    private readonly FixedClock _clock = new() { UtcMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() };
    private long _aheadMs;

    public CertificateRenewalTests()
    {
        _authority = new Authority(_folder, "authority");
        (string certificate, string key) = _authority.Server("localhost");
        _mosquitto = Mosquitto.Broker(out _address, _folder, $"cafile {_authority.File}", $"certfile {certificate}",
            $"keyfile {key}", "allow_anonymous true", "require_certificate true", "use_identity_as_username true");
        (string Certificate, string Key) own = _authority.Client("station-1");
        _given = X509Certificate2.CreateFromPemFile(own.Certificate, own.Key);
        _board = new VirtualCertificates(_given, X509CertificateLoader.LoadCertificate(_authority.Der));
        byte[] secret = NodeKeys.Derive(1, Path);
        NodeKeys keys = new();
        keys.Add(Path, secret);
        BrokerAddress city = BrokerAddress.Parse($"mqtts://localhost:{_address.Port}", out _)! with
        {
            AuthorityFile = _authority.File, CertificateFile = own.Certificate, KeyFile = own.Key,
        };
        _city = new ReferenceCity(Client("city", city.Opener(), clean: false), new CityStore(":memory:"), keys);
        _client = Client("bays-1", () => TlsConnection.Connect(_address, _board.Options("localhost")), clean: true);
        NodeSettings settings = new()
        {
            City = "linfen", Station = "station-1", Node = "bays-1", LinkAddress = 0x90, Bays = [1], Interfaces = [1],
        };
        Assert.Null(settings.Flaw());
        _node = new Node(settings, new BayPorts
        {
            Clock = _clock, Random = new CountingRandom(), Mac = new HmacMac(secret), Store = new TornStore(),
            Uplink = new MqttUplink(_client), Heartbeat = new CountingHeartbeat(), Certificates = _board,
            Link = new QueueBus(), ChargerBuses = [new QueueBus()], Bays = new QuietBays(),
        });
        _node.Start(0);
    }

    private long NowMs => (long)Stopwatch.GetElapsedTime(_began).TotalMilliseconds + _aheadMs;

    [Fact]
    public void A_certificate_for_the_same_key_is_in_force_once_the_city_has_been_reached_with_it()
    {
        byte[] renewed = _authority.Renew("station-1", _given.PublicKey);
        Send(CertificateParts.Of(renewed, _authority.Der));
        Until(() => Told(AuditAction.CertificateInForce));
        Assert.Equal(renewed, _board.Device.RawData);
        Assert.NotEqual(_given.RawData, _board.Device.RawData);
        Assert.Equal(2, _client.Connections);
        Until(() => _city.Store.Commands(Path).All(row => row.State == ResultState.Done));
    }

    [Fact]
    public void One_that_the_broker_does_not_take_is_given_up_and_the_node_comes_back_with_the_one_before()
    {
        using Authority stranger = new(_folder, "stranger");
        Send(CertificateParts.Of(stranger.Renew("station-1", _given.PublicKey), _authority.Der));
        Until(() => !_board.Device.RawData.AsSpan().SequenceEqual(_given.RawData) && _client.Connections > 0
            && _client is { Link: MqttLink.Down, DownReason: not "disconnected" });
        _aheadMs = CertificateRotation.TrialMs;
        Until(() => Told(AuditAction.CertificateRolledBack));
        Assert.Equal(_given.RawData, _board.Device.RawData);
    }

    [Fact]
    public void One_for_another_key_is_refused_before_it_is_tried()
    {
        (string Certificate, string Key) other = _authority.Client("station-1");
        using X509Certificate2 strange = X509CertificateLoader.LoadCertificateFromFile(other.Certificate);
        Send(CertificateParts.Of(strange.RawData, []));
        CommandRow last = _city.Store.Commands(Path)[^1];
        Assert.Equal((ResultState.Rejected, CommandReason.BadArgument), (last.State, last.Reason));
        Assert.Equal(_given.RawData, _board.Device.RawData);
    }

    public void Dispose()
    {
        _client.Dispose();
        _city.Dispose();
        _board.Dispose();
        _given.Dispose();
        _mosquitto.Dispose();
        _authority.Dispose();
        _folder.Dispose();
    }

    private static MqttClient Client(string name, Func<IConnection> open, bool clean) =>
        new(new MqttClientOptions(new MqttConnect(name) { CleanSession = clean, KeepAliveS = 30 }), open);

    /// <summary>One after another, as its end is told.</summary>
    private void Send(IEnumerable<CityCommand> commands)
    {
        Until(() => _city.Store.State(Path) == "online");
        foreach (CityCommand command in commands)
        {
            _city.Send(Path, command, _clock.UtcMs);
            Until(() => _city.Store.Commands(Path)[^1].State >= ResultState.Done);
        }
    }

    private bool Told(AuditAction action) =>
        _city.Store.Events(Path).Any(one => one.Record.Action == action);

    private void Until(Func<bool> condition) => Deadline.WaitFor(condition, Turn);

    private void Turn()
    {
        long nowMs = NowMs;
        _client.Pump(nowMs);
        _node.Pass(nowMs);
        _city.Client.Pump(nowMs);
        _city.Serve(nowMs, _clock.UtcMs);
    }

    private sealed class QuietBays : IBayIo
    {
        public void Read(int index, BayInputs into)
        {
        }

        public void Write(int index, bool chargePermitted)
        {
        }
    }
}
