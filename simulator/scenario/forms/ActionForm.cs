namespace SwapEdge.Simulator;

/// <summary>Something that a scenario can let happen. Reader, schema and tables are made from the forms.</summary>
/// <param name="Name">As files have it.</param>
/// <param name="About">What it does, in a sentence.</param>
/// <param name="Parameters">What it must and may be told.</param>
/// <param name="Begin">
/// Makes it so, and gives what undoes it; null: nothing does. What lasts is kept so by <see cref="Holds"/>, for
/// somebody else may do the same meanwhile.
/// </param>
public sealed record ActionForm(
    string Name, string About, IReadOnlyList<Parameter> Parameters, Func<ScenarioRun, Arguments, Action?> Begin)
{
    /// <summary>It can be over again: 'for' may say when.</summary>
    public bool Lasts { get; init; } = true;

    /// <summary>How long it lasts where nothing is said; null: to the end of the run.</summary>
    public long? UsualMs { get; init; }

    /// <summary>At which stations it can happen.</summary>
    public StationScope Scope { get; init; }

    /// <summary>
    /// What speaks against it at a station with these arguments, beyond what the kinds of its parameters say; null:
    /// nothing.
    /// </summary>
    public Func<StationPlan, Arguments, string?>? Against { get; init; }

    /// <summary>Why it cannot be done to a broker of others; null: it can.</summary>
    public string? AgainstForeignBroker { get; init; }
}
