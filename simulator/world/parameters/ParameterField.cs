using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>One value of a parameter file: its name, what it measures, and what is believed of it.</summary>
/// <param name="Name">As the file has it.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Measure">What it measures; null: a plain number.</param>
/// <param name="Least">Lowest that is believed, in the measure's own unit; of a curve: of its values.</param>
/// <param name="Most">Highest.</param>
/// <param name="About">What it is, for people.</param>
public sealed record ParameterField(
    string Name, ParameterShape Shape, Measure? Measure, double Least, double Most, string About)
{
    /// <summary>Of a curve: what is along its x.</summary>
    public Measure? Over { get; init; }

    public static ParameterField Of(string name, Measure measure, double least, double most, string about) =>
        new(name, ParameterShape.Quantity, measure, least, most, about);

    public static ParameterField Number(string name, double least, double most, string about) =>
        new(name, ParameterShape.Number, null, least, most, about);

    public static ParameterField Count(string name, double least, double most, string about) =>
        new(name, ParameterShape.Count, null, least, most, about);

    public static ParameterField Curve(
        string name, Measure over, Measure? measure, double least, double most, string about) =>
        new(name, ParameterShape.Curve, measure, least, most, about) { Over = over };

    public static ParameterField Spread(string name, Measure measure, double least, double most, string about) =>
        new(name, ParameterShape.Spread, measure, least, most, about);

    public static ParameterField Hours(string name, Measure? measure, double least, double most, string about) =>
        new(name, ParameterShape.Hours, measure, least, most, about);
}
