using SwapEdge.Protocol;

namespace SwapEdge.Tests.City;

/// <summary>Bytes that nobody meant, with a fixed seed: no decoder of the city's contract may throw.</summary>
public class CityFuzzTests
{
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)7, 32)];

    [Fact]
    public void Noise_never_throws()
    {
        Random random = new(20264);
        AckRecord ack = new();
        BirthRecord birth = new();
        CommandRecord command = new();
        for (int i = 0; i < 100_000; i++)
        {
            byte[] bytes = new byte[random.Next(80)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                bytes = Events.Acknowledgement(Key)[..random.Next(56)];
                bytes.AsSpan(random.Next(bytes.Length + 1)).Fill((byte)random.Next(256));
            }

            AckCodec.Decode(bytes, 0, bytes.Length, ack);
            BirthReader.Decode(bytes, 0, bytes.Length, birth);
            CommandCodec.Decode(bytes, 0, bytes.Length, command);
        }
    }

    [Fact]
    public void Damaged_commands_never_throw_and_leave_nothing_behind_that_does_not_fit()
    {
        Random random = new(20265);
        CommandRecord command = new();
        int accepted = 0;
        for (int i = 0; i < 200_000; i++)
        {
            byte[] bytes = CityCommands.Any(random);
            for (int flips = random.Next(4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            int length = random.Next(4) == 0 ? random.Next(bytes.Length + 1) : bytes.Length;
            if (CommandCodec.Decode(bytes, 0, length, command) == DecodeResult.Ok)
            {
                accepted++;
                Assert.InRange(command.VehicleLength, 0, command.Vehicle.Length);
                Assert.InRange(command.OrderLength, 0, command.Order.Length);
                Assert.InRange(command.PeriodCount, 0, CommandRecord.PeriodRoom);
                Assert.InRange(command.NodeOffset + command.NodeLength, 0, length);
                Assert.InRange(command.BodyOffset + command.BodyLength, 0, length);
                Assert.InRange(command.MacOffset + SignedRecord.MacLength, 0, length);
            }
            else
            {
                Assert.Equal((0ul, 0ul, CommandOperation.None, 0), (
                    command.Id, command.Counter, command.Operation, command.NodeLength));
            }
        }

        Assert.InRange(accepted, 40_000, 199_999);
    }

    [Fact]
    public void Noise_and_damaged_events_never_throw_and_accepted_ones_can_be_written_again()
    {
        Random random = new(20263);
        EventRecord read = new();
        byte[] buffer = new byte[EventCodec.MaxLength];
        int accepted = 0;
        for (int i = 0; i < 200_000; i++)
        {
            byte[] bytes = i % 2 == 0 ? Noise(random) : Damaged(random);
            if (EventCodec.Decode(bytes, 0, bytes.Length, read) == DecodeResult.Ok)
            {
                accepted++;
                Assert.InRange(EventCodec.Encode(read, buffer, 0), 0, EventCodec.MaxLength);
            }
        }

        Assert.InRange(accepted, 1000, 199_999);
    }

    private static byte[] Noise(Random random)
    {
        byte[] bytes = new byte[random.Next(64)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Damaged(Random random)
    {
        byte[] bytes = Events.Encode(Events.Random(random));
        for (int flips = random.Next(1, 4); flips > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes[..random.Next(bytes.Length + 1)];
    }
}
