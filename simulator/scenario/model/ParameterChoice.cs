namespace SwapEdge.Simulator;

/// <summary>A set of parameters of the world: a data file by its name, values that differ from it, or both.</summary>
/// <param name="Role">What they are of: pack, charger, hoist and so on.</param>
/// <param name="Name">Name of the data file that is shipped; empty: the one of the station's kind.</param>
/// <param name="Overrides">Values by their names in the data file.</param>
/// <param name="Place">Where it is said.</param>
public sealed record ParameterChoice(
    string Role, string Name, IReadOnlyDictionary<string, object> Overrides, Place Place)
{
    /// <summary>What a file of one's own says, instead of one that is shipped.</summary>
    public ParameterSet? Own { get; init; }
}
