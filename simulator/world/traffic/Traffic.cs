using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Arrivals by the hour of the day: in each hour as many as a Poisson distribution of its table gives, at even chance
/// within the hour (which is a Poisson process of that rate). All from one seed, drawn before it begins, so that what
/// the station does changes nobody's coming.
/// </summary>
/// <param name="parameters">Table and distributions.</param>
/// <param name="random">A seed of its own.</param>
public sealed class Traffic(TrafficParameters parameters, Prng random)
{
    private const long HourMs = 3_600_000;
    private const int FirstSerial = 2_000_000;

    private readonly List<int> _lately = [];
    private int _packs;

    /// <summary>Identities of the vehicles that may come.</summary>
    public static IReadOnlyList<string> Vins(int fleet) =>
        [.. Enumerable.Range(1, fleet).Select(number => Invariant($"LSWAPEDG0SE{number:D6}"))];

    /// <summary>Cards of a cabinet's customers.</summary>
    public static IReadOnlyList<string> Cards(int fleet) =>
        [.. Enumerable.Range(1, fleet).Select(number => Invariant($"CARD-{number:D4}"))];

    /// <summary>Times of arrivals in a run, in order.</summary>
    /// <param name="beginsMs">Local time of day at which the run begins.</param>
    /// <param name="lastsMs">How long vehicles come.</param>
    public IReadOnlyList<long> Times(long beginsMs, long lastsMs)
    {
        List<long> times = [];
        long firstHour = beginsMs / HourMs;
        for (long hour = firstHour; hour * HourMs < beginsMs + lastsMs; hour++)
        {
            int count = Numbers.Poisson(parameters.ArrivalsPerHour[(int)(hour % 24)], random);
            for (int i = 0; i < count; i++)
            {
                times.Add((hour * HourMs) + random.Between(0, (int)HourMs - 1) - beginsMs);
            }
        }

        times.Sort();
        return [.. times.Where(at => at >= 0 && at < lastsMs)];
    }

    /// <summary>Vehicles with their packs and drivers.</summary>
    /// <param name="times">When they come.</param>
    /// <param name="like">What they have in common.</param>
    /// <param name="packs">How many each has.</param>
    /// <param name="drivers">How their drivers behave.</param>
    /// <param name="ambientC">Of the air.</param>
    /// <param name="lane">Where they want to be served; 0: where the queue is shortest.</param>
    public IReadOnlyList<VisitPlan> Vehicles(
        IReadOnlyList<long> times, TruckPlan like, int packs, DriverParameters drivers, double ambientC, int lane = 0)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(drivers);
        IReadOnlyList<string> fleet = Vins(parameters.Fleet);
        List<VisitPlan> visits = [];
        foreach (long at in times)
        {
            string vin = fleet[Member()];
            TruckPlan truck = drivers.Drive(like with { Vin = vin, ArrivesMs = at }, random);
            PackPlan[] brought = [.. Enumerable.Range(0, packs).Select(_ => Pack(ambientC))];
            visits.Add(new VisitPlan(truck, brought, lane));
        }

        return visits;
    }

    /// <summary>A cabinet's customers with their packs.</summary>
    public IReadOnlyList<CustomerPlan> Customers(IReadOnlyList<long> times, double ambientC)
    {
        ArgumentNullException.ThrowIfNull(times);
        IReadOnlyList<string> fleet = Cards(parameters.Fleet);
        List<CustomerPlan> customers = [];
        foreach (long at in times)
        {
            string card = fleet[Member()];
            bool errs = random.Between(0.0, 1.0) < parameters.Mistakes;
            CabinetMistake mistake = errs ? (CabinetMistake)random.Between(1, 5) : CabinetMistake.None;
            customers.Add(new CustomerPlan(card, at, Pack(ambientC), mistake));
        }

        return customers;
    }

    /// <summary>A pack that somebody brings, with a serial of its own.</summary>
    public PackPlan Pack(double ambientC) => new(
        FirstSerial + _packs++, parameters.Charge.Draw(random), ambientC + parameters.WarmerK.Draw(random))
    {
        Health = parameters.Health.Draw(random),
    };

    /// <summary>One of the fleet who has not been here lately.</summary>
    private int Member()
    {
        int member;
        do
        {
            member = random.Between(0, parameters.Fleet - 1);
        }
        while (_lately.Contains(member));

        _lately.Add(member);
        if (_lately.Count > parameters.Fleet / 2)
        {
            _lately.RemoveAt(0);
        }

        return member;
    }
}
