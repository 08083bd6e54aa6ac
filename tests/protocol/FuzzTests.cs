using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

/// <summary>
/// Frames that nobody meant, with a fixed seed: no decoder may throw, grow or stop. How many: <see cref="FuzzCount"/>.
/// </summary>
public class FuzzTests
{
    /// <summary>For what the test itself needs; a decoder that takes a byte a frame is over it.</summary>
    private const int AllowedBytes = 100_000;

    private static readonly int Count = FuzzCount.Value;

    [Fact]
    public void Charger_bus_survives_random_mutated_and_truncated_frames()
    {
        var bus = new ChargeBus();
        long polled = 0;
        Feed(1, frame =>
        {
            bus.Accept(frame);
            if (frame.TimeMs % 64 == 0)
            {
                while (bus.Poll(frame.TimeMs) != DecodeResult.None)
                {
                    polled++;
                }
            }
        });
        uint counted = 0;
        foreach (DecodeResult result in Enum.GetValues<DecodeResult>())
        {
            counted += bus.Count(result);
        }

        Assert.Equal(Count + polled, counted);
        Assert.True(bus.Count(DecodeResult.Ok) > 1_000, "the frames must reach the decoders");
        Assert.True(bus.Count(DecodeResult.TransportSequence) > 100);
    }

    [Fact]
    public void Swap_pack_bus_survives_random_mutated_and_truncated_frames()
    {
        var bus = new SwapPackBus();
        var reader = new SwapPackReader();
        var reading = new PackReading();
        var detail = new PackDetail();
        ProbeStore[] stores = [detail.Cells1, detail.Cells2, detail.Temperatures, detail.PackProbes];
        Feed(2, frame =>
        {
            bus.Accept(frame);
            detail.Accept(bus.Completed, frame.Data, frame.TimeMs);
            bus.LockValid(frame.TimeMs);
            foreach (ProbeStore store in stores)
            {
                for (int probe = 0; probe < store.Count; probe += 37)
                {
                    int found = store.Find(store.Group(probe), store.Number(probe));
                    Assert.True(found == probe, "a probe is found by its own number");
                    store.QualityOf(probe, frame.TimeMs);
                }
            }

            reader.Read(bus, frame.TimeMs, reading);
        });
        foreach (SwapPackMessage message in Enum.GetValues<SwapPackMessage>().Skip(1))
        {
            Assert.True(bus.Slot(message).Received > 0 || message > SwapPackMessage.Temperatures, $"{message}");
        }
        Assert.True(bus.Count(DecodeResult.Ok) > 1_000);
        Assert.True(bus.Count(DecodeResult.Checksum) > 100);
    }

    [Fact]
    public void Transport_nodes_survive_random_mutated_and_truncated_frames()
    {
        var receiver = new TransportReceiver(2, 100);
        var responder = new TransportResponder(0x56, 100);
        var sender = new TransportSender(0xF4, 0x56, 100);
        var answer = new CanFrame();
        byte[] message = new byte[49];
        Feed(3, frame =>
        {
            receiver.Accept(frame);
            receiver.Poll(frame.TimeMs);
            responder.Accept(frame);
            responder.Poll(frame.TimeMs);
            responder.Next(answer);
            sender.Start(0x0200, message, 49, frame.TimeMs);
            sender.Accept(frame);
            sender.Poll(frame.TimeMs);
            sender.Next(frame.TimeMs, answer);
        });
    }

    [Fact]
    public void Station_link_survives_random_mutated_and_truncated_frames()
    {
        var status = new BayStatusFrame();
        var request = new BayRequestFrame();
        var grant = new BayGrantFrame();
        var lane = new LanePhaseFrame();
        var share = new PowerShareFrame();
        var pack = new BayPackFrame();
        int read = 0;
        Feed(4, frame =>
        {
            read += status.Read(frame) == DecodeResult.Ok ? 1 : 0;
            read += request.Read(frame) == DecodeResult.Ok ? 1 : 0;
            read += grant.Read(frame) == DecodeResult.Ok ? 1 : 0;
            read += lane.Read(frame) == DecodeResult.Ok ? 1 : 0;
            read += pack.Read(frame) == DecodeResult.Ok ? 1 : 0;
            read += share.Read(frame) == DecodeResult.Ok ? 1 : 0;
        });
        Assert.True(read > 1_000);
    }

    private static void Feed(int seed, Action<CanFrame> accept)
    {
        var random = new Random(seed);
        CanFrame[] good = [.. Corpus.Select(text => Frames.Parse(text))];
        var frame = new CanFrame();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Count; i++)
        {
            frame.CopyFrom(good[random.Next(good.Length)]);
            switch (random.Next(4))
            {
                case 0:
                    random.NextBytes(frame.Data);
                    frame.Id = random.Next(2) == 0 ? frame.Id : (uint)random.Next(1 << 29);
                    frame.Extended = random.Next(50) != 0;
                    break;
                case 1:
                    frame.Data[random.Next(8)] ^= (byte)(1 << random.Next(8));
                    frame.Id ^= random.Next(8) == 0 ? 1u << random.Next(29) : 0;
                    break;
                case 2:
                    frame.Length = random.Next(9);
                    break;
                default:
                    break;
            }

            frame.TimeMs = i;
            accept(frame);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, AllowedBytes);
    }

    private static readonly string[] Corpus =
    [
        "1826F456#010100", "182756F4#8E17", "1801F456#0001FFFFFFFFFFFF", "1CEC56F4#10310007FF000200",
        "1CECF456#110701FFFF000200", "1CEB56F4#0101010006B40039", "1CEB56F4#02134B4C49450100",
        "1CEB56F4#0300001E01010100", "1CEB56F4#040001FF00000000", "1CECF456#13310007FF000200",
        "1CEC56F4#10090002FF001100", "1CECF456#110201FFFF001100", "1CEB56F4#012513A00F731161",
        "1CEB56F4#020000FFFFFFFFFF", "1CECF456#13090002FF001100", "1CEC56F4#FF03FFFFFF001100",
        "1CECFFF4#20090002FF001100", "1CEBFFF4#012513A00F731161", "1808F456#581BD007D80EA00F",
        "100956F4#AA", "100AF456#AA", "181056F4#5217820F02", "1812F456#2A00A00F0000FDFF",
        "181356F4#424B014A1B00D0", "101956F4#01000000", "101AF456#04000000", "181C56F4#61000000000000",
        "181DF456#0000000001000000", "081E56F4#F0F0F1FC", "081FF456#F0F0F1FC",
        "18FFF8A7#0056000000000000", "18FFF8A7#0156000000000000", "18E1F3D0#014C465741485535",
        "1880D0F3#1050000000000000", "1881D0F3#4D01400C00000000", "1882D0F3#C8FA1A2764006400",
        "18E1D0F3#C7C7000000000000", "18FF5011#050372C801563412", "18FF5101#0901010202EFBEFF",
        "18FF5211#0201020203EFBEFF", "18FF5301#03010C0204FF01FF", "18FF5401#040103B0048025FF",
        "18FF5511#05030153F5563412",
        "18E2D0F3#0000000000000000", "18E3D0F3#0000000000000000", "18E4D0F3#0000000000000000",
        "1883D0F3#E803D00770170000", "1884D0F3#4B46480102030400",
        "1802F3D0#6F036E3C59A90000", "1801D0F3#24C8FA0A7D9AFFFF", "1885D0F3#E40C0305D00C0104",
        "1886D0F3#B80B07095051524B", "1887D0F3#3233343536373839", "1888D0F3#0232363130313541",
        "188BD0F3#007D0A7DF67CFFFF", "188CD0F3#01EEE22CEFF22CFF", "188ED0F3#A1605898844E0700",
        "188FD0F3#01024B0350090102", "18C1D0F3#0105E40CE50CE60C", "18C1D0F3#0005E40CE50CE60C",
        "18C3D0F3#0105E40CE50CE60C", "18C2D0F3#02044B4C4D4E4F50", "18C4D0F3#0102E40CE50CE60C",
        "18C5D0F3#0102184B4C4D4E4F", "18C6D0F3#0270177C75A800FF", "18E5D0F3#880226182A0FB303",
        "18E6D0F3#0CC000600020191D", "18F1D0F3#40420F20A107D204", "18F4D0F3#FEFFFFFF01000000",
        "18F7D0F3#060000003C00E803", "1880D2F3#E4000000F0C20C00", "18FF45F4#96025AFF3C00075A",
        "18FFC13A#053C4601000032C5", "188AD0F3#4532640040071180", "18FEF8A7#4B4C4D4E4F505152",
        "1830F456#0A02FFFFFFFFFFFF", "182056F4#0000000000000000", "1C1556F4#8C018B01", "1C1656F4#4B4B",
    ];
}
