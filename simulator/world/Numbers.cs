namespace SwapEdge.Simulator;

/// <summary>
/// What the world needs of mathematics, made of additions and multiplications only: the mathematics libraries of two
/// machines differ in the last bit, and a run shall not.
/// </summary>
public static class Numbers
{
    private const double Ln2 = 0.693147180559945309417232121458;
    private const int Terms = 18;

    /// <summary>e to the power of <paramref name="x"/>, within 1e-15 of its value; 0 below -700.</summary>
    public static double Exp(double x)
    {
        if (x < -700)
        {
            return 0;
        }

        int halvings = (int)Math.Floor(Math.Min(x, 700) / Ln2);
        double rest = Math.Min(x, 700) - (halvings * Ln2);
        double sum = 1;
        for (int term = Terms; term >= 1; term--)
        {
            sum = 1 + (rest * sum / term);
        }

        double power = 1;
        double factor = halvings < 0 ? 0.5 : 2;
        for (int left = Math.Abs(halvings); left > 0; left--)
        {
            power *= factor;
        }

        return sum * power;
    }

    /// <summary>
    /// How many of what comes by chance, <paramref name="mean"/> on average (Poisson; Knuth's product of draws).
    /// </summary>
    public static int Poisson(double mean, Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double floor = Exp(-mean);
        double product = random.Between(0.0, 1.0);
        int count = 0;
        while (product > floor)
        {
            product *= random.Between(0.0, 1.0);
            count++;
        }

        return count;
    }

    /// <summary>
    /// About normally distributed with mean 0 and spread 1, never beyond 6: twelve even draws, less their mean.
    /// </summary>
    public static double Normal(Prng random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double sum = -6;
        for (int draw = 0; draw < 12; draw++)
        {
            sum += random.Between(0.0, 1.0);
        }

        return sum;
    }
}
