namespace SwapEdge.Simulator;

/// <summary>One value of an action or condition.</summary>
/// <param name="Name">As files have it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Required">It must be said.</param>
/// <param name="About">What it means, in a sentence.</param>
/// <param name="Choices">Of which it is one, when it is a choice.</param>
public sealed record Parameter(
    string Name, ParameterKind Kind, bool Required, string About, IReadOnlyList<string>? Choices = null)
{
    public static Parameter Lane { get; } = new("lane", ParameterKind.Lane, false, "Which lane; lane 1 if not said.");

    public static Parameter Bay { get; } = new("bay", ParameterKind.Bay, false, "Which bay.");

    public static Parameter Door { get; } = new("door", ParameterKind.Bay, false, "Which door of a cabinet.");

    public static Parameter Node { get; } = new("node", ParameterKind.Node, true, "Which node.");

    /// <summary>May be left out.</summary>
    public static Parameter AnyNode { get; } = Node with { Required = false, About = "Which node; all if not said." };

    public static Parameter At { get; } = new(
        "pack", ParameterKind.PackAt, true, $"Where the pack is: {SwapEdge.Simulator.PackAt.Usage}.");

    public static Parameter Over { get; } = new(
        "over", ParameterKind.Duration, false, "How long it takes to get there; at once if not said.");

    public static Parameter Choice(string name, string about, IReadOnlyList<string> choices, bool required = true) =>
        new(name, ParameterKind.Choice, required, about, choices);
}
