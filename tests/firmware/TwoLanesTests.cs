using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// Two lanes and two bay nodes of two bays each over a link that does what it can to confuse them, while both sides
/// restart, fall silent and come back.
/// </summary>
public sealed class TwoLanesTests
{
    private const int Seeds = 200;
    private const int PassMs = 50;

    [Fact]
    public void Two_lanes_never_have_the_same_bay_whatever_is_lost_doubled_late_or_forgotten()
    {
        int held = 0;
        int shifts = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            StationOfTwo station = new(seed);
            station.Live(240_000, calm: false);
            held += station.Held;
            shifts += station.Restarts;
        }

        // The story is worth nothing if nobody ever has a bay, or nothing ever goes wrong.
        Assert.InRange(held, Seeds * 100, int.MaxValue);
        Assert.InRange(shifts, Seeds * 2, int.MaxValue);
    }

    [Fact]
    public void Two_lanes_that_want_the_only_two_bays_never_have_the_same_one_while_these_forget_in_an_instant()
    {
        int held = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            StationOfTwo station = new(seed, scarce: true);
            station.Live(240_000, calm: false);
            held += station.Held;
        }

        Assert.InRange(held, Seeds * 100, int.MaxValue);
    }

    [Fact]
    public void The_times_of_a_reservation_leave_room_for_the_stated_delay()
    {
        int believedMs = (BayStatusFrame.PeriodMs * StationLink.StalePeriods) + UnsureLink.MostDelayMs;
        Assert.InRange(BayReservation.GuardMs, believedMs + (2 * PassMs), int.MaxValue);
        Assert.InRange(BayReservation.ListenMs, BayReservation.GuardMs + LanePhaseFrame.PeriodMs, int.MaxValue);
    }

    [Fact]
    public void Once_the_link_is_good_again_each_lane_gets_two_bays_in_turn()
    {
        for (int seed = 0; seed < Seeds / 4; seed++)
        {
            StationOfTwo station = new(seed);
            station.Live(60_000, calm: false);
            station.Live(10_000, calm: true);
            station.ReleaseAll();
            station.Live(5_000, calm: true);
            station.AskAll();
            station.Live(15_000, calm: true);
            Assert.All(station.Lanes, lane => Assert.True(
                lane.Board.HoldsStore(station.NowMs) && lane.Board.HoldsTake(station.NowMs), $"seed {seed}"));
        }
    }

    private sealed class LaneOfTwo(int number, UnsureLink link)
    {
        private readonly NodeSettings _settings = new() { Lane = number, LinkAddress = 0x80 + number };
        private readonly UnsureLink.Port _end = link.Connect();
        private uint _requestId = (uint)(number * 1000);

        public BayBoard Board { get; private set; } = null!;

        public bool Wants { get; private set; }

        public long SilentUntilMs { get; set; }

        public void Restart(bool resumes)
        {
            (int store, int take, uint serial) = Board == null ? (0, 0, 0u)
                : (Board.StoreBay, Board.TakeBay, Board.PlannedSerial);
            Board = new BayBoard(_end, _settings);
            Wants = resumes && store != 0 && take != 0;
            if (Wants)
            {
                Board.Resume(_requestId, store, take, serial);
            }
        }

        public void Begin()
        {
            Wants = true;
            Board.Begin(++_requestId);
        }

        public void Release()
        {
            Wants = false;
            Board.Release();
        }

        public bool Holds(int bay, long nowMs) =>
            (Board.StoreBay == bay && Board.HoldsStore(nowMs)) || (Board.TakeBay == bay && Board.HoldsTake(nowMs));

        public void Pass(long nowMs)
        {
            if (nowMs < SilentUntilMs)
            {
                return;
            }

            Board.Listen(nowMs);
            if (Wants)
            {
                Board.Request(nowMs);
            }

            Board.Announce(Wants ? Phase.Choosing : Phase.Idle, moving: false, nowMs);
        }
    }

    /// <summary>A bay node with a store that it may lose.</summary>
    private sealed class BaysOfTwo(int[] bays, UnsureLink link) : IBayIo
    {
        private readonly UnsureLink.Port _end = link.Connect();
        private readonly QueueBus[] _chargers = [new(), new()];
        private TornStore _store = new();

        public BayGroup Group { get; private set; } = null!;

        public long OffUntilMs { get; set; }

        void IBayIo.Read(int index, BayInputs into)
        {
            into.PackPresent = index == 1;
            into.BayClear = index == 0;
            into.ContactorOpen = into.SmokeLoopClosed = true;
        }

        void IBayIo.Write(int index, bool chargePermitted)
        {
        }

        public void Restart(bool forgets, long nowMs)
        {
            NodeSettings settings = new()
            {
                City = "c", Station = "s", Node = "b", LinkAddress = 0x90 + bays[0], Bays = bays, Interfaces = [1, 1],
            };
            Assert.Null(settings.Flaw());
            _store = forgets ? new TornStore() : _store;
            BayPorts ports = new()
            {
                Clock = new FixedClock(), Random = new CountingRandom(), Mac = new KeyedMac(new byte[32]),
                Uplink = new ScriptedUplink(), Store = _store, Bays = this, Link = _end, ChargerBuses = _chargers,
            };
            Journal journal = new(_store, ports.Mac, settings.Journal);
            Group = new BayGroup(
                settings, ports, new EventWriter(journal, ports.Clock, new Uplink(ports, settings, journal)));
            Group.Start(nowMs);
        }

        public void Pass(long nowMs)
        {
            if (nowMs < OffUntilMs)
            {
                _end.Waiting.Clear();
                return;
            }

            if (nowMs % 1000 == 0)
            {
                Tell(nowMs);
            }

            Group.Pass(nowMs);
            Group.Keep(nowMs);
        }

        /// <summary>The second bay's pack says who it is, that it is full, and that it is cool.</summary>
        private void Tell(long nowMs)
        {
            Array.ForEach(PackTalk.Of((uint)bays[1], nowMs), frame => _chargers[1].Deliver(frame, nowMs));
        }
    }

    private sealed class StationOfTwo
    {
        private readonly Random _random;
        private readonly UnsureLink _link;
        private readonly BaysOfTwo[] _nodes;
        private readonly int _seed;
        private readonly bool _scarce;

        public StationOfTwo(int seed, bool scarce = false)
        {
            _scarce = scarce;
            _seed = seed;
            _random = new Random(seed);
            _link = new UnsureLink(_random);
            Lanes = [new LaneOfTwo(1, _link), new LaneOfTwo(2, _link)];
            BaysOfTwo first = new([1, 2], _link);
            _nodes = scarce ? [first] : [first, new BaysOfTwo([3, 4], _link)];
            Array.ForEach(Lanes, lane => lane.Restart(resumes: false));
            Array.ForEach(_nodes, node => node.Restart(forgets: true, 0));
        }

        public LaneOfTwo[] Lanes { get; }

        public long NowMs { get; private set; }

        /// <summary>Passes in which a lane had a bay.</summary>
        public int Held { get; private set; }

        public int Restarts { get; private set; }

        public void Live(long forMs, bool calm)
        {
            _link.LostPercent = calm ? 0 : _random.Next(50);
            _link.DoubledPercent = calm ? 0 : _random.Next(30);
            _link.DelayMs = calm ? 0 : _random.Next(UnsureLink.MostDelayMs + 1);
            for (long endMs = NowMs + forMs; NowMs < endMs; NowMs += PassMs)
            {
                _link.NowMs = NowMs;
                if (!calm)
                {
                    Disturb();
                }

                Array.ForEach(Lanes, lane => lane.Pass(NowMs));
                Array.ForEach(_nodes, node => node.Pass(NowMs));
                Check();
            }
        }

        public void ReleaseAll() => Array.ForEach(Lanes, lane => lane.Release());

        public void AskAll() => Array.ForEach(Lanes, lane => lane.Begin());

        private void Disturb()
        {
            LaneOfTwo lane = Lanes[_random.Next(2)];
            BaysOfTwo node = _nodes[_random.Next(_nodes.Length)];
            switch (_random.Next(600))
            {
                case < 200 when _scarce && !lane.Wants:
                case < 12 when !lane.Wants:
                    lane.Begin();
                    break;
                case < 15:
                    lane.Release();
                    break;
                case < 17:
                    lane.Restart(resumes: _random.Next(4) != 0);
                    Restarts++;
                    break;
                case < 19:
                    node.Restart(forgets: _scarce || _random.Next(2) == 0, NowMs);
                    node.OffUntilMs = NowMs + (_scarce ? 0 : _random.Next(5_000));
                    Restarts++;
                    break;
                case 20:
                    lane.SilentUntilMs = NowMs + _random.Next(20_000);
                    break;
                default:
                    break;
            }
        }

        private void Check()
        {
            for (int bay = 1; bay <= 4; bay++)
            {
                int holders = Lanes.Count(lane => lane.Holds(bay, NowMs));
                Held += holders;
                Assert.True(holders < 2, $"seed {_seed}: at {NowMs} ms both lanes have bay {bay}");
            }
        }
    }
}
