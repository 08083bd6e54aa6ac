using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static SwapEdge.Tests.Firmware.JournaledEvents;

namespace SwapEdge.Tests.Firmware;

/// <summary>A journal that is full: what goes, what stays, and what becomes of events that find no room.</summary>
public sealed class JournalRoomTests
{
    private static readonly KeyedMac Mac = new(new byte[32]);
    private readonly CountingRandom _random = new();
    private readonly TornStore _store = new();

    [Fact]
    public void Segments_are_deleted_oldest_first_and_only_when_the_city_has_all_of_them()
    {
        Journal journal = new(_store, Mac, Tiny(pendingBytes: 1000));
        journal.Open(_random);
        int stored = StoreUntilFull(journal);
        Assert.Equal(1ul, journal.FirstStored);

        // The watermark is kept first, in a commit of its own: after a restart it must be known why events are gone.
        journal.Acknowledge(journal.LastStored);
        Assert.False(journal.Commit());
        Assert.Equal(1ul, journal.FirstStored);
        Assert.Equal(0ul, journal.UnkeptAcknowledgements);
        Assert.True(journal.Commit());
        Assert.True(journal.FirstStored > 1);
        Journal again = new(_store, Mac, Tiny(pendingBytes: 1000));
        again.Open(_random);
        Assert.Equal((ulong)stored, again.AcknowledgedThrough);
        Assert.Equal((ulong)stored + 1, journal.LastStored);
    }

    [Fact]
    public void What_finds_no_room_is_counted_and_one_record_says_how_many()
    {
        Journal journal = new(_store, Mac, Tiny(pendingBytes: 600));
        journal.Open(_random);
        StoreUntilFull(journal);
        while (journal.Add(Event(0)))
        {
            // Fills the room for events that wait.
        }

        Assert.False(journal.Add(Event(0)));
        uint lost = journal.LostEvents;
        Assert.True(lost >= 2);

        journal.Acknowledge(journal.LastStored);
        Assert.True(journal.KeepWatermark());
        Assert.True(journal.Commit());
        Assert.True(journal.Add(Event(7)));
        Assert.True(journal.Commit());
        EventRecord record = Read(journal, journal.LastStored - 1);
        Assert.Equal(EventKind.Lost, record.Kind);
        Assert.Equal(lost, record.LostCount);
        Assert.Equal(7, ValueOf(journal, journal.LastStored));
    }

    [Fact]
    public void A_commit_appends_once_also_when_the_watermark_is_due_for_room_and_for_what_is_lost()
    {
        Journal journal = new(_store, Mac, Tiny(pendingBytes: 600));
        journal.Open(_random);
        StoreUntilFull(journal);
        while (journal.LostEvents < 3)
        {
            journal.Add(Event(0));
        }

        journal.Acknowledge(journal.LastStored);
        int appends = _store.Appends;
        Assert.False(journal.Commit());
        Assert.Equal(appends + 1, _store.Appends);
        Assert.Equal(0ul, journal.UnkeptAcknowledgements);
    }

    [Fact]
    public void What_was_lost_before_a_restart_is_told_after_it_and_once()
    {
        JournalSettings tiny = Tiny(pendingBytes: 600);
        Journal journal = new(_store, Mac, tiny);
        journal.Open(_random);
        StoreUntilFull(journal);
        int appends = _store.Appends;
        while (journal.LostEvents < 40)
        {
            journal.Add(Event(0));
            Assert.False(journal.Commit());
        }

        Assert.InRange(_store.Appends - appends, 3, 6);
        journal = new Journal(_store, Mac, tiny);
        journal.Open(_random);
        journal.Acknowledge(journal.LastStored);
        Assert.True(journal.KeepWatermark());
        Assert.True(journal.Add(Event(7)));
        Assert.True(journal.Commit());
        EventRecord record = Read(journal, journal.LastStored - 1);
        Assert.Equal(EventKind.Lost, record.Kind);
        Assert.InRange(record.LostCount, 20ul, 40ul);
        Assert.Equal(1ul, journal.UnkeptAcknowledgements);
        Assert.True(journal.KeepWatermark());
        Assert.Equal(0ul, journal.UnkeptAcknowledgements);
        journal = new Journal(_store, Mac, tiny);
        journal.Open(_random);
        Assert.True(journal.Add(Event(8)));
        Assert.True(journal.Commit());
        Assert.Equal(7, ValueOf(journal, journal.LastStored - 1));
    }

    private static JournalSettings Tiny(int pendingBytes) =>
        new() { CapacityBytes = 3000, SegmentBytes = 1000, PendingBytes = pendingBytes, Segments = 8 };

    private static int StoreUntilFull(Journal journal)
    {
        int value = 0;
        do
        {
            value++;
            Assert.True(journal.Add(Event(value)));
        }
        while (journal.Commit());
        return value - 1;
    }
}
