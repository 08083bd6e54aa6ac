using SwapEdge.Firmware;

namespace SwapEdge.Tests.Packs;

public class PackWarningsTests
{
    [Fact]
    public void Changes_that_nobody_takes_are_counted_and_the_state_still_stands()
    {
        var bus = new ChargeTraffic();
        var monitor = bus.Monitor;
        for (int i = 0; i < 50; i++)
        {
            monitor.Accept(Protocol.Frames.Parse("181356F4#424B014A1B00D1", i));
            monitor.Accept(Protocol.Frames.Parse("181356F4#424B014A1B00D0", i));
        }

        monitor.Accept(Protocol.Frames.Parse("181356F4#424B014A1B00D1", 50));
        Assert.Equal(37u, monitor.Warnings.LostChanges);
        Assert.Equal(3, monitor.Warnings.Level(PackWarning.InsulationAbnormal));
        var change = new PackWarningChange();
        int taken = 0;
        while (monitor.Warnings.Next(change))
        {
            Assert.Equal(taken % 2 == 0 ? 3 : 0, change.Level);
            Assert.Equal(taken % 2 == 0 ? 0 : 3, change.PreviousLevel);
            Assert.Equal(taken / 2, change.TimeMs);
            taken++;
        }

        Assert.Equal(64, taken);
    }

    [Fact]
    public void Every_kind_has_its_place()
    {
        var warnings = new PackWarnings();
        foreach (PackWarning warning in Enum.GetValues<PackWarning>())
        {
            Assert.Equal(0, warnings.Level(warning));
        }
    }
}
