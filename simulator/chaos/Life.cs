namespace SwapEdge.Simulator;

/// <summary>
/// One seeded life of a station: somebody comes, things go wrong for a while, then all faults are gone and a willing
/// person brings it back to idle. The kind of station follows from the seed, too.
/// </summary>
public static class Life
{
    /// <param name="seed">Everything in it follows from it.</param>
    /// <param name="recorder">Records what its nodes are given and give; null: nobody does.</param>
    public static LifeResult Run(ulong seed, RunRecorder? recorder = null)
    {
        Prng random = new(seed);
        LifeKind kind = KindOf(random.Between(0, 9));
        return kind == LifeKind.Cabinet
            ? new CabinetLife(seed, random, recorder).Run()
            : new LaneLife(seed, kind, random, recorder).Run();
    }

    /// <summary>Of ten lives four are of a truck station, two each of a car's and a cabinet, one each of the others.
    /// </summary>
    private static LifeKind KindOf(int chance) => chance switch
    {
        < 4 => LifeKind.Truck,
        < 6 => LifeKind.Car,
        < 8 => LifeKind.Cabinet,
        8 => LifeKind.SeveralPacks,
        _ => LifeKind.TwoLanes,
    };
}
