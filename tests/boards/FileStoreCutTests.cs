using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Tests.Firmware;
using SwapEdge.Tests.Mqtt;
using static SwapEdge.Tests.Firmware.JournaledEvents;

namespace SwapEdge.Tests.Boards;

/// <summary>A journal on files, after power has failed in an append: the file is left with a part of it.</summary>
public sealed class FileStoreCutTests : IDisposable
{
    private static readonly KeyedMac Mac = new(new byte[32]);

    private readonly TemporaryFolder _folder = new();
    private readonly CountingRandom _random = new();

    private string Root => _folder.PathOf("") + Path.DirectorySeparatorChar;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_journal_whose_files_end_at_any_byte_of_their_last_append_keeps_what_was_stored_and_goes_on()
    {
        List<(string Name, byte[] Bytes)> appends = Life(out ulong[] durable);
        int cuts = 0;
        for (int last = 0; last < appends.Count; last++)
        {
            for (int kept = 0; kept < appends[last].Bytes.Length; kept += 3)
            {
                Lay(appends, last, kept);
                Journal journal = Open();
                ulong stored = last == 0 ? 0 : durable[last - 1];
                Assert.Equal(stored, journal.LastStored);
                Assert.Equal(0u, journal.DamagedSegments);
                Assert.True(journal.Add(Event((int)stored + 1)));
                Assert.True(journal.Commit());

                Journal again = Open();
                Assert.Equal(stored + 1, again.LastStored);
                for (ulong sequence = 1; sequence <= stored + 1; sequence++)
                {
                    Assert.Equal((int)sequence, ValueOf(again, sequence));
                }

                cuts++;
            }
        }

        Assert.InRange(cuts, 100, int.MaxValue);
    }

    [Fact]
    public void Segments_that_the_city_has_stored_make_room_on_the_medium_as_in_memory()
    {
        FileStore files = Files();
        TornStore memory = new() { Mirror = files };
        Journal journal = new(memory, Mac, new JournalSettings { CapacityBytes = 3000, SegmentBytes = 300,
            PendingBytes = 1000, Segments = 64 });
        journal.Open(_random);
        for (int value = 1; value <= 300; value++)
        {
            Assert.True(journal.Add(Event(value)));
            Assert.True(journal.Commit());
            journal.Acknowledge((ulong)value);
            Assert.True(journal.KeepWatermark());
        }

        Assert.DoesNotContain("ev-1", files.List());
        Assert.Equal(memory.List().Order(), files.List().Order());
        Assert.Equal(300, ValueOf(journal, 300));
        Assert.Equal(0, files.Faults);
    }

    /// <summary>Twelve events over several segments: every append in order, and what was stored behind each.</summary>
    private List<(string Name, byte[] Bytes)> Life(out ulong[] durable)
    {
        List<(string, byte[])> appends = [];
        List<ulong> stored = [];
        NotingStore store = new((name, bytes) => appends.Add((name, bytes)));
        Journal journal = new(store, Mac, Small());
        journal.Open(_random);
        for (int value = 1; value <= 12; value++)
        {
            Assert.True(journal.Add(Event(value)));
            Assert.True(journal.Commit());
            while (stored.Count < appends.Count)
            {
                stored.Add(journal.LastStored);
            }
        }

        durable = [.. stored];
        return appends;
    }

    private void Lay(List<(string Name, byte[] Bytes)> appends, int last, int kept)
    {
        foreach (string file in Directory.EnumerateFiles(Root))
        {
            File.Delete(file);
        }

        for (int i = 0; i <= last; i++)
        {
            using FileStream file = new(_folder.PathOf(appends[i].Name), FileMode.Append);
            file.Write(appends[i].Bytes, 0, i == last ? kept : appends[i].Bytes.Length);
        }
    }

    private Journal Open()
    {
        Journal journal = new(Files(), Mac, Small());
        journal.Open(_random);
        return journal;
    }

    private FileStore Files()
    {
        FileStore files = new(Root, 1 << 20, 512, 64);
        Assert.True(files.Open());
        return files;
    }

    private static JournalSettings Small() =>
        new() { CapacityBytes = 100_000, SegmentBytes = 300, PendingBytes = 1000, Segments = 64 };

    private sealed class NotingStore(Action<string, byte[]> note) : IStore
    {
        private readonly TornStore _store = new();

        public StoreResult Append(string name, byte[] data, int offset, int length)
        {
            note(name, data[offset..(offset + length)]);
            return _store.Append(name, data, offset, length);
        }

        public int Length(string name) => _store.Length(name);

        public int Read(string name, int position, byte[] into, int offset, int count) =>
            _store.Read(name, position, into, offset, count);

        public bool Delete(string name) => _store.Delete(name);

        public string[] List() => _store.List();
    }
}
