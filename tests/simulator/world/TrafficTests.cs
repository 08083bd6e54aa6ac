using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator.Worlds;

public sealed class TrafficTests
{
    private const long DayMs = 86_400_000;
    private const int Days = 60;

    [Theory]
    [InlineData("truck-day")]
    [InlineData("car-day")]
    [InlineData("cabinet-day")]
    public void Arrivals_of_many_days_are_those_of_the_table(string name)
    {
        TrafficParameters table = TrafficParameters.Shipped(name);
        int[] seen = new int[24];
        for (ulong seed = 1; seed <= Days; seed++)
        {
            foreach (long at in new Traffic(table, new Prng(seed)).Times(0, DayMs))
            {
                seen[at / 3_600_000]++;
            }
        }

        // Chi-square of 24 hours: beyond 51 once in a thousand tables.
        double chi = Enumerable.Range(0, 24).Where(hour => table.ArrivalsPerHour[hour] > 0).Sum(hour =>
        {
            double expected = table.ArrivalsPerHour[hour] * Days;
            return (seen[hour] - expected) * (seen[hour] - expected) / expected;
        });
        Assert.InRange(chi, 4, 51);
        Assert.All(Enumerable.Range(0, 24).Where(hour => table.ArrivalsPerHour[hour] == 0), hour =>
            Assert.Equal(0, seen[hour]));
    }

    [Fact]
    public void Hours_differ_as_much_as_chance_makes_them()
    {
        TrafficParameters table = TrafficParameters.Shipped("truck-day");
        int[] counts = [.. Enumerable.Range(1, 400).Select(seed =>
            new Traffic(table, new Prng((ulong)seed)).Times(9 * 3_600_000, 3_600_000).Count)];
        double mean = counts.Average();
        double variance = counts.Sum(count => (count - mean) * (count - mean)) / counts.Length;

        // Poisson: the variance is the mean, 20; its own error over 400 hours is 7 %.
        Assert.InRange(mean, 19.3, 20.7);
        Assert.InRange(variance, 16, 24);
    }

    [Fact]
    public void A_run_that_begins_in_the_afternoon_has_the_afternoons_vehicles_in_order()
    {
        TrafficParameters table = TrafficParameters.Shipped("truck-day");
        IReadOnlyList<long> times = new Traffic(table, new Prng(1)).Times((15 * 3_600_000) + 1_800_000, 1_800_000);
        Assert.All(times, at => Assert.InRange(at, 0, 1_799_999));
        Assert.Equal(times.Order(), times);
        Assert.InRange(times.Count, 3, 20);
    }

    [Fact]
    public void What_comes_is_drawn_within_its_limits_and_no_vehicle_comes_twice_in_a_row()
    {
        TrafficParameters table = TrafficParameters.Shipped("truck-day");
        Traffic traffic = new(table, new Prng(4));
        TruckPlan like = new() { Vin = "", ArrivesMs = 0 };
        IReadOnlyList<VisitPlan> visits = traffic.Vehicles(
            traffic.Times(0, DayMs), like, packs: 2, DriverParameters.Usual, ambientC: 12);
        Assert.InRange(visits.Count, 210, 320);
        PackPlan[] packs = [.. visits.SelectMany(visit => visit.Packs)];
        Assert.Equal(packs.Length, packs.Select(pack => pack.Serial).Distinct().Count());
        Assert.All(packs, pack => Assert.InRange(pack.Soc, table.Charge.Least, table.Charge.Most));
        Assert.InRange(packs.Average(pack => pack.Soc), 0.22, 0.26);
        Assert.InRange(packs.Average(pack => pack.TemperatureC), 19, 21);
        string[] vins = [.. visits.Select(visit => visit.Truck.Vin)];
        Assert.All(
            Enumerable.Range(0, vins.Length - 25), at => Assert.Equal(25, vins[at..(at + 25)].Distinct().Count()));
        Assert.All(vins, vin => Assert.Equal(17, vin.Length));
    }

    [Fact]
    public void Drivers_forget_as_often_as_the_file_says()
    {
        Prng random = new(9);
        TruckPlan like = new() { Vin = "", ArrivesMs = 0 };
        TruckPlan[] driven =
            [.. Enumerable.Range(0, 10_000).Select(_ => DriverParameters.Usual.Drive(like, random))];
        Assert.InRange(driven.Count(truck => truck.HandbrakeAfterMs > 6_000), 150, 250);
        Assert.InRange(driven.Count(truck => truck.NeutralAfterMs > 8_000), 60, 140);
        Assert.InRange(driven.Count(truck => truck.KeyOffAfterMs > 12_000), 130, 250);
        Assert.InRange(driven.Count(truck => truck.StartsAfterMs > 12_000), 220, 380);
    }

    [Fact]
    public void A_driver_can_be_told_what_to_forget()
    {
        TruckPlan truck = new() { Vin = "", ArrivesMs = 0 };
        Assert.Equal(22_000, truck.With(DriverHabit.ForgetsHandbrake, 20_000).HandbrakeAfterMs);
        Assert.Equal(23_000, truck.With(DriverHabit.ForgetsNeutral, 20_000).NeutralAfterMs);
        Assert.Equal(26_000, truck.With(DriverHabit.LeavesKeyOn, 20_000).KeyOffAfterMs);
        Assert.Equal(24_000, truck.With(DriverHabit.LeavesLate, 20_000).StartsAfterMs);
    }

    [Fact]
    public void A_day_is_coldest_before_sunrise_and_a_change_of_weather_comes_on_top()
    {
        WeatherParameters inland = WeatherParameters.Of(ParameterRoles.Weather.Shipped("inland"));
        Weather weather = new(inland, 10, 6 * 3_600_000);
        double[] hours = [.. Enumerable.Range(0, 24).Select(hour => weather.At(hour * 3_600_000L))];
        Assert.Equal(8, Array.IndexOf(hours, hours.Max()));
        Assert.Equal(23, Array.IndexOf(hours, hours.Min()));
        Assert.InRange(hours.Max() - hours.Min(), 11.9, 12.1);
        weather.Turn(-10, 0, 3_600_000);
        Assert.Equal(hours[2] - 20, weather.At(2 * 3_600_000), 9);
        Assert.InRange(weather.At(1_800_000), hours[0] - 10, hours[1] - 9);
    }
}
