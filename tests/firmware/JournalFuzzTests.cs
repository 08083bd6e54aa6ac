using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>
/// Stores that nobody wrote so, with a fixed seed: the journal starts on each of them without throwing, gives out only
/// events that were stored, and goes on; the reader on the desk never throws either.
/// </summary>
public sealed class JournalFuzzTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private static readonly JournalSettings Sizes = new()
    {
        CapacityBytes = 20_000, SegmentBytes = 500, PendingBytes = 1_000, Segments = 40,
    };

    [Fact]
    public void Damaged_stores_never_throw_and_never_tell_what_was_not_stored()
    {
        Random random = new(20266);
        TornStore origin = Filled(out HashSet<string> stored);
        int read = 0;
        int damaged = 0;
        for (int i = 0; i < FuzzCount.Value / 100; i++)
        {
            TornStore store = Copy(origin);
            for (int times = random.Next(1, 6); times > 0; times--)
            {
                Damage(store, random);
            }

            Journal journal = Open(store);
            byte[] payload = new byte[Journal.RecordRoom];
            for (ulong sequence = 1; sequence <= Math.Min(journal.LastStored, 200); sequence++)
            {
                int length = journal.Read(sequence, payload);
                read += length > 0 ? 1 : 0;
                damaged += length < 0 ? 1 : 0;
                Assert.True(
                    length <= 0 || stored.Contains(Convert.ToHexString(payload, 0, length)), $"{i}: {sequence}");
            }

            journal.FindLast(EventKind.SwapStep, new EventRecord());
            journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = journal.Boot });
            journal.Commit();
            JournalHistory history = JournalHistory.Read(Files(store), Key);
            Assert.All(history.Records.Where(record => record.VouchedFor && record.Sequence <= 60), record =>
                Assert.True(stored.Contains(Convert.ToHexString(record.Payload.Span))
                    || record.Sequence == journal.LastStored));
        }

        Assert.True(read > 1_000 && damaged > 1_000, $"{read} read, {damaged} damaged");
    }

    [Fact]
    public void Noise_under_the_names_of_segments_never_throws_and_is_no_journal()
    {
        Random random = new(20267);
        for (int i = 0; i < FuzzCount.Value / 100; i++)
        {
            TornStore store = new();
            for (int file = random.Next(1, 5); file > 0; file--)
            {
                byte[] noise = new byte[random.Next(1_500)];
                random.NextBytes(noise);
                "SEJ2"u8[..Math.Min(4, noise.Length)].CopyTo(noise);
                store.Append(Name(random), noise, 0, noise.Length);
            }

            JournalHistory.Read(Files(store), Key, 7);
            Journal journal = Open(store);
            Assert.Equal(0ul, journal.LastStored);
            journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = journal.Boot });
            Assert.True(journal.Commit());
            Assert.Equal(1ul, Open(store).LastStored);
        }
    }

    private static string Name(Random random) => random.Next(5) switch
    {
        0 => "mark-0",
        1 => "mark-1",
        2 => "ev-",
        _ => $"ev-{random.Next(1, 9)}",
    };

    private static void Damage(TornStore store, Random random)
    {
        string[] names = store.List();
        string name = names.Length == 0 ? Name(random) : names[random.Next(names.Length)];
        byte[] file = store.Files.TryGetValue(name, out List<byte>? bytes) ? [.. bytes] : [];
        int at = random.Next(file.Length + 1);
        byte[] changed = random.Next(6) switch
        {
            0 => file[..at],
            1 => [.. file[..at], .. new byte[random.Next(1, 40)], .. file[at..]],
            2 => [.. file[..at], .. file[Math.Min(file.Length, at + random.Next(1, 40))..]],
            3 when names.Length > 0 => [.. store.Files[names[random.Next(names.Length)]]],
            4 => [.. file, .. file[at..]],
            _ => Flipped(file, random),
        };
        store.Delete(name);
        if (random.Next(12) > 0)
        {
            store.Append(name, changed, 0, changed.Length);
        }
    }

    private static byte[] Flipped(byte[] file, Random random)
    {
        for (int flips = file.Length == 0 ? 0 : random.Next(1, 4); flips > 0; flips--)
        {
            file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
        }

        return file;
    }

    private static TornStore Filled(out HashSet<string> stored)
    {
        TornStore store = new();
        Journal journal = Open(store);
        stored = new HashSet<string>(StringComparer.Ordinal);
        byte[] payload = new byte[Journal.RecordRoom];
        for (int value = 1; value <= 60; value++)
        {
            Assert.True(journal.Add(new EventRecord { Kind = EventKind.BatteryIn, UptimeMs = value, MeterWh = value }));
            Assert.True(journal.Commit());
            stored.Add(Convert.ToHexString(payload, 0, journal.Read((ulong)value, payload)));
        }

        journal.Acknowledge(40);
        Assert.True(journal.KeepWatermark());
        return store;
    }

    private static Journal Open(TornStore store)
    {
        Journal journal = new(store, new KeyedMac(Key), Sizes);
        journal.Open(new CountingRandom());
        return journal;
    }

    private static TornStore Copy(TornStore from)
    {
        TornStore copy = new();
        foreach ((string name, List<byte> file) in from.Files)
        {
            copy.Append(name, [.. file], 0, file.Count);
        }

        return copy;
    }

    private static Dictionary<string, byte[]> Files(TornStore store) =>
        store.Files.ToDictionary(file => file.Key, file => file.Value.ToArray(), StringComparer.Ordinal);
}
