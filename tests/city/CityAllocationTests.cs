using SwapEdge.Protocol;

namespace SwapEdge.Tests.City;

public class CityAllocationTests
{
    [Fact]
    public void Writing_and_reading_events_acknowledgements_and_commands_allocates_nothing()
    {
        EventRecord record = Events.Fullest();
        byte[] buffer = new byte[EventCodec.MaxLength];
        byte[] signed = Events.Acknowledgement(new byte[32]);
        AckRecord ack = new();
        byte[] message = CityCommands.Any(new Random(1));
        CommandRecord command = new();
        long allocated = Allocated.ByEachRoundOf(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                int length = EventCodec.Encode(record, buffer, 0);
                EventCodec.Decode(buffer, 0, length, record);
                AckCodec.Decode(signed, 0, signed.Length, ack);
                CommandCodec.Decode(message, 0, message.Length, command);
                CommandCodec.EncodeResult(command, buffer, 0);
            }
        });
        Assert.Equal(0, allocated);
    }
}
