namespace SwapEdge.Simulator;

/// <summary>
/// How a pack loses capacity: by use and by time, each with the root of it, and each faster when it is warm
/// (Arrhenius). Both add up; resistance and the spread of its cells grow with what is lost.
/// </summary>
/// <param name="CycleLoss">Share lost after 1000 full cycles at 25 °C.</param>
/// <param name="CycleJPerMol">Activation energy.</param>
/// <param name="CalendarLoss">Share lost after a year at 25 °C.</param>
/// <param name="CalendarJPerMol">Activation energy.</param>
/// <param name="ResistanceGrowth">Resistance grows by so many times the lost share.</param>
public sealed record Ageing(
    double CycleLoss, double CycleJPerMol, double CalendarLoss, double CalendarJPerMol, double ResistanceGrowth)
{
    private const double Cycles = 1_000;
    private const double YearSeconds = 365.25 * 86_400;

    public static Ageing Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new Ageing(
            set.Number("cycle-loss"),
            set.Number("cycle-activation"),
            set.Number("calendar-loss"),
            set.Number("calendar-activation"),
            set.Number("resistance-growth"));
    }

    /// <summary>What is lost by use, after <paramref name="cycles"/> more full cycles at a temperature.</summary>
    public double AfterCycles(double lost, double cycles, double temperatureC) =>
        Grown(lost, CycleLoss * CycleLoss / Cycles * cycles, CycleJPerMol, temperatureC);

    /// <summary>What is lost by time, after <paramref name="seconds"/> more at a temperature.</summary>
    public double AfterTime(double lost, double seconds, double temperatureC) =>
        Grown(lost, CalendarLoss * CalendarLoss / YearSeconds * seconds, CalendarJPerMol, temperatureC);

    /// <summary>Losses by the root of use or time add up as squares. (A square root is the same on every machine.)
    /// </summary>
    private static double Grown(double lost, double squares, double jPerMol, double temperatureC)
    {
        double faster = Arrhenius.Factor(jPerMol, temperatureC, 25);
        return Math.Sqrt((lost * lost) + (faster * faster * squares));
    }
}
