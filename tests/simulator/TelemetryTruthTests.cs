using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>The judge of the telemetry that reached the city of a life, shown what it is there to find.</summary>
public sealed class TelemetryTruthTests
{
    private const ulong Journal = 9;

    private readonly TelemetryTruth _truth = new();
    private readonly LifeTelemetry _city = new();

    public TelemetryTruthTests()
    {
        TelemetryStore store = new(new MemoryStore(1_000_000), 64 * 4096);
        store.Open(Journal);
        for (int second = 1; second <= 4; second++)
        {
            TelemetryBlock block = new(TelemetryTrack.BlockRoom);
            TelemetryReading reading = new();
            block.Begin(reading, 1, 1, second * 1000L, 0, TimeQuality.Unknown);
            Assert.True(block.Add(reading, second * 1000L));
            store.Add(block);
            store.Keep();
        }

        _truth.Note(Journal, store);
        Blocks = [.. Enumerable.Range(1, 4).Select(number => Read(store, number))];
    }

    private byte[][] Blocks { get; }

    [Fact]
    public void Blocks_that_came_as_they_were_stored_are_neither_lost_nor_altered()
    {
        Come(1, 0, Blocks[0]);
        Come(2, 1, Blocks[1]);
        _truth.Ask();
        Assert.False(_truth.IsIn(_city));
        Assert.Equal(2, _truth.LostTo(_city));
        Come(3, 2, Blocks[2]);
        Come(4, 3, Blocks[3]);
        Assert.True(_truth.IsIn(_city));
        Assert.Equal((0L, 0L), (_truth.LostTo(_city), _truth.AlteredIn(_city)));
    }

    [Fact]
    public void A_number_that_is_skipped_is_lost_unless_its_node_tells_that_it_dropped_one()
    {
        Come(1, 0, Blocks[0]);
        Come(3, 1, Blocks[2]);
        Assert.Equal((3ul, 1L), (_city.Through(Journal), _truth.LostTo(_city)));
        Come(4, 3, Blocks[3], dropped: 1);
        Assert.Equal(0, _truth.LostTo(_city));
    }

    [Fact]
    public void A_block_with_other_bytes_under_another_number_or_twice_is_found()
    {
        Come(1, 0, Blocks[1]);
        Assert.Equal(1, _truth.AlteredIn(_city));
        Come(1, 0, Blocks[0]);
        Assert.Equal((1L, 0L), (_city.Duplicated, _city.Repeated));
        Come(1, 0, Blocks[1]);
        Assert.Equal((1L, 1L), (_city.Duplicated, _city.Repeated));
        Come(7, 1, Blocks[0]);
        Assert.Equal(2, _truth.AlteredIn(_city));
    }

    private static byte[] Read(TelemetryStore store, int number)
    {
        Assert.Equal(number, store.Read(number));
        return store.Record[TelemetryStore.Head..(TelemetryStore.Head + store.Length)];
    }

    private void Come(int number, int previous, byte[] block, uint dropped = 0)
    {
        byte[] message = new byte[1024];
        int length = TelemetryCodec.Encode(
            Journal, number, previous, false, dropped, block, 0, block.Length, message);
        Assert.Equal(Journal, _city.Take(message[..length]));
    }
}
