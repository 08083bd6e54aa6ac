using System.Security.Cryptography;
using SwapEdge.Simulator;

namespace SwapEdge.Boards.Flash;

/// <summary>Reads a node's birth from the broker: the retained one, and the next one.</summary>
/// <param name="open">Starts a connection.</param>
/// <param name="node">As in topics: <c>city/station/node</c>.</param>
/// <param name="clock">Its time and its rest.</param>
public sealed class BirthWatch(Func<IConnection> open, string node, FlashClock clock)
{
    private const int ConnectLimitMs = 15_000;
    private const int KeepAliveS = 30;

    /// <summary>The retained birth; null when there is none, or the broker cannot be asked.</summary>
    public DeviceReport? Known(out Failure? failure)
    {
        using MqttClient client = New();
        DeviceReport? last = null;
        failure = Connect(client);
        if (failure != null)
        {
            return null;
        }

        // A broker sends what it retains with its answer; by the answer to a second subscription it is here.
        foreach (string leaf in (string[])["birth", "state"])
        {
            client.Subscribe(CityTopic.Of(node, leaf));
            long beganMs = clock.NowMs;
            while (client.Link == MqttLink.Up && !client.Idle && clock.NowMs - beganMs < ConnectLimitMs)
            {
                Pump(client);
            }

            if (client.Link != MqttLink.Up || !client.Idle)
            {
                failure = new Failure(FlashEnd.BrokerSilent, client.DownReason);
                return null;
            }

            last = Newest(client) ?? last;
        }

        client.Disconnect();
        return last;
    }

    /// <summary>
    /// Whose journal is whose: of the other nodes, as far as the broker has their births and lets them be read.
    /// </summary>
    public IReadOnlyDictionary<ulong, string> Others()
    {
        Dictionary<ulong, string> others = [];
        using MqttClient client = New();
        if (Connect(client) != null)
        {
            return others;
        }

        client.Subscribe(CityTopic.Of("+/+/+", "birth"));
        long beganMs = clock.NowMs;
        while (client.Link == MqttLink.Up && !client.Idle && clock.NowMs - beganMs < ConnectLimitMs)
        {
            Pump(client);
        }

        while (client.Receive() is { } message)
        {
            if (CityTopic.TryParse(message.Topic, out CityTopic? topic) && topic.Node != node
                && DeviceReport.OfBirth(message.Payload) is { } birth)
            {
                others[birth.Journal] = topic.Node;
            }
        }

        client.Disconnect();
        return others;
    }

    /// <summary>
    /// Waits for a birth of another start that is as expected; null, or what was wrong with the last.
    /// </summary>
    /// <param name="before">The birth before the restart; null: any will do.</param>
    /// <param name="expected">What it must say.</param>
    /// <param name="limitMs">For how long.</param>
    /// <param name="said">What the device said last.</param>
    public Failure? Await(DeviceReport? before, Expectation expected, long limitMs, out DeviceReport? said)
    {
        ArgumentNullException.ThrowIfNull(expected);
        using MqttClient client = New();
        long beganMs = clock.NowMs;
        Failure? last = new(FlashEnd.BirthMissing, $"{limitMs / 1000} s");
        said = null;
        while (clock.NowMs - beganMs < limitMs)
        {
            if (client.Link == MqttLink.Down)
            {
                if (Connect(client) is { } down)
                {
                    last = down;
                    continue;
                }

                client.Subscribe(CityTopic.Of(node, "birth"));
            }

            Pump(client);
            if (Newest(client) is not { } report || !report.IsAnother(before))
            {
                continue;
            }

            said = report;
            last = expected.Judge(report);
            if (last == null || Expectation.IsDecisive(last))
            {
                return last;
            }
        }

        return last;
    }

    private MqttClient New() => new(
        new MqttClientOptions(
            new MqttConnect($"swapflash-{RandomNumberGenerator.GetHexString(8, lowercase: true)}")
            {
                KeepAliveS = KeepAliveS,
            }),
        open);

    private Failure? Connect(MqttClient client)
    {
        long beganMs = clock.NowMs;
        try
        {
            client.Connect();
        }
        catch (Exception problem) when (problem is IOException or System.Net.Sockets.SocketException)
        {
            clock.Rest();
            return new Failure(FlashEnd.BrokerSilent, problem.Message);
        }

        while (client.Link == MqttLink.Connecting && clock.NowMs - beganMs < ConnectLimitMs)
        {
            Pump(client);
        }

        return client.Link == MqttLink.Up ? null : new Failure(FlashEnd.BrokerSilent, client.DownReason);
    }

    private void Pump(MqttClient client)
    {
        if (!client.Pump(clock.NowMs))
        {
            clock.Rest();
        }
    }

    private DeviceReport? Newest(MqttClient client)
    {
        DeviceReport? newest = null;
        while (client.Receive() is { } message)
        {
            client.Confirm(message);
            if (message.Topic == CityTopic.Of(node, "birth"))
            {
                newest = DeviceReport.OfBirth(message.Payload) ?? newest;
            }
        }

        return newest;
    }
}
