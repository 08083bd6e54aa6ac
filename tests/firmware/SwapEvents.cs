using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>All that a journal has stored.</summary>
internal static class SwapEvents
{
    public static EventRecord[] Of(Journal journal)
    {
        List<EventRecord> events = [];
        byte[] payload = new byte[Journal.RecordRoom];
        for (ulong sequence = 1; sequence <= journal.LastStored; sequence++)
        {
            EventRecord record = new();
            int length = journal.Read(sequence, payload);
            Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, length, record));
            events.Add(record);
        }

        return [.. events];
    }
}
