namespace SwapEdge.Simulator.Yaml;

/// <summary>A unit as files write it.</summary>
/// <param name="Symbol">As messages and schema have it.</param>
/// <param name="Factor">How many of the measure's own unit it is.</param>
/// <param name="Also">Other spellings that are read.</param>
public sealed record MeasureUnit(string Symbol, double Factor, params string[] Also)
{
    public bool Is(string text) =>
        string.Equals(Symbol, text, StringComparison.Ordinal) || Also.Contains(text, StringComparer.Ordinal);
}
