using Google.Protobuf;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>Commands from the reference city to the nodes of a station, over MQTT.</summary>
public sealed class CityCommandTests : IDisposable
{
    private const string Lane = "demo/truck-1/lane-1";
    private const string Bays = "demo/truck-1/bays-1";
    private static readonly long StartMs =
        new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly Station _station = new(1, knownVehicle: "LNBSCU3F4JR000001");

    private long UtcMs => StartMs + _station.NowMs;

    public void Dispose() => _station.Dispose();

    [Fact]
    public void A_truck_on_no_list_is_served_when_the_city_authorises_it_and_its_order_is_in_the_record()
    {
        Run(2_000);
        CityCommand command = new(CommandOperation.AuthoriseSwap)
        {
            Vehicle = _station.World.Lane.Truck.Vin, Order = "order-1", UntilUtcMs = UtcMs + 3_600_000,
        };
        Assert.Equal(1ul, _station.City.Send(Lane, command, UtcMs));
        for (int i = 0; i < 20 * 900 && !_station.CustomerGone; i++)
        {
            _station.Pass();
        }

        Run(5_000);
        CommandRow sent = Assert.Single(_station.City.Store.Commands(Lane));
        Assert.Equal(
            new CommandRow(Lane, 1, 1, CommandOperation.AuthoriseSwap, ResultState.Done, CommandReason.None), sent);
        EventRecord end = _station.City.Store.Events(Lane).Select(one => one.Record)
            .Single(one => one.Kind == EventKind.SwapEnded);
        Assert.Equal(SwapResult.Completed, end.Summary.Result);
        Assert.Equal("order-1", Ascii.Read(end.Order, 0, end.OrderLength));
    }

    [Fact]
    public void What_a_node_refuses_and_that_it_has_restarted_stands_in_the_citys_table()
    {
        Run(2_000);
        Node before = _station.Nodes[1].Node;
        _station.City.Send(Bays, new CityCommand(CommandOperation.ClearIsolation), UtcMs);
        _station.City.Send(Bays, new CityCommand(CommandOperation.RestartWhenIdle), UtcMs);
        Run(20_000);
        Assert.NotSame(before, _station.Nodes[1].Node);
        Assert.Equal(2u, _station.Nodes[1].Node.Journal.Boot);
        Assert.Equal(
            [(ResultState.Rejected, CommandReason.LocalOnly), (ResultState.Done, CommandReason.None)],
            _station.City.Store.Commands(Bays).Select(row => (row.State, row.Reason)));
        Assert.Equal(0, _station.City.Refused);
        Assert.Equal(0ul, _station.City.Send("demo/truck-1/nobody", new CityCommand(CommandOperation.SelfTest), UtcMs));
    }

    [Fact]
    public void A_command_to_a_node_that_is_away_is_obeyed_once_when_it_is_back()
    {
        Run(2_000);
        _station.Lane.Client.Disconnect();
        _station.City.Send(Lane, new CityCommand(CommandOperation.TakeOutOfService) { Number = 9 }, UtcMs);
        _station.City.Serve(_station.NowMs, UtcMs);
        Assert.False(_station.Lane.Node.Latch.IsSet);
        Run(10_000);
        Assert.True(_station.Lane.Node.Latch.IsSetBy(Issuer.City));
        Assert.Equal(ResultState.Done, Assert.Single(_station.City.Store.Commands(Lane)).State);
        Assert.Single(
            _station.City.Store.Events(Lane), one => one.Record.Action == AuditAction.TakenOutOfService);
    }

    [Fact]
    public void Settings_that_the_city_sends_are_in_force_after_a_restart_that_it_has_acknowledged()
    {
        Run(2_000);
        byte[] settings = new Settings.V1.Settings { Version = 3, TelemetryIntervalS = 20 }.ToByteArray();
        _station.City.Send(Bays, new CityCommand(CommandOperation.ChangeSettings) { Settings = settings }, UtcMs);
        Run(30_000);
        Assert.Equal(
            (ResultState.Done, CommandReason.None),
            _station.City.Store.Commands(Bays).Select(row => (row.State, row.Reason)).Single());
        Node node = _station.Nodes[1].Node;
        Assert.Equal((2u, false), (node.Journal.Boot, node.FieldSettings.IsOnTrial));
        settings = new Settings.V1.Settings { Version = 4, TelemetryIntervalS = 0 }.ToByteArray();
        _station.City.Send(Bays, new CityCommand(CommandOperation.ChangeSettings) { Settings = settings }, UtcMs);
        Run(30_000);
        Assert.Equal(CommandReason.BadArgument, _station.City.Store.Commands(Bays)[^1].Reason);
        Assert.Same(node, _station.Nodes[1].Node);
    }

    private void Run(long milliseconds)
    {
        for (long end = _station.NowMs + milliseconds; _station.NowMs < end;)
        {
            _station.Pass();
        }
    }
}
