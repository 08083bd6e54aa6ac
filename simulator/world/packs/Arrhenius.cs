namespace SwapEdge.Simulator;

/// <summary>How much faster a reaction goes at another temperature.</summary>
public static class Arrhenius
{
    private const double GasJPerMolK = 8.314462618;
    private const double ZeroC = 273.15;

    /// <summary>Speed at a temperature against that at <paramref name="referenceC"/>.</summary>
    public static double Factor(double activationJPerMol, double temperatureC, double referenceC) => Numbers.Exp(
        activationJPerMol / GasJPerMolK * ((1 / (referenceC + ZeroC)) - (1 / (temperatureC + ZeroC))));
}
