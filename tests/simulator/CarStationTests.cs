using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>The firmware in a station that swaps a car's pack from below.</summary>
public sealed class CarStationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20260601)]
    public void A_car_is_swapped_from_below_within_five_minutes_and_the_city_has_every_event(ulong seed)
    {
        using Station station = new(seed, story: Story.Car);
        Pack? came = station.World.Lane.Truck.Seat.Pack;
        DemonstrationReport report = Demonstration.Run(station);
        Assert.Null(report.Failure);
        Assert.InRange(report.SwapMs, 90_000, 300_000);
        PackMove comesIn = Assert.Single(report.Packs, move => !move.Out);
        PackMove goesOut = Assert.Single(report.Packs, move => move.Out);
        Assert.Same(came, station.World.Bays[comesIn.Bay - 1].Seat.Pack);
        Assert.Equal(goesOut.Code, station.World.Lane.Truck.Seat.Pack!.Identity.Code);
        Assert.Null(station.World.Bays[goesOut.Bay - 1].Seat.Pack);
    }

    [Fact]
    public void A_car_says_no_lock_frame_and_is_swapped_by_its_ten_bolts_alone()
    {
        using Station station = new(1, story: Story.Car);
        int locks = 0;
        station.World.SwapBus.Tapped = frame => locks += frame.Id == LockFrame.Id ? 1 : 0;
        Until(station, Phase.Unlocking);
        Assert.Equal((1 << 10) - 1, station.World.Lane.Truck.Lock.ClosedPoints);
        Until(station, Phase.Lifting);
        Assert.Equal((1 << 10) - 1, station.World.Lane.Truck.Lock.OpenPoints);
        Assert.Equal(0, locks);
    }

    [Fact]
    public void A_bolt_that_jams_is_tried_and_bolted_again_and_the_pack_is_not_pulled()
    {
        using Station station = new(1, story: Story.Car);
        Until(station, Phase.Unlocking);
        station.World.Lane.Truck.Lock.Points[6].Jammed = true;
        Until(station, Phase.Locking);
        Assert.Equal(Fault.UnlockTimeout, station.Fault);
        Assert.Equal(2, station.Lane.Node.Lane.Given.Retries);
        Assert.True(station.World.Lane.Hoist.Bears(station.World.Lane.Truck.Seat));
        Until(station, Phase.Verifying);
        Assert.True(station.World.Lane.Truck.Connector.Mated && station.World.Lane.Truck.Lock.Closed);
    }

    private static void Until(Station station, Phase phase)
    {
        while (station.Phase != phase)
        {
            Assert.True(station.NowMs < 600_000, $"never {phase}");
            station.Pass();
        }
    }
}
