using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Protocol;

public class AllocationTests
{
    [Fact]
    public void Ten_thousand_frames_through_every_listener_allocate_nothing()
    {
        CanFrame[] charger =
        [
            Frames.Parse("1826F456#010100"), Frames.Parse("182756F4#8E17"), Frames.Parse("181056F4#5217820F02"),
            Frames.Parse("1CEC56F4#10090002FF001100"), Frames.Parse("1CECF456#110201FFFF001100"),
            Frames.Parse("1CEB56F4#012513A00F731161"), Frames.Parse("1CEB56F4#020000FFFFFFFFFF"),
            Frames.Parse("1CECF456#13090002FF001100"), Frames.Parse("1812F456#2A00A00F0000FDFF"),
            Frames.Parse("181356F4#424B014A1B00D1"), Frames.Parse("181356F4#424B014A1B00D0"),
            Frames.Parse("081E56F4#F0F0F1FC"), Frames.Parse("1830F456#0A02FFFFFFFFFFFF"),
            Frames.Parse("1C1556F4#8C018B01"), Frames.Parse("182056F4#0000000000000000"),
            Frames.Parse("18FF5011#050372C801563412"),
        ];
        CanFrame[] pack =
        [
            Frames.Parse("18FFF8A7#0056000000000000"), Frames.Parse("1881D0F3#4D01400C00000000"),
            Frames.Parse("18E1F3D0#014C465741485535"), Frames.Parse("18E1D0F3#C7C7000000000000"),
            Frames.Parse("1882D0F3#C8FA1A2764006400"), Frames.Parse("18FEF8A7#0000000000000000"),
            Frames.Parse("1801D0F3#24C8FA0A7D9AFFFF"), Frames.Parse("18C1D0F3#0105E40CE50CE60C"),
            Frames.Parse("18C2D0F3#02044B4C4D4E4F50"), Frames.Parse("1888D0F3#0232363130313541"),
            Frames.Parse("18C6D0F3#0270177C75A800FF"), Frames.Parse("18F7D0F3#060000003C00E803"),
        ];
        var monitor = new PackMonitor();
        var bus = new SwapPackBus();
        var detail = new PackDetail();
        var bay = new BayStatusFrame();
        var reading = new PackReading();
        var reader = new SwapPackReader();
        var change = new PackWarningChange();
        var share = new PowerShareFrame { Bay = 1 };
        var link = new CanFrame();

        void Run(int rounds)
        {
            for (int i = 0; i < rounds; i++)
            {
                CanFrame frame = charger[i % charger.Length];
                frame.TimeMs = i * 5L;
                monitor.Accept(frame);
                monitor.Poll(i * 5L);
                monitor.Warnings.Next(change);
                monitor.Read(i * 5L, reading);
                CanFrame other = pack[i % pack.Length];
                other.TimeMs = i * 5L;
                bus.Accept(other);
                detail.Accept(bus.Completed, other.Data, other.TimeMs);
                reader.Read(bus, i * 5L, reading);
                reading.Join(reading);
                bus.DoubtOf(SwapPackMessage.Command, i * 5L);
                for (int probe = 0; probe < detail.Temperatures.Count; probe++)
                {
                    detail.Temperatures.QualityOf(probe, i * 5L);
                    detail.Temperatures.Find(4, detail.Temperatures.Number(probe));
                }

                share.Write(link);
                share.Read(link);
                bay.Read(charger[^1]);
                bay.Write(charger[^1]);
            }
        }

        Assert.Equal(0, Allocated.ByEachRoundOf(() => Run(2_000)));
    }
}
