namespace SwapEdge.Simulator;

/// <summary>A value that chance draws: about normally distributed, and never outside its limits.</summary>
/// <param name="Mean">Of very many draws, when no limit is near.</param>
/// <param name="Deviation">Standard deviation.</param>
/// <param name="Least">Lowest.</param>
/// <param name="Most">Highest.</param>
public sealed record Spread(double Mean, double Deviation, double Least, double Most)
{
    public double Draw(Prng random) => Math.Clamp(Mean + (Deviation * Numbers.Normal(random)), Least, Most);
}
