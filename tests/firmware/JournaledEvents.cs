using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>Small events that tests of the journal write, told apart by a number, and read again.</summary>
internal static class JournaledEvents
{
    public static EventRecord Event(int value, uint boot = 1)
    {
        return new EventRecord { Kind = EventKind.Audit, Boot = boot, UptimeMs = value, DurationMs = value };
    }

    public static int ValueOf(Journal journal, ulong sequence)
    {
        EventRecord record = Read(journal, sequence);
        Assert.Equal(sequence, record.Sequence);
        Assert.Equal(journal.Identity, record.Journal);
        return (int)record.UptimeMs;
    }

    public static EventRecord Read(Journal journal, ulong sequence)
    {
        byte[] payload = new byte[Journal.RecordRoom];
        int length = journal.Read(sequence, payload);
        Assert.True(length > 0, $"event {sequence}: {length}");
        EventRecord record = new();
        Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, length, record));
        return record;
    }
}
