using System.Net;
using System.Net.Sockets;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Mqtt;

/// <summary>Peers that break the rules, fall silent or are not there.</summary>
public sealed class BadPeerTests : IDisposable
{
    private readonly Broker _broker = new();
    private readonly Talk _talk;

    public BadPeerTests() => _talk = new Talk(_broker);

    public void Dispose()
    {
        _talk.Dispose();
        _broker.Dispose();
    }

    [Fact]
    public void A_silent_client_is_closed_after_one_and_a_half_keep_alives_and_a_pinging_one_is_not()
    {
        MqttClient pings = _talk.Connect(new MqttConnect("pings") { KeepAliveS = 10 });
        using Socket silent = Raw();
        silent.Send(Convert.FromHexString("100E" + "00044D515454" + "0402" + "000A" + "00026E31"));
        Assert.Equal("20020000", Answer(silent, 4));
        for (int i = 0; i < 16; i++)
        {
            _talk.NowMs += 1000;
            _talk.UntilQuiet();
        }

        Assert.Contains("n1: silent for 16000 ms", _broker.Closures);
        Assert.Equal((MqttLink.Up, 1), (pings.Link, _broker.ConnectionCount));
    }

    [Fact]
    public void A_connection_that_never_says_connect_is_closed()
    {
        using Socket silent = Raw();
        Deadline.WaitFor(() => _broker.ConnectionCount == 1, Pump);
        _talk.NowMs += 10_001;
        Deadline.WaitFor(() => _broker.ConnectionCount == 0, Pump);
        Assert.Contains("unknown: silent for 10001 ms", _broker.Closures);
    }

    [Theory]
    [InlineData("3003000161", "", "unknown: Publish before Connect")]
    [InlineData("100E00044D5154540302000000026E31", "20020001", "unknown: CONNECT answered with return code 1")]
    [InlineData("100C00044D5154540400000A0000", "20020002", "unknown: CONNECT answered with return code 2")]
    [InlineData("100E00044D5154540402000000026E31100E00044D5154540402000000026E31", "20020000", "n1: a second Connect")]
    [InlineData("100E00044D5154540402000000026E3134050001610001", "20020000", "n1: PUBLISH with QoS 2")]
    [InlineData("100E00044D5154540402000000026E3120020000", "20020000", "n1: ConnectAck, which no client sends")]
    [InlineData("100E00044D5154540402000000026E3130FFFFFF7F", "20020000", "n1: a packet of 268435455 bytes")]
    public void A_client_that_breaks_the_rules_is_closed_with_the_reason_and_others_are_not(
        string sent, string answered, string reason)
    {
        MqttClient other = _talk.Connect("other");
        using Socket rude = Raw();
        rude.Send(Convert.FromHexString(sent));
        Deadline.WaitFor(() => _broker.Counts.Refused == 1, Pump);
        Assert.Contains(_broker.Closures, closure => closure.StartsWith(reason, StringComparison.Ordinal));
        Assert.Equal(answered, Answer(rude, answered.Length / 2));
        _talk.UntilQuiet();
        Assert.Equal(MqttLink.Up, other.Link);
    }

    [Theory]
    [InlineData("40020001", "the broker sent PublishAck before ConnectAck")]
    [InlineData("20020005", "the broker refused the connection with return code 5")]
    [InlineData("2002000020020000", "the broker sent ConnectAck")]
    [InlineData("200200003003000161 3003000123", "the broker sent PUBLISH to \"#\"")]
    [InlineData("200200009003000180", "the broker refused a subscription")]
    [InlineData("2002000034050001610001", "the broker sent Publish")]
    public void A_broker_that_breaks_the_rules_is_left_and_the_reason_is_kept(string sent, string reason)
    {
        using Socket listener = Listener();
        using MqttClient client = Client((IPEndPoint)listener.LocalEndPoint!);
        client.Connect();
        client.Pump(0);
        using Socket broker = listener.Accept();
        broker.Send(Convert.FromHexString(sent.Replace(" ", "", StringComparison.Ordinal)));
        Deadline.WaitFor(() => client.Link == MqttLink.Down, () => client.Pump(0));
        Assert.Equal(reason, client.DownReason);
    }

    [Fact]
    public void A_client_without_a_broker_is_down_and_says_why()
    {
        int port = _broker.Port;
        _broker.Dispose();
        using MqttClient client = Client(new IPEndPoint(IPAddress.Loopback, port));
        client.Connect();
        Deadline.WaitFor(() => client.Link == MqttLink.Down, () => client.Pump(0));
        Assert.Equal("no connection", client.DownReason);
        Assert.Equal(0, client.Publish("a", [1]));
        Assert.False(client.Subscribe("a"));
    }

    [Fact]
    public void A_broker_that_accepts_and_stays_silent_is_given_up()
    {
        using Socket listener = Listener();
        using MqttClient client = Client((IPEndPoint)listener.LocalEndPoint!);
        client.Connect();
        client.Pump(5000);
        Assert.Equal(MqttLink.Connecting, client.Link);
        client.Pump(15_001);
        Assert.Equal((MqttLink.Down, "no answer to CONNECT"), (client.Link, client.DownReason));
    }

    [Fact]
    public void A_broker_that_no_longer_answers_pings_is_given_up()
    {
        using Socket listener = Listener();
        using MqttClient client = Client((IPEndPoint)listener.LocalEndPoint!);
        client.Connect();
        client.Pump(0);
        using Socket broker = listener.Accept();
        broker.Send([0x20, 2, 0, 0]);
        Deadline.WaitFor(() => client.Link == MqttLink.Up, () => client.Pump(0));
        client.Pump(30_000);
        client.Pump(40_001);
        Assert.Equal((MqttLink.Down, "no answer to a ping"), (client.Link, client.DownReason));
    }

    [Fact]
    public void The_broker_listens_on_one_address_only()
    {
        using LoopbackListener listener = new(0);
        using TcpConnection connection = TcpConnection.Connect(
            new IPEndPoint(IPAddress.Parse("127.0.0.2"), listener.LocalId));
        byte[] one = new byte[1];
        Deadline.WaitFor(() => connection.Write(one) != 0, () => { });
        Assert.Equal(-1, connection.Write(one));
        Assert.Null(listener.Accept());
    }

    private static MqttClient Client(IPEndPoint broker) => new(
        new MqttClientOptions(new MqttConnect("n") { KeepAliveS = 30 }), () => TcpConnection.Connect(broker));

    private static Socket Listener()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen(1);
        return socket;
    }

    private Socket Raw()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPAddress.Loopback, _broker.Port);
        return socket;
    }

    /// <summary>What the broker answers on a raw connection, in hexadecimal.</summary>
    private string Answer(Socket socket, int count)
    {
        byte[] answer = new byte[count];
        int got = 0;
        Deadline.WaitFor(() => got == count, () =>
        {
            Pump();
            got += socket.Available > 0 ? socket.Receive(answer, got, count - got, SocketFlags.None) : 0;
        });
        return Convert.ToHexString(answer);
    }

    private void Pump() => _broker.Pump(_talk.NowMs);
}
