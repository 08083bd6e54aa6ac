using Microsoft.Data.Sqlite;
using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Telemetry;

/// <summary>Whole lives with outages and power cuts: what the city has at the end is what there was.</summary>
public sealed class TelemetryLifeTests
{
    private const string Node = "linfen/station-1/bays-1";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void After_any_outages_the_city_has_every_block_once_and_the_node_knows_it(int seed)
    {
        Random random = new(seed);
        using CityStore city = new(":memory:");
        TelemetryRig rig = new();
        rig.Put(1);
        int taken = 0;
        for (int phase = 0; phase < 14; phase++)
        {
            bool online = phase == 13 || random.Next(2) == 0;
            rig.Port.Link = online ? rig.Port.Link : UplinkLink.Down;
            for (int second = random.Next(30, 400); second > 0; second--)
            {
                rig.Run(1);
                rig.Port.Link = online && rig.Port.Link == UplinkLink.Connecting ? UplinkLink.Up : rig.Port.Link;
                taken = Serve(rig, city, taken, lost: phase != 13 && random.Next(4) == 0);
            }
        }

        for (int second = 0; second < 90; second++)
        {
            rig.Run(1);
            taken = Serve(rig, city, taken, lost: false);
        }

        ulong through = city.Telemetry.Through(rig.Node.Journal.Identity);
        Assert.InRange((ulong)rig.Blocks.LastStored - through, 0ul, 1ul);
        Assert.InRange(rig.Blocks.LastStored - rig.Blocks.Through, 0, 1);
        List<byte[]> kept = Bodies(city);
        Assert.Equal(rig.Stored().Take((int)through).Select(block => (block.Subject, block.StartMs)),
            kept.Take((int)through).Select(body => DecodedBlock.Of(body)!)
                .Select(block => (block.Subject, block.StartMs)));
        Assert.Equal(0u, rig.Blocks.Dropped);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(14_000)]
    public void Through_power_cuts_at_any_byte_no_number_means_two_blocks_and_nothing_stored_is_lost(int budget)
    {
        int cuts = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            Random random = new(seed);
            TearingStore medium = new(1_000_000);
            SortedDictionary<int, long> told = [];
            long made = 0;
            for (int life = 0; life < 8; life++)
            {
                TelemetryStore store = new(medium, budget);
                store.Open(journal: 7);
                Check(store, told);
                try
                {
                    for (int step = random.Next(60); step > 0; step--)
                    {
                        medium.CutAfter = random.Next(25) == 0 ? random.Next(700) : null;
                        Live(store, random, told, ref made);
                    }
                }
                catch (PowerCutException)
                {
                    cuts++;
                }

                medium.CutAfter = null;
            }
        }

        Assert.InRange(cuts, 500, 1200);
    }

    /// <summary>One pass: blocks close, are stored, and the city acknowledges some.</summary>
    private static void Live(TelemetryStore store, Random random, SortedDictionary<int, long> told, ref long made)
    {
        int count = random.Next(4);
        for (int i = 0; i < count; i++)
        {
            store.Add(Block(++made, random.Next(1, 40)));
        }

        int before = store.LastStored;
        store.Keep();
        for (int number = before + 1; number <= store.LastStored; number++)
        {
            Assert.Equal(number, store.Read(number));
            Assert.True(told.TryAdd(number, Content(store)), $"{number} is used again");
        }

        store.Through = random.Next(3) == 0 ? store.LastStored : store.Through;
        store.Keep();
    }

    /// <summary>What is there after a start is what was told under its number; what is missing was dropped.</summary>
    private static void Check(TelemetryStore store, SortedDictionary<int, long> told)
    {
        int first = store.Read(1);
        HashSet<int> seen = [];
        for (int number = first; number != 0; number = store.Read(number + 1))
        {
            seen.Add(number);
            if (!told.TryAdd(number, Content(store)))
            {
                Assert.Equal(told[number], Content(store));
            }
        }

        Assert.All(told.Keys.Where(number => first != 0 && number > first), number => Assert.Contains(number, seen));
        Assert.InRange(store.LastStored, told.Count == 0 ? 0 : told.Keys.Max(), int.MaxValue);
    }

    private static long Content(TelemetryStore store)
    {
        DecodedBlock? block = DecodedBlock.Of(store.Record.AsSpan(TelemetryStore.Head, store.Length));
        Assert.NotNull(block);
        return block.StartMs;
    }

    private static TelemetryBlock Block(long startMs, int samples)
    {
        TelemetryReading reading = new();
        reading.Begin(TelemetrySubject.Station);
        reading.Add(5, Quality.Valid);
        TelemetryBlock block = new(TelemetryTrack.BlockRoom);
        block.Begin(reading, 1, 1, startMs, 0, TimeQuality.Unknown);
        for (int i = 0; i < samples; i++)
        {
            reading.Values[0] = i * 100;
            Assert.True(block.Add(reading, startMs));
        }

        return block;
    }

    private static List<byte[]> Bodies(CityStore city)
    {
        using SqliteCommand command = city.Connection.CreateCommand();
        command.CommandText = "SELECT body FROM telemetry_blocks WHERE event = 0 ORDER BY number";
        using SqliteDataReader reader = command.ExecuteReader();
        List<byte[]> bodies = [];
        while (reader.Read())
        {
            bodies.Add((byte[])reader.GetValue(0));
        }

        return bodies;
    }

    /// <summary>The city takes what was published and answers, or its answer is lost.</summary>
    private static int Serve(TelemetryRig rig, CityStore city, int taken, bool lost)
    {
        city.Begin();
        foreach ((string topic, byte[] payload, _, _) in rig.Port.Published.Skip(taken))
        {
            if (topic.EndsWith("telemetry", StringComparison.Ordinal))
            {
                TelemetryMessage? message = TelemetryMessage.Of(payload);
                Assert.NotNull(message);
                Assert.NotEqual(StoreOutcome.Conflict, city.Telemetry.Add(Node, message, 0));
            }
        }

        city.Commit();
        if (!lost && rig.Port.Published.Count > taken && rig.Port.Link == UplinkLink.Up)
        {
            rig.Acknowledge(city.Telemetry.Through(rig.Node.Journal.Identity));
        }

        return rig.Port.Published.Count;
    }
}
