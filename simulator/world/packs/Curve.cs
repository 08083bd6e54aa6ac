namespace SwapEdge.Simulator;

/// <summary>A curve through points, straight between them and level outside. No library function, so that a run gives
/// the same bits on every machine.</summary>
public sealed class Curve(double[] x, double[] y)
{
    public double At(double value)
    {
        if (value <= x[0])
        {
            return y[0];
        }

        for (int i = 1; i < x.Length; i++)
        {
            if (value <= x[i])
            {
                return y[i - 1] + ((y[i] - y[i - 1]) * (value - x[i - 1]) / (x[i] - x[i - 1]));
            }
        }

        return y[^1];
    }
}
