using SwapEdge.Boards;

namespace SwapEdge.Tests.Boards;

/// <summary>A board's way onto the network: opened once, then only watched.</summary>
public sealed class NetworkWatchTests
{
    private readonly BoardClock _clock = new(null!);
    private readonly Adapter _adapter = new();

    [Fact]
    public void It_is_opened_once_and_asked_for_the_time_once_however_often_the_link_goes()
    {
        NetworkWatch watch = Watch("ntp.example");
        watch.Look();
        Assert.False(watch.IsReady);
        foreach (bool up in (bool[])[true, false, true, true])
        {
            _adapter.IsUp = up;
            _adapter.NowMs += 2000;
            watch.Look();
            Assert.Equal(up, watch.IsReady);
        }

        Assert.Equal(["open", "ntp.example"], _adapter.Calls);
    }

    [Fact]
    public void No_connection_is_tried_before_the_controller_knows_a_time_by_which_TLS_can_judge()
    {
        NetworkWatch watch = Watch("ntp.example");
        watch.Look();
        _adapter.IsUp = true;
        watch.Look(0, 5_000);
        Assert.False(watch.IsReady);
        watch.Look(0, BoardClock.PlausibleMs - 1);
        Assert.False(watch.IsReady);
        watch.Look(0, BoardClock.PlausibleMs);
        Assert.True(watch.IsReady);
    }

    [Fact]
    public void Without_a_time_server_none_is_asked()
    {
        NetworkWatch watch = Watch();
        _adapter.IsUp = true;
        watch.Look();
        watch.Look();
        Assert.Equal(["open"], _adapter.Calls);
    }

    [Fact]
    public void An_adapter_that_throws_is_opened_again()
    {
        NetworkWatch watch = Watch();
        _adapter.Throws = true;
        Assert.Throws<InvalidOperationException>(watch.Look);
        _adapter.Throws = false;
        watch.Look();
        watch.Look();
        Assert.Equal(["open", "open"], _adapter.Calls);
    }

    [Fact]
    public void A_link_that_stays_away_for_a_quarter_of_an_hour_makes_a_restart_due_and_one_that_comes_back_does_not()
    {
        NetworkWatch watch = Watch();
        watch.Look();
        _adapter.IsUp = true;
        _adapter.NowMs = 1000;
        watch.Look();
        _adapter.IsUp = false;
        _adapter.NowMs = 901_000;
        watch.Look();
        Assert.False(watch.RestartDue);
        _adapter.NowMs = 901_001;
        watch.Look();
        Assert.True(watch.RestartDue);
        _adapter.IsUp = true;
        watch.Look();
        Assert.False(watch.RestartDue);
    }

    [Fact]
    public void A_board_that_never_gets_a_link_is_restarted_too()
    {
        NetworkWatch watch = Watch();
        _adapter.Throws = true;
        _adapter.NowMs = 900_001;
        Assert.Throws<InvalidOperationException>(watch.Look);
        Assert.True(watch.RestartDue);
    }

    private NetworkWatch Watch(string timeServer = "") => new(_adapter, _clock, _adapter, timeServer);

    private sealed class Adapter : INetwork, IUptime
    {
        public List<string> Calls { get; } = [];

        public bool Throws { get; set; }

        public bool IsUp { get; set; }

        public long NowMs { get; set; }

        public bool Ended => false;

        public void Open()
        {
            Calls.Add("open");
            if (Throws)
            {
                throw new InvalidOperationException("no adapter");
            }
        }

        public void StartTime(string server) => Calls.Add(server);
    }
}
