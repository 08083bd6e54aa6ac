namespace SwapEdge.Simulator;
internal sealed class CabinetLife(ulong seed, Prng random, TextWriter? trace)
{
    public LifeResult Run() => new LaneLife(seed, LifeKind.Truck, random, trace).Run();
}
