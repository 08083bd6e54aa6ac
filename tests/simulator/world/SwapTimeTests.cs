using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator.Worlds;

/// <summary>
/// How long a swap takes with the firmware, over many seeds, against what is published: trucks about 5 min, cars 144 s
/// (a station of the fourth generation), 100 s at best.
/// </summary>
public sealed class SwapTimeTests
{
    private const int Seeds = 20;

    /// <summary>Seconds of each seed.</summary>
    internal static readonly Lazy<double[]> Trucks = new(static () =>
        [.. Enumerable.Range(1, Seeds).Select(seed => Vehicle(Story.Truck, (ulong)seed))]);

    internal static readonly Lazy<double[]> Cars = new(static () =>
        [.. Enumerable.Range(1, Seeds).Select(seed => Vehicle(Story.Car, (ulong)seed))]);

    [Fact]
    public void A_truck_is_swapped_in_about_five_minutes() => Judge(Trucks.Value, 255, 400, 45);

    [Fact]
    public void A_car_is_swapped_in_about_144_seconds() => Judge(Cars.Value, 115, 260, 45);

    [Fact]
    public void A_cabinets_customer_is_served_in_a_quarter_of_a_minute()
    {
        double[] seconds = [.. Enumerable.Range(1, Seeds).Select(seed =>
        {
            using CabinetStation station = new((ulong)seed);
            Until(station);
            CustomerVisit visit = Assert.Single(station.World.Visits);
            Assert.True(visit.Swapped, $"seed {seed}: not swapped");
            return visit.SwapMs / 1000.0;
        })];
        Judge(seconds, 10, 20, 2);
    }

    /// <summary>From standing still to starting, with drivers as they are.</summary>
    private static double Vehicle(Story story, ulong seed)
    {
        Story driven = story with
        {
            World = random =>
            {
                WorldPlan plan = story.World(random);
                return plan.WithTruck(truck => DriverParameters.Usual.Drive(truck, random));
            },
        };
        using Station station = new(seed, story: driven);
        Until(station);
        Visit visit = Assert.Single(station.World.Forecourt.Visits);
        Assert.True(visit.Swapped, $"seed {seed}: not swapped");
        return visit.SwapMs / 1000.0;
    }

    private static void Until(IStation station)
    {
        for (int pass = 0; pass < 14_000 && !station.CustomerGone; pass++)
        {
            station.Pass();
        }

        station.Pass();
        Assert.True(station.CustomerGone, $"stays {station.Phase}, {station.Fault}");
    }

    private static void Judge(double[] seconds, double least, double most, double spread)
    {
        double mean = seconds.Average();
        double deviation = Math.Sqrt(seconds.Sum(one => (one - mean) * (one - mean)) / seconds.Length);
        string told = $"mean {mean:0.0} s, deviation {deviation:0.0} s, {seconds.Min():0.0} to {seconds.Max():0.0} s";
        TestContext.Current.SendDiagnosticMessage(told);
        Assert.True(seconds.Min() >= least && seconds.Max() <= most && deviation <= spread, told);
    }
}
