using SwapEdge.Boards;

namespace SwapEdge.Tests.Boards;

public sealed class PumpThreadTests
{
    [Fact]
    public void What_a_driver_throws_is_counted_and_it_is_called_again()
    {
        Driver driver = new();
        PumpThread thread = new(driver, driver);

        Assert.True(thread.Once());
        driver.Throws = true;
        Assert.False(thread.Once());
        Assert.False(thread.Once());
        driver.Throws = false;
        Assert.True(thread.Once());

        Assert.Equal(2, thread.Failures);
        Assert.Equal([70, 70], driver.Calls);
    }

    private sealed class Driver : IPump, IUptime
    {
        public bool Throws { get; set; }

        public List<long> Calls { get; } = [];

        public long NowMs => 70;

        public bool Ended => false;

        public void Pump(long nowMs)
        {
            if (Throws)
            {
                throw new InvalidOperationException("The chip select is gone.");
            }

            Calls.Add(nowMs);
        }
    }
}
