using SwapEdge.Boards;

namespace SwapEdge.Tests.Boards;

public sealed class PumpThreadTests
{
    [Fact]
    public void A_driver_that_throws_is_seen_and_called_again()
    {
        Driver driver = new();
        PumpThread thread = new(driver, driver);

        Assert.True(thread.Once());
        driver.Throws = true;
        Assert.False(thread.Once());
        Assert.True(thread.Fails);
        driver.Throws = false;
        Assert.True(thread.Once());
        Assert.False(thread.Fails);
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
