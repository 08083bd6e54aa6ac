using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary><c>swapsim command</c> at mosquitto. Real time.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Node = "linfen/station-1/lane-1";
    private const string Key = "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ResultState.Done, CommandReason.None, ExitCode.Passed, "done")]
    [InlineData(ResultState.Rejected, CommandReason.NoSuchSwap, ExitCode.Failed, "rejected: no such swap")]
    public async Task It_sends_a_signed_command_with_the_next_counter_and_says_what_became_of_it(
        ResultState end, CommandReason reason, int expected, string told)
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint at, _folder, "allow_anonymous true");
        using MqttClient node = new(
            new MqttClientOptions(new MqttConnect("lane-1")), BrokerAddress.Parse($"mqtt://{at}", out _)!.Opener());
        for (ulong counter = 1; counter <= 2; counter++)
        {
            Task<(int ExitCode, string Output, string Error)> sent = Task.Run(() => Send(
                $"mqtt://{at}", "abort-swap", "--number", "7", "--seconds", "50"));
            CommandRecord command = Answer(node, sent, end, reason);
            (int exitCode, string output, string error) = await sent;
            Assert.Equal((expected, ""), (exitCode, error));
            Assert.Equal((CommandOperation.AbortSwap, counter), (command.Operation, command.Counter));
            Assert.Equal(7ul, command.Number);
            string line = $"{Node}: abort-swap, counter {counter}{Environment.NewLine}";
            Assert.StartsWith(line, output, StringComparison.Ordinal);
            Assert.EndsWith(told + Environment.NewLine, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_node_that_answers_it_exits_with_42()
    {
        using Mosquitto mosquitto = Mosquitto.Broker(out IPEndPoint at, _folder, "allow_anonymous true");
        (int exitCode, string output, _) = Send($"mqtt://{at}", "self-test", "--seconds", "1");
        Assert.Equal(ExitCode.TimedOut, exitCode);
        Assert.Contains("no end was heard", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no operation; there are authorise-swap, request-swap", "self-tset")]
    [InlineData("--vehicle says which vehicle", "request-swap")]
    [InlineData("--number says which swap", "abort-swap")]
    [InlineData("--limit W, or --periods", "limit-power")]
    [InlineData("--limit W, or --periods", "schedule-charging", "--periods", "0:1,x")]
    [InlineData("--settings is a file", "change-settings")]
    [InlineData("only a person at the station", "free-bay")]
    [InlineData("--valid: 1 to 86400", "self-test", "--valid", "90000")]
    public void What_no_node_would_obey_is_not_sent_and_exits_with_2(string told, params string[] args)
    {
        (int exitCode, _, string error) = Send("mqtt://127.0.0.1:1", args);
        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("city.sqlite")));
    }

    private (int ExitCode, string Output, string Error) Send(string broker, params string[] args) => CliRun.Of(
    [
        "command", Node, .. args, "--broker", broker, "--nodes", _folder.Write("nodes", $"{Node} {Key}"), "--store",
        _folder.PathOf("city.sqlite"),
    ]);

    /// <summary>A node that takes one command, checks its signature and tells its end.</summary>
    private static CommandRecord Answer(MqttClient node, Task sent, ResultState end, CommandReason reason)
    {
        long began = Stopwatch.GetTimestamp();
        CommandRecord command = new();
        int greeted = 0;
        node.Connect();
        Deadline.WaitFor(() => sent.IsCompleted, () =>
        {
            node.Pump((long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (node.Link == MqttLink.Up && greeted != node.Connections)
            {
                greeted = node.Connections;
                node.Subscribe(CityTopic.Of(Node, "command"));
            }

            while (node.Receive() is { } message)
            {
                byte[] bytes = message.Payload.ToArray();
                node.Confirm(message);
                Assert.Equal(DecodeResult.Ok, CommandCodec.Decode(bytes, 0, bytes.Length, command));
                byte[] mac = HMACSHA256.HashData(
                    Convert.FromHexString(Key), bytes.AsSpan(command.BodyOffset, command.BodyLength));
                Assert.Equal(mac, bytes[command.MacOffset..(command.MacOffset + mac.Length)]);
                Tell(node, command, ResultState.Accepted, CommandReason.None);
                Tell(node, command, end, reason);
            }
        });
        return command;
    }

    private static void Tell(MqttClient node, CommandRecord command, ResultState state, CommandReason reason)
    {
        byte[] result = new byte[64];
        command.State = state;
        command.Reason = reason;
        node.Publish(
            CityTopic.Of(Node, "result"), result.AsSpan(0, CommandCodec.EncodeResult(command, result, 0)));
    }
}
