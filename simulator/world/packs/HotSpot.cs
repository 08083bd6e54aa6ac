namespace SwapEdge.Simulator;

/// <summary>
/// The one cell of a pack in which a runaway begins: a short inside heats it, then its own reactions do; the rest of
/// the pack takes heat from it. It is as warm as the pack until something happens.
/// </summary>
internal sealed class HotSpot(Runaway law, double packJPerK)
{
    private readonly double _capacityJPerK = law.Share * packJPerK;
    private double _reactedK;
    private double _shortKPerS;
    private double _shortSeconds;

    /// <summary>Something has happened.</summary>
    public bool Active { get; private set; }

    public double TemperatureC { get; private set; }

    /// <summary>Gas came out, and the cell is dead.</summary>
    public bool Vented { get; private set; }

    /// <summary>Heat made by its reactions and by the short.</summary>
    public double HeatJ { get; private set; }

    /// <summary>A short heats the cell to a temperature in so long, and is then gone.</summary>
    public void Heat(double fromC, double toC, int overMs)
    {
        TemperatureC = Active ? TemperatureC : fromC;
        Active = true;
        _shortSeconds = Math.Max(overMs, 1) / 1000.0;
        _shortKPerS = Math.Max(0, toC - TemperatureC) / _shortSeconds;
    }

    /// <summary>Lets time pass; returns the heat that went into the rest of the pack.</summary>
    public double Advance(double seconds, double packC)
    {
        double shortedSeconds = Math.Min(seconds, _shortSeconds);
        _shortSeconds -= shortedSeconds;
        double shortK = _shortKPerS * shortedSeconds;
        double reactedK = Math.Min(law.RateAt(TemperatureC) * seconds, law.RiseK - _reactedK);
        _reactedK += reactedK;
        double lostJ = law.CouplingWPerK * (TemperatureC - packC) * seconds;

        // The short makes up for what is lost meanwhile.
        shortK += shortedSeconds > 0 ? lostJ / _capacityJPerK : 0;
        TemperatureC += shortK + reactedK - (lostJ / _capacityJPerK);
        HeatJ += (shortK + reactedK) * _capacityJPerK;
        Vented |= TemperatureC >= law.VentC;
        return lostJ;
    }
}
