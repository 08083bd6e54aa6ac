using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>The judges of what reached the city of a life, each shown what it is there to find.</summary>
public sealed class LifeTruthTests
{
    private readonly Journal _journal = new(new MemoryStore(100_000), new HmacMac(new byte[32]), new JournalSettings());
    private readonly LifeTruth _truth = new();
    private readonly LifeCity _city = new();

    public LifeTruthTests()
    {
        _journal.Open(new SeededRandom(new Prng(1)));
        foreach (long uptimeMs in new[] { 100, 200, 150, 300 })
        {
            Assert.True(_journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = 1, UptimeMs = uptimeMs }));
            Assert.True(_journal.Commit());
        }

        _truth.Note(_journal);
    }

    [Fact]
    public void An_event_that_the_city_never_had_is_lost_with_all_that_wait_for_it()
    {
        _city.Take(Stored(1));
        _city.Take(Stored(2));
        _city.Take(Stored(4));
        Assert.Equal(2, _truth.LostTo(_city));
        _city.Take(Stored(3));
        Assert.Equal(0, _truth.LostTo(_city));
    }

    [Fact]
    public void An_event_that_came_otherwise_than_it_was_stored_is_altered()
    {
        _city.Take(Stored(1));
        Assert.Equal(0, _truth.AlteredIn(_city));
        EventRecord other = new()
        {
            Kind = EventKind.Audit, Boot = 1, UptimeMs = 201, Journal = _journal.Identity, Sequence = 2,
        };
        byte[] bytes = new byte[EventCodec.MaxLength];
        _city.Take(bytes[..EventCodec.Encode(other, bytes, 0)]);
        Assert.Equal((1L, 2L), (_truth.AlteredIn(_city), _truth.LostTo(_city)));
    }

    [Fact]
    public void A_number_that_is_higher_than_that_of_a_later_event_is_out_of_order()
    {
        _city.Take(Stored(2));
        _city.Take(Stored(1));
        Assert.Equal(0, _truth.OutOfOrderIn(_city));
        _city.Take(Stored(3));
        _city.Take(Stored(4));
        Assert.Equal(1, _truth.OutOfOrderIn(_city));
    }

    [Fact]
    public void A_line_that_fails_as_it_may_brings_the_city_everything_once_it_is_mended()
    {
        LifePlan plan = LifePlan.Of(LifeKind.Truck, new Prng(3)) with { Events = [], CityUnreliable = true };
        LifeStation station = new(plan, new Prng(3));
        Pass(station, 120_000);
        Assert.InRange(station.Network.Faults.Values.Sum(), 5, 200);
        station.Network.Mend();
        Pass(station, 120_000);
        Assert.All(station.Nodes, node => Assert.True(node.Settled));
        Assert.InRange(station.City.Events, 20, 500);
        Assert.InRange(station.City.Repeated, 1, 5_000);
        Assert.All(station.Nodes, node => Assert.Equal(0, node.Truth.LostTo(station.City)));
        Assert.All(station.Nodes, node => Assert.Equal(0, node.Truth.AlteredIn(station.City)));
    }

    [Fact]
    public void While_the_broker_is_away_nothing_comes_and_the_judge_says_so()
    {
        LifePlan plan = LifePlan.Of(LifeKind.Truck, new Prng(3)) with { Events = [] };
        LifeStation station = new(plan, new Prng(3));
        station.Network.Away = true;
        Pass(station, 60_000);
        Assert.Equal(0, station.City.Events);
        Assert.InRange(station.Nodes.Sum(node => node.Truth.LostTo(station.City)), 3, 500);
    }

    private static void Pass(LifeStation station, long milliseconds)
    {
        for (long end = station.World.NowMs + milliseconds; station.World.NowMs < end;)
        {
            station.Pass();
        }
    }

    private byte[] Stored(ulong sequence)
    {
        byte[] bytes = new byte[Journal.RecordRoom];
        return bytes[.._journal.Read(sequence, bytes)];
    }
}
