using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static SwapEdge.Tests.Firmware.JournaledEvents;

namespace SwapEdge.Tests.Firmware;

public sealed class JournalTests
{
    private readonly CountingRandom _random = new();
    private readonly TornStore _store = new();
    private static readonly KeyedMac Mac = new(new byte[32]);

    [Fact]
    public void An_event_can_be_read_only_after_it_is_stored()
    {
        Journal journal = Open();
        Assert.True(journal.Add(Event(1)));
        Assert.Equal(0, journal.Read(1, new byte[Journal.RecordRoom]));
        Assert.True(journal.Commit());
        Assert.Equal(1, ValueOf(journal, 1));
    }

    [Fact]
    public void Sequence_and_identity_go_on_after_a_restart_and_the_boot_is_counted()
    {
        Journal first = Open();
        Store(first, 1, 5);
        Journal second = Open();
        Assert.Equal(first.Identity, second.Identity);
        Assert.Equal(5ul, second.LastStored);
        Assert.Equal(6ul, second.NextSequence);
        Assert.Equal(first.Boot + 1, second.Boot);
    }

    [Fact]
    public void An_empty_store_begins_a_journal_of_another_identity()
    {
        Journal other = new(new TornStore(), Mac, new JournalSettings());
        other.Open(_random);
        Assert.NotEqual(Open().Identity, other.Identity);
    }

    [Fact]
    public void Power_lost_at_any_byte_of_any_append_loses_nothing_that_was_stored_before_and_invents_nothing()
    {
        int whole = Life(int.MaxValue).Store.Used;
        int cuts = 0;
        for (int cut = 0; cut < whole; cut++)
        {
            (TornStore store, ulong durable, uint boot) = Life(cut);
            store.BytesLeft = int.MaxValue;
            Journal journal = new(store, Mac, Small());
            journal.Open(_random);
            Assert.InRange(journal.LastStored, durable, 20ul);
            Assert.Equal(0u, journal.DamagedSegments);
            for (ulong sequence = 1; sequence <= journal.LastStored; sequence++)
            {
                Assert.Equal((int)sequence, ValueOf(journal, sequence));
            }

            // The boot counts up from the newest event, also when power failed behind a new segment's header.
            Assert.True(journal.Boot > boot, $"cut {cut}: boot {journal.Boot} after {boot}");
            Assert.Equal(journal.LastStored == 0 ? 1 : Read(journal, journal.LastStored).Boot + 1, journal.Boot);

            // It goes on where it stopped, and reads back over the scar.
            ulong next = journal.NextSequence;
            Assert.True(journal.Add(Event((int)next, journal.Boot)));
            Assert.True(journal.Commit());
            Journal again = new(store, Mac, Small());
            again.Open(_random);
            Assert.Equal(next, again.LastStored);
            Assert.Equal(journal.Boot + 1, again.Boot);
            Assert.All(Enumerable.Range(1, (int)next), value => Assert.Equal(value, ValueOf(again, (ulong)value)));
            cuts++;
        }

        Assert.True(cuts > 500, $"{cuts} cuts");
    }

    [Fact]
    public void A_damaged_byte_is_noticed_and_never_read_as_an_event()
    {
        Journal journal = Open();
        Store(journal, 1, 3);
        List<byte> file = _store.Files["ev-1"];
        file[^3] ^= 0x10;
        Assert.Equal(-1, journal.Read(3, new byte[Journal.RecordRoom]));
        Assert.Equal(1u, journal.DamagedRecords);
        Assert.Equal(2, ValueOf(journal, 2));
    }

    [Fact]
    public void A_store_that_fails_once_leaves_no_gap_and_no_event_twice()
    {
        Journal journal = Open();
        Store(journal, 1, 2);
        _store.BytesLeft = 10;
        Assert.True(journal.Add(Event(3)));
        Assert.False(journal.Commit());
        Assert.Equal(1u, journal.RefusedCommits);
        _store.BytesLeft = int.MaxValue;
        Assert.True(journal.Commit());
        Store(journal, 4, 6);
        Journal again = Open();
        Assert.Equal(6ul, again.LastStored);
        Assert.All(Enumerable.Range(1, 6), value => Assert.Equal(value, ValueOf(again, (ulong)value)));
    }

    [Fact]
    public void The_watermark_survives_a_restart_once_it_is_kept_and_never_exceeds_what_is_stored()
    {
        Journal journal = Open();
        Store(journal, 1, 5);
        journal.Acknowledge(9);
        Assert.Equal(0ul, journal.AcknowledgedThrough);
        journal.Acknowledge(4);
        journal.Acknowledge(2);
        Assert.Equal(4ul, journal.AcknowledgedThrough);
        Assert.Equal(4ul, journal.UnkeptAcknowledgements);
        Assert.True(journal.KeepWatermark());
        Assert.Equal(4ul, Open().AcknowledgedThrough);
    }

    [Fact]
    public void The_watermark_survives_a_cut_at_any_byte_of_its_file()
    {
        Journal journal = Open();
        Store(journal, 1, 250);
        for (int cut = 0; cut < 20; cut++)
        {
            for (ulong through = 1; through <= 249; through++)
            {
                journal.Acknowledge(through);
                Assert.True(journal.KeepWatermark());
            }

            _store.BytesLeft = cut;
            journal.Acknowledge(250);
            Assert.False(journal.KeepWatermark());
            _store.BytesLeft = int.MaxValue;
            Assert.Equal(249ul, Open().AcknowledgedThrough);
            _store.Delete("mark-0");
            _store.Delete("mark-1");
            journal = Open();
        }
    }

    [Fact]
    public void The_newest_event_of_a_kind_is_found_at_start()
    {
        Journal journal = Open();
        Store(journal, 1, 3);
        EventRecord step = Event(9);
        step.Kind = EventKind.SwapStep;
        journal.Add(step);
        Store(journal, 5, 8);
        EventRecord found = new();
        Open().FindLast(EventKind.SwapStep, found);
        Assert.Equal(4ul, found.Sequence);
        Open().FindLast(EventKind.Lost, found);
        Assert.Equal(EventKind.None, found.Kind);
    }

    private static JournalSettings Small() =>
        new() { CapacityBytes = 100_000, SegmentBytes = 300, PendingBytes = 1000, Segments = 64 };

    /// <summary>
    /// Twenty events in commits of one to three, over several segments, with a restart before every second commit;
    /// power for so many bytes. The boot is that of the last event that was stored.
    /// </summary>
    private (TornStore Store, ulong Durable, uint Boot) Life(int bytes)
    {
        TornStore store = new() { BytesLeft = bytes };
        Journal journal = new(store, Mac, Small());
        journal.Open(_random);
        int value = 0;
        uint boot = 0;
        for (int batch = 0; value < 20; batch++)
        {
            if (batch % 2 == 1)
            {
                journal = new Journal(store, Mac, Small());
                journal.Open(_random);
            }

            for (int i = 0; i <= batch % 3 && value < 20; i++)
            {
                value++;
                Assert.True(journal.Add(Event(value, journal.Boot)));
            }

            if (!journal.Commit())
            {
                break;
            }

            boot = journal.Boot;
        }

        return (store, journal.LastStored, boot);
    }

    private Journal Open()
    {
        Journal journal = new(_store, Mac, new JournalSettings());
        journal.Open(_random);
        return journal;
    }

    private static void Store(Journal journal, int first, int last)
    {
        for (int value = first; value <= last; value++)
        {
            Assert.True(journal.Add(Event(value)));
            Assert.True(value % 10 != 0 || journal.Commit());
        }

        Assert.True(journal.Commit());
    }
}
