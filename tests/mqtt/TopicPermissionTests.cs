using System.Net;
using System.Text;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>The published access list at mosquitto: one certificate, one station. Real time.</summary>
public sealed class TopicPermissionTests : IDisposable
{
    private const string Other = "swap/v1/linfen/station-1/lane-1/";

    private readonly TemporaryFolder _folder = new();
    private readonly Authority _authority;
    private readonly Mosquitto _mosquitto;
    private readonly BrokerAddress _address;
    private readonly List<MqttClient> _clients = [];

    public TopicPermissionTests()
    {
        Mosquitto.Need("mosquitto");
        _authority = new Authority(_folder, "authority");
        (string certificate, string key) = _authority.Server("localhost");
        string acl = Path.Combine(Repository.Root, "protocol", "city", "mosquitto.acl");
        _mosquitto = Mosquitto.Broker(out IPEndPoint at, _folder, $"cafile {_authority.File}",
            $"certfile {certificate}", $"keyfile {key}", "require_certificate true", "use_identity_as_username true",
            $"acl_file {acl}");
        _address = BrokerAddress.Parse($"mqtts://localhost:{at.Port}", out _)! with
        {
            AuthorityFile = _authority.File,
        };
    }

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _mosquitto.Dispose();
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_firmware_and_the_city_have_all_the_rights_that_they_need()
    {
        using StreamRig rig = new(As("station-1"), As("city"));
        rig.UntilUp();
        rig.Add(20);
        rig.UntilStored(20);
        rig.AssertStored(20);
        Assert.Equal(0u, rig.Uplink.GivenUp);
    }

    [Theory]
    [InlineData("birth")]
    [InlineData("state")]
    [InlineData("event")]
    [InlineData("alarm")]
    [InlineData("telemetry")]
    [InlineData("result")]
    [InlineData("ack")]
    [InlineData("command")]
    public void Another_stations_certificate_may_not_write_a_stations_topics(string leaf)
    {
        MqttClient thief = Up("station-2");
        thief.Publish(Other + leaf, "forged"u8, retain: true);
        Until(() => thief.Idle);
        Assert.Contains("Denied PUBLISH from station-2", Log(), StringComparison.Ordinal);
        Assert.DoesNotContain("Received PUBLISH from station-2", Log(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_stations_certificate_hears_nothing_of_what_is_said_to_a_station()
    {
        MqttClient thief = Up("station-2");
        thief.Subscribe("swap/v1/#");
        MqttClient station = Up("station-1");
        station.Subscribe(Other + "ack");
        MqttClient city = Up("city");
        Until(() => thief.Idle && station.Idle);
        city.Publish(Other + "ack", "word"u8);
        city.Publish("swap/v1/linfen/station-2/lane-1/ack", "own"u8);
        Until(() => station.Inbox == 1 && thief.Inbox == 1);
        Assert.Equal("own", Encoding.ASCII.GetString(thief.Receive()!.Payload.Span));
    }

    [Fact]
    public void A_will_that_a_station_leaves_on_another_stations_topic_is_not_published()
    {
        MqttClient city = Up("city");
        city.Subscribe(Other + "state");
        Until(() => city.Idle);
        MqttClient thief = Client("station-2", new MqttMessage(Other + "state", "lost"u8.ToArray(), Retain: true));
        thief.Connect();
        Until(() => thief.Link == MqttLink.Up);
        thief.Cut("power cut");
        Until(() => _mosquitto.Errors.Contains("station-2 closed its connection", StringComparison.Ordinal));
        MqttClient station = Up("station-1");
        station.Publish(Other + "state", "online"u8);
        Until(() => city.Inbox > 0);
        Assert.Equal("online", Encoding.ASCII.GetString(city.Receive()!.Payload.Span));
    }

    private string Log()
    {
        Deadline.WaitFor(() => _mosquitto.Errors.Contains("Sending PUBACK to station-2", StringComparison.Ordinal),
            () => { });
        return _mosquitto.Errors;
    }

    private Func<IConnection> As(string name)
    {
        (string certificate, string key) = _authority.Client(name);
        return (_address with { CertificateFile = certificate, KeyFile = key }).Opener();
    }

    private MqttClient Up(string name)
    {
        MqttClient client = Client(name, null);
        client.Connect();
        Until(() => client.Link == MqttLink.Up);
        return client;
    }

    private MqttClient Client(string name, MqttMessage? will)
    {
        MqttClient client = new(new MqttClientOptions(new MqttConnect(name) { Will = will }), As(name));
        _clients.Add(client);
        return client;
    }

    private void Until(Func<bool> condition) =>
        Deadline.WaitFor(condition, () => _clients.ForEach(client => client.Pump(0)));
}
