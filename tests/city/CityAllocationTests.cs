using SwapEdge.Protocol;

namespace SwapEdge.Tests.City;

public class CityAllocationTests
{
    [Fact]
    public void Writing_and_reading_events_and_acknowledgements_allocates_nothing()
    {
        EventRecord record = Events.Fullest();
        byte[] buffer = new byte[EventCodec.MaxLength];
        byte[] signed = Events.Acknowledgement(new byte[32]);
        AckRecord ack = new();
        long allocated = Allocated.ByEachRoundOf(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                int length = EventCodec.Encode(record, buffer, 0);
                EventCodec.Decode(buffer, 0, length, record);
                AckCodec.Decode(signed, 0, signed.Length, ack);
            }
        });
        Assert.Equal(0, allocated);
    }
}
