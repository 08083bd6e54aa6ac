using System.Diagnostics;
using System.Net;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Our client against mosquitto over TLS, with certificates made here. Real time.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Authority _authority;
    private readonly long _began = Stopwatch.GetTimestamp();

    public TlsTests() => _authority = new Authority(_folder, "authority");

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public void Our_client_speaks_to_a_broker_whose_certificate_it_can_trust(string host)
    {
        using Mosquitto mosquitto = Broker(out IPEndPoint address, "localhost", needsCertificate: false);
        using MqttClient client = Client(Address(host, address, _authority));
        Up(client);
        byte[] large = new byte[100_000];
        new Random(1).NextBytes(large);
        client.Subscribe("a");
        client.Publish("a", large);
        Until(() => client is { Idle: true, Inbox: 1 }, client);
        Assert.Equal(large, client.Receive()!.Payload.ToArray());
    }

    [Fact]
    public void A_broker_with_a_certificate_of_an_unknown_authority_is_told_nothing()
    {
        using Authority other = new(_folder, "other");
        using Mosquitto mosquitto = Broker(out IPEndPoint address, "localhost", needsCertificate: false);
        Refused(Address("localhost", address, other), "certificate is invalid");
        Assert.DoesNotContain("New client connected", mosquitto.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broker_with_a_certificate_for_another_name_is_told_nothing()
    {
        using Mosquitto mosquitto = Broker(out IPEndPoint address, "broker.example", needsCertificate: false);
        Refused(Address("localhost", address, _authority), "certificate is invalid");
        Assert.DoesNotContain("New client connected", mosquitto.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broker_that_asks_for_a_certificate_accepts_ours_and_nobody_without_one_of_its_authority()
    {
        using Authority other = new(_folder, "other");
        using Mosquitto mosquitto = Broker(out IPEndPoint address, "localhost", needsCertificate: true);
        BrokerAddress bare = Address("localhost", address, _authority);
        Refused(bare, "");
        Refused(With(bare, other.Client("station-1")), "");
        Assert.DoesNotContain("New client connected", mosquitto.Errors, StringComparison.Ordinal);
        using MqttClient client = Client(With(bare, _authority.Client("station-1")));
        Up(client);
        Deadline.WaitFor(() => mosquitto.Errors.Contains("u'station-1'", StringComparison.Ordinal), () => { });
    }

    [Fact]
    public void A_broker_that_does_not_speak_tls_is_given_up()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint address);
        Refused(Address("localhost", address, _authority), "");
    }

    private static BrokerAddress With(BrokerAddress address, (string Certificate, string Key) own) =>
        address with { CertificateFile = own.Certificate, KeyFile = own.Key };

    private static BrokerAddress Address(string host, IPEndPoint at, Authority trusted) =>
        BrokerAddress.Parse($"mqtts://{host}:{at.Port}", out _)! with { AuthorityFile = trusted.File };

    private static MqttClient Client(BrokerAddress broker) =>
        new(new MqttClientOptions(new MqttConnect("node")), broker.Opener());

    private Mosquitto Broker(out IPEndPoint address, string host, bool needsCertificate)
    {
        (string certificate, string key) = _authority.Server(host);
        return Mosquitto.Broker(out address, _folder, $"cafile {_authority.File}", $"certfile {certificate}",
            $"keyfile {key}", "allow_anonymous true",
            $"require_certificate {(needsCertificate ? "true" : "false")}",
            $"use_identity_as_username {(needsCertificate ? "true" : "false")}");
    }

    private void Refused(BrokerAddress broker, string reason)
    {
        using MqttClient client = Client(broker);
        client.Connect();
        Until(() => client.Link == MqttLink.Down, client);
        Assert.Equal(0, client.Connections);
        Assert.StartsWith("no connection", client.DownReason, StringComparison.Ordinal);
        Assert.Contains(reason, client.DownReason, StringComparison.Ordinal);
    }

    private void Up(MqttClient client)
    {
        client.Connect();
        Until(() => client.Link == MqttLink.Up, client);
    }

    private void Until(Func<bool> condition, MqttClient client) => Deadline.WaitFor(
        condition, () => client.Pump((long)Stopwatch.GetElapsedTime(_began).TotalMilliseconds));
}
