using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator.Worlds;

/// <summary>The same seed gives the same bits, on every machine; and a step makes no garbage.</summary>
public sealed class WorldBitsTests
{
    /// <summary>Of everything that a pack shows after twenty minutes; changes with the model, never with the machine.
    /// </summary>
    private const ulong Checksum = 6293985363440204139;

    [Fact]
    public void Twenty_minutes_of_a_station_give_the_bits_that_are_written_here()
    {
        Assert.Equal(Checksum, Run());
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 2.718281828459045)]
    [InlineData(-1.0, 0.36787944117144233)]
    [InlineData(20.0, 485165195.40979)]
    [InlineData(-30.0, 9.357622968840175e-14)]
    public void Our_exponential_is_that_of_the_tables(double x, double expected) =>
        Assert.InRange(Numbers.Exp(x) / expected, 1 - 1e-13, 1 + 1e-13);

    [Fact]
    public void A_step_of_a_world_whose_bays_charge_allocates_nothing()
    {
        World world = Make();
        for (int step = 0; step < 40_000; step++)
        {
            world.Step();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 2_000; step++)
        {
            world.Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static World Make()
    {
        WorldPlan plan = WorldPlan.Demonstration(new Prng(5)) with
        {
            Weather = WeatherParameters.Of(ParameterRoles.Weather.Shipped("inland")),
            Bays = [.. Enumerable.Range(0, 8).Select(bay =>
                new PackPlan(100 + bay, 0.1 + (0.1 * bay), -20 + (6 * bay)))],
        };
        World world = new(plan.WithTruck(truck => truck with { ArrivesMs = 900_000 }), new Prng(6));
        foreach (SwapBay bay in world.Bays)
        {
            bay.ChargePermitted = true;
        }

        return world;
    }

    private static ulong Run()
    {
        World world = Make();
        world.Bays[7].Seat.Pack!.HeatCell(140, 60_000);
        world.SaltAir = true;
        ulong hash = 14695981039346656037;
        for (int step = 0; step < 240_000; step++)
        {
            world.Step();
            if (step % 200 == 0)
            {
                foreach (Pack pack in world.Packs)
                {
                    double[] shown =
                    [
                        pack.Soc, pack.VoltageV, pack.CurrentA, pack.TemperatureC, pack.HighestTemperatureC,
                        pack.LowestCellV, pack.Health, pack.InsulationKohm, pack.ChargeLimitA,
                    ];
                    hash = shown.Aggregate(hash, static (sum, value) =>
                        (sum ^ BitConverter.DoubleToUInt64Bits(value)) * 1099511628211);
                }
            }
        }

        return hash;
    }
}
