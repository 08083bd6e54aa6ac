namespace SwapEdge.Simulator;

/// <summary>The air around a station: a mean, a swing over the day, and a change of weather if there is one.</summary>
/// <param name="parameters">Swing and shape of the day.</param>
/// <param name="meanC">Mean of the day.</param>
/// <param name="beginsMs">Local time of day at which the world begins.</param>
public sealed class Weather(WeatherParameters parameters, double meanC, long beginsMs)
{
    private const double HourMs = 3_600_000;
    private const int Hours = 24;

    private double _fromC = meanC;
    private double _toC = meanC;
    private long _turnsMs;
    private long _turnedMs;

    public WeatherParameters Parameters { get; } = parameters;

    /// <summary>The mean goes to another temperature in so long.</summary>
    public void Turn(double toC, long nowMs, long overMs)
    {
        _fromC = MeanAt(nowMs);
        _toC = toC;
        _turnsMs = nowMs;
        _turnedMs = nowMs + overMs;
    }

    /// <summary>Temperature of the air, °C.</summary>
    public double At(long nowMs)
    {
        double hour = (beginsMs + nowMs) / HourMs;
        long whole = (long)hour;
        double from = Parameters.OverTheDay[(int)(whole % Hours)];
        double to = Parameters.OverTheDay[(int)((whole + 1) % Hours)];
        return MeanAt(nowMs) + (Parameters.SwingK * (from + ((to - from) * (hour - whole))));
    }

    private double MeanAt(long nowMs) => nowMs >= _turnedMs ? _toC
        : _fromC + ((_toC - _fromC) * (nowMs - _turnsMs) / (_turnedMs - _turnsMs));
}
