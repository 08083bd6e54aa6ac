namespace SwapEdge.Simulator;

/// <summary>
/// Between which values a parameter lies that says nothing of its own: all that the world can be told without an
/// overflow, and hardly more than can be meant.
/// </summary>
/// <param name="Least">As the kind is kept.</param>
/// <param name="Most">As the kind is kept.</param>
public sealed record ParameterRange(double Least, double Most)
{
    /// <summary>In milliseconds an int holds it.</summary>
    public const long LongestMs = 24L * 86_400_000;

    /// <summary>Milliseconds of a year: for civil time, which is a long everywhere.</summary>
    public const long YearMs = 366L * 86_400_000;

    /// <summary>°C that a cell comes to in a runaway, and some.</summary>
    public const double HottestC = 1_000;

    private static readonly ParameterRange Any = new(double.MinValue, double.MaxValue);

    public static ParameterRange Of(ParameterKind kind) => kind switch
    {
        ParameterKind.Duration => new(0, LongestMs),
        ParameterKind.Temperature => new(-60, 150),
        ParameterKind.Percent => new(0, 1),
        ParameterKind.Count => new(0, int.MaxValue),
        ParameterKind.Resistance => new(0, 1_000_000),
        ParameterKind.Current => new(-10_000, 10_000),
        ParameterKind.Voltage => new(0, 10_000),
        ParameterKind.Power => new(0, 100_000_000),
        ParameterKind.Length => new(0, 1_000_000),
        _ => Any,
    };
}
