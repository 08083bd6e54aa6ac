using System.Diagnostics;
using System.Net;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.City;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary><c>swapsim city</c> at mosquitto with certificates. Real time.</summary>
public sealed class CityCommandLineTests : IDisposable
{
    private const string Node = "linfen/station-1/lane-1";
    private const string Key = "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_stores_and_acknowledges_over_tls_what_a_station_sends_and_says_so_at_the_end()
    {
        using Authority authority = new(_folder, "authority");
        (string certificate, string key) = authority.Server("localhost");
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint at, _folder, $"cafile {authority.File}",
            $"certfile {certificate}", $"keyfile {key}", "require_certificate true", "use_identity_as_username true",
            $"acl_file {Path.Combine(Repository.Root, "protocol", "city", "mosquitto.acl")}");
        (string Certificate, string Key) own = authority.Client("city");
        Task<(int ExitCode, string Output, string Error)> city = Task.Run(() => CliRun.Of(
            "city", "--broker", $"mqtts://localhost:{at.Port}", "--authority", authority.File, "--certificate",
            own.Certificate, "--key", own.Key, "--nodes", _folder.Write("nodes", "# one", $"{Node} {Key}"), "--store",
            _folder.PathOf("city.sqlite"), "--seconds", "50", "--events", "3"));
        (string Certificate, string Key) station = authority.Client("station-1");
        BrokerAddress address = BrokerAddress.Parse($"mqtts://localhost:{at.Port}", out _)! with
        {
            AuthorityFile = authority.File, CertificateFile = station.Certificate, KeyFile = station.Key,
        };
        using MqttClient node = new(new MqttClientOptions(new MqttConnect("lane-1")), address.Opener());
        Talk(node, city);
        (int exitCode, string output, string error) = await city;
        Assert.Equal((ExitCode.Passed, ""), (exitCode, error));
        Assert.Contains("connected", output, StringComparison.Ordinal);
        Assert.Contains(
            $"{Node}  journal {Events.Journal:x16}  events 3  stored through 3  online", output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_broker_it_says_why_and_exits_with_42_when_the_time_is_over()
    {
        using LoopbackListener closed = new(0);
        int port = closed.LocalId;
        closed.Dispose();
        (int exitCode, string output, _) = CliRun.Of(
            "city", "--broker", $"mqtt://127.0.0.1:{port}", "--nodes", _folder.Write("nodes", $"{Node} {Key}"),
            "--store", _folder.PathOf("city.sqlite"), "--seconds", "1", "--events", "1");
        Assert.Equal(ExitCode.TimedOut, exitCode);
        Assert.Contains("came again 0, contradicted 0, refused 0", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost", $"{Node} {Key}", "is no broker")]
    [InlineData("mqtt://localhost", "linfen/station-1 00", "nodes:1: not 'city/station/node' and a key")]
    [InlineData("mqtt://localhost", $"{Node} 00", "nodes:1: not 'city/station/node' and a key")]
    public void What_is_wrong_in_its_arguments_or_files_is_told_and_exits_with_2(string url, string line, string told)
    {
        (int exitCode, _, string error) = CliRun.Of(
            "city", "--broker", url, "--nodes", _folder.Write("nodes", line), "--store", _folder.PathOf("city.sqlite"));
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_for_tls_that_is_missing_is_told_and_exits_with_2()
    {
        (int exitCode, _, string error) = CliRun.Of(
            "city", "--broker", "mqtts://localhost", "--authority", _folder.PathOf("nothing.pem"), "--nodes",
            _folder.Write("nodes", $"{Node} {Key}"), "--store", _folder.PathOf("city.sqlite"));
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains("nothing.pem", error, StringComparison.Ordinal);
    }

    /// <summary>
    /// Sends until all is acknowledged and the city has ended: it may come after the node, and the broker forgets.
    /// </summary>
    private static void Talk(MqttClient node, Task city)
    {
        long began = Stopwatch.GetTimestamp();
        long sentMs = long.MinValue;
        ulong acknowledged = 0;
        AckRecord ack = new();
        node.Connect();
        Deadline.WaitFor(() => city.IsCompleted && acknowledged == 3, () =>
        {
            long nowMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            node.Pump(nowMs);
            if (node.Link == MqttLink.Up && node.InFlight == 0 && nowMs - 200 > sentMs)
            {
                sentMs = nowMs;
                node.Subscribe(CityTopic.Of(Node, "ack"));
                node.Publish(CityTopic.Of(Node, "state"), "online"u8, retain: true);
                for (ulong sequence = 1; sequence <= 3; sequence++)
                {
                    node.Publish(CityTopic.Of(Node, "event"), Events.Encode(Events.Step(sequence)));
                }
            }

            while (node.Receive() is { } message)
            {
                byte[] bytes = message.Payload.ToArray();
                node.Confirm(message);
                Assert.Equal(DecodeResult.Ok, AckCodec.Decode(bytes, 0, bytes.Length, ack));
                acknowledged = Math.Max(acknowledged, ack.EventThrough);
            }
        });
    }
}
