using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Firmware;

namespace SwapEdge.Tests.Telemetry;

public sealed class TelemetryStoreTests
{
    private const ulong Journal = 7;

    private readonly TornStore _medium = new();
    private TelemetryStore _store;
    private int _made;

    public TelemetryStoreTests() => _store = Open();

    [Fact]
    public void Blocks_are_numbered_when_they_are_stored_and_read_back_in_order()
    {
        Add(3);
        Assert.Equal(0, _store.LastStored);
        Assert.Equal(0, _store.Read(1));
        _store.Keep();
        Add(2);
        _store.Keep();
        Assert.Equal([(1, 0), (2, 1), (3, 2), (4, 3), (5, 4)], All());
    }

    [Fact]
    public void Blocks_that_wait_together_are_one_append()
    {
        Add(5);
        _store.Keep();
        Assert.Single(_medium.Files);
        int length = _medium.Files["tm-1"].Count;
        _store.Keep();
        Assert.Equal(length, _medium.Files["tm-1"].Count);
    }

    [Fact]
    public void A_block_is_found_from_anywhere()
    {
        for (int i = 0; i < 300; i++)
        {
            Add(2);
            _store.Keep();
        }

        Assert.InRange(_medium.Files.Count, 3, 100);
        foreach (int number in new[] { 600, 1, 333, 332, 334, 600, 7 })
        {
            Assert.Equal(number, _store.Read(number));
            Assert.Equal(number - 1, Value());
        }

        Assert.Equal(0, _store.Read(601));
    }

    [Fact]
    public void A_restart_goes_on_with_the_next_number()
    {
        Add(3);
        _store.Keep();
        _store = Open();
        Assert.Equal(3, _store.LastStored);
        Add(1);
        _store.Keep();
        Assert.Equal([(1, 0), (2, 1), (3, 2), (4, 3)], All());
    }

    [Fact]
    public void A_power_cut_at_any_byte_keeps_what_was_stored_and_uses_no_number_twice()
    {
        Add(3);
        _store.Keep();
        int before = _medium.Used;
        Add(3);
        _store.Keep();
        int after = _medium.Used;
        for (int cut = 0; cut <= after - before; cut++)
        {
            Life(cut);
        }
    }

    [Fact]
    public void A_rotten_block_costs_no_number_and_at_most_the_rest_of_its_file()
    {
        Add(4);
        _store.Keep();
        List<byte> file = _medium.Files["tm-1"];
        file[file.Count / 2] ^= 0x10;
        _store = Open();
        Assert.InRange(_store.LastStored, 4, 40);
        int next = _store.LastStored + 1;
        Add(1);
        _store.Keep();
        (int Number, int Value)[] all = [.. All()];
        Assert.Equal((next, 4), all[^1]);
        Assert.Equal([(1, 0), (2, 1)], all[..^1].Take(2));
    }

    [Fact]
    public void When_the_budget_is_full_the_oldest_go_and_those_that_the_city_has_not_are_counted()
    {
        _store = Open(budget: 20_000);
        for (int i = 0; i < 2000; i++)
        {
            Add(1);
            _store.Keep();
            Assert.InRange(_medium.Used, 0, 20_000);
        }

        (int Number, int Value)[] all = [.. All()];
        Assert.InRange(all[0].Number, 2, 1999);
        Assert.Equal(2000, all[^1].Number);
        Assert.Equal(all[0].Number - 1, (int)_store.Dropped);
        _store.Through = 2000;
        for (int i = 0; i < 2000; i++)
        {
            Add(1);
            _store.Keep();
        }

        Assert.Equal(_store.Read(1) - 1 - 2000, (int)_store.Dropped - all[0].Number + 1);
    }

    [Fact]
    public void What_waits_is_bounded_and_what_finds_no_room_is_counted()
    {
        _medium.Answer = StoreResult.Failed;
        for (int i = 0; i < 1000; i++)
        {
            Add(1);
            _store.Keep();
        }

        Assert.InRange(_store.Dropped, 800u, 999u);
        _medium.Answer = StoreResult.Ok;
        _store.Keep();
        Assert.Equal(1000 - (int)_store.Dropped, _store.LastStored);
        Assert.Equal(Enumerable.Range(0, _store.LastStored), All().Select(each => each.Value));
    }

    [Fact]
    public void A_full_medium_takes_the_oldest_telemetry_and_goes_on()
    {
        _store = Open(budget: 1_000_000);
        _medium.Capacity = 40_000;
        for (int i = 0; i < 3000; i++)
        {
            Add(1);
            _store.Keep();
            _store.Keep();
        }

        Assert.Equal(2999, All().Last().Value);
        Assert.InRange(_store.Dropped, 1u, 2999u);
    }

    [Fact]
    public void Without_a_budget_nothing_is_stored()
    {
        _store = Open(budget: 0);
        for (int i = 0; i < 1000; i++)
        {
            Add(1);
            _store.Keep();
        }

        Assert.Equal((0, 0), (_medium.Used, _store.LastStored));
        Assert.InRange(_store.Dropped, 1u, 1000u);
    }

    [Fact]
    public void The_watermark_survives_a_restart_and_is_that_of_one_journal()
    {
        Add(40);
        _store.Keep();
        _store.Through = 40;
        _store.Keep();
        Assert.Equal(40, Open().Through);
        Assert.Equal(0, Open(journal: Journal + 1).Through);
    }

    private TelemetryStore Open(int budget = 100_000, ulong journal = Journal)
    {
        TelemetryStore store = new(_medium, budget);
        store.Open(journal);
        return store;
    }

    /// <summary>One life on a medium of its own that is cut so many bytes into the second append.</summary>
    private static void Life(int cut)
    {
        TelemetryStoreTests life = new();
        life.Add(3);
        life._store.Keep();
        life._medium.BytesLeft = cut;
        life.Add(3);
        life._store.Keep();
        int given = life._store.LastStored;
        life._medium.BytesLeft = int.MaxValue;
        life._store = life.Open();
        (int Number, int Value)[] kept = [.. life.All()];
        Assert.Equal([(1, 0), (2, 1), (3, 2)], kept[..3]);
        Assert.InRange(life._store.LastStored, Math.Max(given, kept[^1].Number), given + 40);
        int last = life._store.LastStored;
        life.Add(1);
        life._store.Keep();
        life._store = life.Open();
        Assert.Equal([.. kept, (last + 1, 6)], life.All());
    }

    private void Add(int count)
    {
        TelemetryReading reading = new();
        for (int i = 0; i < count; i++)
        {
            TelemetryBlock block = new(TelemetryTrack.BlockRoom);
            reading.Begin(TelemetrySubject.Station);
            reading.Add(_made, Quality.Valid);
            _made++;
            block.Begin(reading, 1, 1, 1000, 0, TimeQuality.Unknown);
            Assert.True(block.Add(reading, 1000));
            _store.Add(block);
        }
    }

    private int Value()
    {
        DecodedBlock? block = DecodedBlock.Of(_store.Record.AsSpan(TelemetryStore.Head, _store.Length));
        Assert.NotNull(block);
        return (int)block.Samples[0].Values[0];
    }

    private IEnumerable<(int Number, int Value)> All()
    {
        for (int number = _store.Read(1); number != 0; number = _store.Read(number + 1))
        {
            yield return (number, Value());
        }
    }
}
