using SwapEdge.Boards.Esp32Wrover;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>A station whose nodes run through the drivers and wires of their boards.</summary>
public sealed class BoardStationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(20260601)]
    public void A_swap_through_the_boards_is_told_in_the_same_events_in_the_same_order(ulong seed)
    {
        using Station direct = new(seed);
        using Station wired = new(seed, boards: BoardChoice.Own);

        Assert.Null(Demonstration.Run(direct).Failure);
        Assert.Null(Demonstration.Run(wired).Failure);

        Assert.Equal(Told(direct), Told(wired));
        Assert.All(wired.Nodes, node => Assert.Equal(0u, Lost(node)));
    }

    [Fact]
    public void The_same_seed_leaves_the_same_bytes_on_every_board()
    {
        using Station first = new(7, boards: BoardChoice.Own);
        using Station again = new(7, boards: BoardChoice.Own);
        Assert.Null(Demonstration.Run(first).Failure);
        Assert.Null(Demonstration.Run(again).Failure);

        Assert.Equal(Written(first), Written(again));
        Assert.Contains(Written(first), file => file.StartsWith("bays-1 run-0 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_board_that_is_for_no_node_of_the_story_is_wrong_input()
    {
        (int exitCode, string output, string error) = CliRun.Of("run", "cabinet", "--board", "esp32-wrover");

        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Empty(output);
        Assert.Equal("swapsim run: esp32-wrover: no node of 'cabinet' runs on this board", error.Trim());
    }

    [Fact]
    public void An_expander_whose_wire_breaks_stops_the_charging_of_its_bays_and_is_told()
    {
        using Station station = Charging();
        StationNode node = Bays(station);
        node.Board!.Bench.Spi(1, Pins.LinesSelect).Cut = true;

        station.Pass();
        station.Pass();
        Assert.All(station.World.Bays.Skip(2), bay => Assert.False(bay.ChargePermitted));
        Pass(station, 2_000);
        Assert.Equal([(3, (int)PackWarning.SmokeDetected), (4, (int)PackWarning.SmokeDetected)], Raised(station, node));
        Assert.False(station.World.Bays[2].Charger.ContactorClosed);

        node.Board.Bench.Spi(1, Pins.LinesSelect).Cut = false;
        Pass(station, 2_000);
        Assert.Equal(2, station.City.Store.Events(node.Path)
            .Count(told => told.Record.Kind == EventKind.WarningCleared));
    }

    [Fact]
    public void An_adapter_that_falls_silent_is_a_fault_of_its_bay_alone()
    {
        using Station station = Charging();
        StationNode node = Bays(station);
        node.Board!.Adapters.First().HasPower = false;
        Pass(station, 20_000);

        Assert.All(Raised(station, node), raised => Assert.Equal(3, raised.Bay));
        Assert.NotEmpty(Raised(station, node));
    }

    [Fact]
    public void An_adapter_that_comes_back_is_opened_anew()
    {
        using Station station = Charging();
        StationNode node = Bays(station);
        AdapterOnBus adapter = node.Board!.Adapters.First();
        adapter.HasPower = false;
        Pass(station, 500);
        adapter.HasPower = true;
        long before = Frames(node);
        Pass(station, 20_000);

        Assert.InRange(Frames(node) - before, 500, int.MaxValue);
    }

    [Fact]
    public void Frames_that_a_late_reader_loses_are_counted()
    {
        using Station station = Charging();
        StationNode node = Bays(station);
        node.Board!.PumpEveryMs = 4_000;
        Pass(station, 20_000);

        Assert.InRange(Lost(node), 1u, uint.MaxValue);
        Assert.Equal(0u, Lost(station.Nodes[1]));
    }

    [Fact]
    public void A_node_that_starts_anew_on_its_board_goes_on_in_its_journal()
    {
        using Station station = Charging();
        StationNode node = Bays(station);
        ulong journal = node.Node.Journal.Identity;
        long beats = node.Heartbeats;
        node.RestartNow();
        Pass(station, 20_000);

        Assert.Equal((journal, 2u), (node.Node.Journal.Identity, node.Node.Journal.Boot));
        Assert.InRange(node.Heartbeats - beats, 400, 402);
        Assert.False(station.World.Bays[0].ChargePermitted);
        Assert.Empty(station.City.Gaps());
    }

    [Fact]
    public void A_lane_that_cannot_read_its_expanders_takes_every_request_away_and_stops()
    {
        using Station station = new(1, boards: BoardChoice.Own);
        PassUntil(station, Phase.Lifting);
        station.Pass();
        Assert.NotEqual(Drive.None, station.World.Lane.Drives & Drive.Motion);
        Expanders(station).AnswersCut = true;
        Pass(station, 150);
        Assert.Equal((Phase.Stopped, Fault.FireDetected), (station.Phase, station.Fault));
        Assert.Equal(Drive.None, station.World.Lane.Drives);
    }

    [Fact]
    public void A_lane_whose_expanders_hear_nothing_gives_no_heartbeat_and_the_hardware_takes_its_requests_away()
    {
        using Station station = new(1, boards: BoardChoice.Own);
        PassUntil(station, Phase.Lifting);
        station.Pass();
        Drive before = station.World.Lane.Drives;
        Expanders(station).Cut = true;

        // No word from the controller reaches them: they keep what they drive until the hardware misses the heartbeat.
        Pass(station, 500);
        Assert.Equal((Phase.Stopped, Fault.FireDetected), (station.Phase, station.Fault));
        Assert.Equal(before, station.World.Lane.Drives);
        Pass(station, VirtualHeartbeat.LimitMs - 300);
        Assert.Equal(Drive.None, station.World.Lane.Drives);
        Assert.All(station.Lane.Board!.Expanders.SelectMany(chip => chip.Pins), pin => Assert.Null(pin.Driven));
    }

    [Fact]
    public void A_lane_whose_expander_ignores_what_it_is_told_is_freed_by_the_hardware_and_runs_on_after_its_reset()
    {
        using Station station = new(1, boards: BoardChoice.Own);
        PassUntil(station, Phase.Lifting);
        station.Pass();
        Mcp23s17Chip requests = station.Lane.Board!.Expanders[5];
        requests.IgnoresWrites = true;
        station.World.Lane.Panel.AbortPressed = true;
        Pass(station, 500);
        Assert.NotEqual(Drive.None, station.World.Lane.Drives);
        Pass(station, VirtualHeartbeat.LimitMs - 300);
        Assert.Equal(Drive.None, station.World.Lane.Drives);

        long beats = station.Lane.Heartbeats;
        Pass(station, 20_000);
        Assert.Equal((beats, 1u), (station.Lane.Heartbeats, station.Lane.Node.Journal.Boot));
        Pass(station, 12_000);
        Assert.Equal(2u, station.Lane.Node.Journal.Boot);
        Assert.InRange(station.Lane.Heartbeats - beats, 10, int.MaxValue);
        Assert.Equal(Drive.None, station.World.Lane.Drives);
    }

    [Theory]
    [InlineData("truck-3")]
    [InlineData("loader")]
    [InlineData("car")]
    [InlineData("cabinet")]
    public void Every_kind_of_vehicle_and_the_cabinet_are_told_alike_through_their_boards(string name)
    {
        Story story = Story.All.First(one => one.Name == name);
        using IStation direct = story.Open(1, BoardChoice.Virtual);
        using IStation wired = story.Open(1, BoardChoice.Own);

        Assert.Null(Demonstration.Run(direct).Failure);
        Assert.Null(Demonstration.Run(wired).Failure);

        Assert.Equal(Told(direct), Told(wired));
        Assert.All(wired.Nodes, node => Assert.NotNull(node.Board));
    }

    [Fact]
    public void What_a_pass_costs_through_a_board()
    {
        foreach (BoardChoice boards in new[] { BoardChoice.Virtual, BoardChoice.Own })
        {
            using Station station = Charging(boards);
            output.WriteLine($"{boards.Name}, packs charging: {BoardCost.Of(station)}");
            PassUntil(station, Phase.Stowing);
            output.WriteLine($"{boards.Name}, truck in the lane: {BoardCost.Of(station)}");
        }
    }

    private static Station Charging(BoardChoice? boards = null)
    {
        Station station = new(1, boards: boards ?? BoardChoice.Own);
        Pass(station, 12_000);
        Assert.All(station.World.Bays.Skip(2), bay => Assert.True(bay.Charger.ContactorClosed));
        return station;
    }

    private static SpiWire Expanders(Station station) =>
        station.Lane.Board!.Bench.Spi(1, SwapEdge.Boards.Esp32S3.Pins.LinesSelect);

    private static StationNode Bays(Station station) => station.Nodes[2];

    private static void Pass(Station station, int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += Station.PassMs)
        {
            station.Pass();
        }
    }

    private static void PassUntil(Station station, Phase phase)
    {
        do
        {
            station.Pass();
        }
        while (station.Phase != phase);
    }

    private static List<string> Told(IStation station) =>
    [
        .. station.City.Store.Events().Select(told =>
            $"{told.Node} {told.Record.Kind} bay {told.Record.Bay} phase {told.Record.PreviousPhase}>"
            + $"{told.Record.Phase} {told.Record.Fault} warning {told.Record.Warning} {told.Record.Action}"),
    ];

    private static List<(int Bay, int Warning)> Raised(Station station, StationNode node) =>
    [
        .. station.City.Store.Events(node.Path)
            .Where(told => told.Record.Kind == EventKind.WarningRaised)
            .Select(told => (told.Record.Bay, told.Record.Warning)),
    ];

    private static List<string> Written(Station station) =>
    [
        .. station.Nodes.Where(node => node.Board is not null).SelectMany(node => node.Board!.Files
            .OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{node.Name} {file.Key} {Convert.ToHexString(file.Value)}")),
    ];

    private static uint Lost(StationNode node)
    {
        BusFigures bus = new();
        uint lost = 0;
        for (int i = 0; node.Node.Role.ReadBus(i, bus); i++)
        {
            lost += bus.Lost;
        }

        return lost;
    }

    private static long Frames(StationNode node) => node.Node.Bays.Bays[0].Pack.Bus.Count(DecodeResult.Ok);
}
