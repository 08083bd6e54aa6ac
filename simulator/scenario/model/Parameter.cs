using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One value of an action, a condition or a station's settings, and all that speaks against a value: what is told here
/// is held against every file, and the schema says it.
/// </summary>
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

    public static Parameter Phase { get; } = Choice("phase", "Which.", SwapEdge.Simulator.Choices.Of<Phase>()) with
    {
        Of = StationNames.Phases,
    };

    public static Parameter Fault { get; } = Choice("fault", "Which.", SwapEdge.Simulator.Choices.Of<Fault>()) with
    {
        Of = StationNames.Faults,
    };

    /// <summary>Of what is counted: so many, or more.</summary>
    public static Parameter AtLeast { get; } = new(
        "at-least", ParameterKind.Count, false, "So many of them or more; 1 if nothing is said.")
    {
        Least = 1,
        Below = "at-most",
    };

    public static Parameter AtMost { get; } = new(
        "at-most", ParameterKind.Count, false, "So many of them or fewer, in the time of the expectation.");

    public static Parameter Exactly { get; } = new(
        "exactly", ParameterKind.Count, false, "Just so many of them, in the time of the expectation.")
    {
        NotWith = ["at-least", "at-most"],
    };

    /// <summary>Of an alarm or a warning.</summary>
    public static Parameter Severity { get; } = new("level", ParameterKind.Count, true, "1 to 3, 3 the worst.")
    {
        Least = 1,
        Most = 3,
    };

    /// <summary>Of what happens to many, such as frames: none of them would be nothing.</summary>
    public static Parameter Share { get; } = new("share", ParameterKind.Percent, true, "How many of them.")
    {
        Least = 0.0001,
    };

    /// <summary>The least that it may be, as it is kept; of its kind where nothing is said.</summary>
    public double Least { get; init; } = ParameterRange.Of(Kind).Least;

    /// <summary>The most that it may be, as it is kept; of its kind where nothing is said.</summary>
    public double Most { get; init; } = ParameterRange.Of(Kind).Most;

    /// <summary>A time that passes in the run, so it is not longer than the run's limit.</summary>
    public bool IsInRun { get; init; }

    /// <summary>Those of <see cref="Choices"/> that a station can have; null: all of them.</summary>
    public Func<StationPlan, IReadOnlyList<string>>? Of { get; init; }

    /// <summary>Name of the parameter that is greater, or for a count not less; empty: none.</summary>
    public string Below { get; init; } = "";

    /// <summary>Names of parameters that have no meaning beside it.</summary>
    public IReadOnlyList<string> NotWith { get; init; } = [];

    public static Parameter Choice(string name, string about, IReadOnlyList<string> choices, bool required = true) =>
        new(name, ParameterKind.Choice, required, about, choices);
}
