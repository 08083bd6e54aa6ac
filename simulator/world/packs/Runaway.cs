namespace SwapEdge.Simulator;

/// <summary>
/// How a cell runs away: above an onset its own reactions warm it, the faster the warmer it is (Arrhenius), until what
/// can react has reacted. A little above the onset the rest of the pack still carries the heat off.
/// </summary>
/// <param name="Share">Of the pack's heat capacity, where it begins.</param>
/// <param name="CouplingWPerK">To the rest of the pack.</param>
/// <param name="OnsetC">Where the rate is <paramref name="RateKPerS"/>.</param>
/// <param name="RateKPerS">Self-heating at the onset.</param>
/// <param name="JPerMol">Activation energy.</param>
/// <param name="RiseK">What the reaction adds in all, without loss.</param>
/// <param name="VentC">Above it gas comes out.</param>
public sealed record Runaway(
    double Share, double CouplingWPerK, double OnsetC, double RateKPerS, double JPerMol, double RiseK, double VentC)
{
    /// <summary>Nothing is faster: the reaction takes seconds, not milliseconds.</summary>
    private const double FastestKPerS = 25;

    /// <summary>So far below the onset nothing is worth reckoning.</summary>
    private const double QuietK = 40;

    public static Runaway Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new Runaway(
            set.Number("spot"),
            set.Number("spot-coupling"),
            set.Number("runaway-onset"),
            set.Number("runaway-rate"),
            set.Number("runaway-activation"),
            set.Number("runaway-rise"),
            set.Number("vent"));
    }

    /// <summary>Self-heating without loss, in kelvin a second.</summary>
    public double RateAt(double temperatureC) => temperatureC < OnsetC - QuietK ? 0
        : Math.Min(RateKPerS * Arrhenius.Factor(JPerMol, temperatureC, OnsetC), FastestKPerS);
}
