namespace SwapEdge.Simulator;

/// <summary>The world that a plan of a station describes, and who comes.</summary>
public static class StationWorlds
{
    /// <summary>Serials of packs that the story of the kind does not have.</summary>
    private const int FirstStored = 101;
    private const int FirstBrought = 301;

    /// <summary>Of who comes later than planned.</summary>
    public const int FirstLater = 901;

    /// <summary>How long a driver has forgotten what is remembered then.</summary>
    private const int ForgetsForMs = 45_000;

    /// <summary>A station with lanes.</summary>
    public static WorldPlan Lanes(StationPlan plan, Guests? guests, Prng random)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        WorldPlan world = plan.Kind.World(random);
        VisitPlan usual = world.Visits[0];
        int serial = usual.Packs[0].Serial;
        StationParameters parameters = new(plan);
        world = parameters.Apply(world);
        if (plan.Packs is { } packs)
        {
            world = world with { Bays = [.. Stored(plan.Places, packs, serial + FirstStored, world.AmbientC, random)] };
        }
        else if (plan.Places > world.Bays.Count)
        {
            world = world with { Bays = [.. world.Bays, .. More(plan.Places - world.Bays.Count, serial, random)] };
        }

        world = world with { Usual = usual };
        if (guests is null && parameters.Drivers is { } drivers)
        {
            usual = usual with { Truck = drivers.Drive(usual.Truck, random) };
            world = world with { Visits = [usual] };
        }

        if (guests is null && plan.Lanes == 1)
        {
            return world;
        }

        VisitPlan nobody = usual with { Truck = usual.Truck with { ArrivesMs = TruckPlan.Never } };
        VisitPlan[] coming = guests is null ? [usual]
            : [.. guests.Traffic is { } traffic
                ? Vehicles(parameters, traffic, guests.LastsMs, usual, world.AmbientC, random)
                : Visits(guests, usual, parameters.Drivers, random)];
        VisitPlan?[] first = [.. Enumerable.Range(1, plan.Lanes)
            .Select(lane => coming.Where(visit => visit.Lane == lane || (visit.Lane == 0 && lane == 1))
                .MinBy(visit => visit.Truck.ArrivesMs))];
        return world with
        {
            Visits = [.. first.Select((visit, index) => visit ?? nobody with { Lane = index + 1 })],
            Later = [.. coming.Except(first)!],
        };
    }

    /// <summary>A cabinet, before it the customer of the story.</summary>
    public static CabinetPlan Cabinet(StationPlan plan, Prng random)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        CabinetPlan cabinet = new StationParameters(plan).Apply(CabinetPlan.Demonstration(random));
        return plan.Packs is not { } packs ? cabinet : cabinet with
        {
            Doors =
            [
                .. Stored(plan.Places, packs, cabinet.Brought.Serial + FirstStored, cabinet.AmbientC, random),
            ],
        };
    }

    /// <summary>The same cabinet with others before it.</summary>
    public static CabinetPlan With(CabinetPlan cabinet, StationPlan plan, Guests guests, Prng random)
    {
        ArgumentNullException.ThrowIfNull(cabinet);
        ArgumentNullException.ThrowIfNull(guests);
        ArgumentNullException.ThrowIfNull(random);
        StationParameters parameters = new(plan);
        int serial = cabinet.Brought.Serial;
        List<CustomerPlan> coming = [];
        if (guests.Traffic is { } traffic)
        {
            Traffic chance = ChanceOf(parameters, traffic, random);
            coming.AddRange(chance.Customers(
                Times(chance, parameters, traffic, guests.LastsMs), cabinet.AmbientC));
        }

        foreach (Arrival arrival in guests.Arrivals)
        {
            coming.Add(Customer(arrival, cabinet, serial + FirstBrought + coming.Count));
        }

        CustomerPlan? first = coming.MinBy(customer => customer.ArrivesMs);
        return first is null
            ? cabinet with { ArrivesMs = TruckPlan.Never }
            : cabinet.For(first) with { Later = [.. coming.Where(customer => customer != first)] };
    }

    /// <summary>A vehicle as somebody wants it, otherwise like the usual one.</summary>
    public static VisitPlan Visit(Arrival arrival, VisitPlan usual, int serial)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        ArgumentNullException.ThrowIfNull(usual);
        bool tagged = usual.Truck.Tag.Length > 0;
        string name = arrival.Vehicle ?? (tagged ? usual.Truck.Tag : usual.Truck.Vin);
        TruckPlan truck = usual.Truck with
        {
            Vin = tagged ? usual.Truck.Vin : name,
            Tag = tagged ? name : "",
            ArrivesMs = arrival.AtMs,
        };
        if (arrival.Mistake.Length > 0)
        {
            truck = truck.With(Choices.Parse<DriverHabit>(arrival.Mistake), ForgetsForMs);
        }

        List<PackPlan> packs = [];
        for (int place = 0; place < usual.Packs.Count; place++)
        {
            StoredPack wanted = arrival.Packs?.ElementAtOrDefault(place) ?? new StoredPack();
            PackPlan like = usual.Packs[place];
            packs.Add(Of(wanted, serial + place, like.Soc, wanted.TemperatureC ?? like.TemperatureC));
        }

        return new VisitPlan(truck, packs, arrival.Lane);
    }

    public static CustomerPlan Customer(Arrival arrival, CabinetPlan usual, int serial)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        ArgumentNullException.ThrowIfNull(usual);
        StoredPack wanted = arrival.Packs is [{ } first, ..] ? first : new StoredPack();
        return new CustomerPlan(
            arrival.Vehicle ?? usual.Card,
            arrival.AtMs,
            Of(wanted, serial, usual.Brought.Soc, usual.Brought.TemperatureC),
            arrival.Mistake.Length > 0 ? Choices.Parse<CabinetMistake>(arrival.Mistake) : CabinetMistake.None);
    }

    private static IEnumerable<VisitPlan> Visits(
        Guests guests, VisitPlan usual, DriverParameters? drivers, Prng random)
    {
        int serial = usual.Packs[0].Serial + FirstBrought;
        foreach (Arrival arrival in guests.Arrivals)
        {
            // A mistake that is said comes on top of the driver's ways, so the driver is drawn first.
            TruckPlan driven = drivers?.Drive(usual.Truck, random) ?? usual.Truck;
            yield return Visit(arrival, usual with { Truck = driven }, serial);
            serial += usual.Packs.Count;
        }
    }

    private static IReadOnlyList<VisitPlan> Vehicles(
        StationParameters parameters,
        TrafficPlan traffic,
        long lastsMs,
        VisitPlan usual,
        double ambientC,
        Prng random)
    {
        Traffic chance = ChanceOf(parameters, traffic, random);
        DriverParameters drivers = parameters.Drivers ?? DriverParameters.Of(ParameterRoles.Driver.Shipped("usual"));
        return chance.Vehicles(
            Times(chance, parameters, traffic, lastsMs),
            usual.Truck,
            usual.Packs.Count,
            drivers,
            ambientC,
            traffic.Lane);
    }

    private static Traffic ChanceOf(StationParameters parameters, TrafficPlan traffic, Prng random)
    {
        Prng drawn = random.Fork();
        return new Traffic(parameters.TrafficOf(traffic), traffic.Seed is { } seed ? new Prng(seed) : drawn);
    }

    private static IReadOnlyList<long> Times(
        Traffic chance, StationParameters parameters, TrafficPlan traffic, long lastsMs)
    {
        IReadOnlyList<long> times = chance.Times(parameters.TimeOfDayMs, Math.Min(traffic.LastsMs ?? lastsMs, lastsMs));
        return traffic.Number > 0 ? [.. times.Take(traffic.Number)] : times;
    }

    private static IEnumerable<PackPlan?> Stored(
        int places, IReadOnlyList<StoredPack?> packs, int serial, double ambientC, Prng random)
    {
        for (int place = 0; place < places; place++)
        {
            double soc = random.Between(0.60, 0.90);
            double warmerK = random.Between(2.0, 6.0);
            yield return packs.ElementAtOrDefault(place) is { } wanted
                ? Of(wanted, serial + place, soc, wanted.TemperatureC ?? ambientC + warmerK) : null;
        }
    }

    private static PackPlan Of(StoredPack wanted, int serial, double soc, double temperatureC) =>
        new(serial, wanted.Charge ?? soc, wanted.TemperatureC ?? temperatureC)
        {
            Health = wanted.Health,
            Code = wanted.Code,
        };

    /// <summary>Beyond those of the story: packs in every state of charge, and one empty bay in four.</summary>
    private static IEnumerable<PackPlan?> More(int count, int serial, Prng random)
    {
        for (int i = 0; i < count; i++)
        {
            double soc = random.Between(0.45, 0.97);
            double temperatureC = random.Between(22.0, 28.0);
            yield return i % 4 == 3 ? null : new PackPlan(serial + FirstStored + i, soc, temperatureC);
        }
    }
}
