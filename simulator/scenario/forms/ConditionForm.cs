namespace SwapEdge.Simulator;

/// <summary>
/// Something that can be so at a moment of a run. In a file the form's name is a key, and its value is the first
/// parameter, which has the same name; the other parameters stand beside it.
/// </summary>
/// <param name="Name">As files have it.</param>
/// <param name="About">When it is true, in a sentence.</param>
/// <param name="Parameters">What it must and may be told; the first has the form's name.</param>
/// <param name="Make">The condition on a station that runs.</param>
public sealed record ConditionForm(
    string Name, string About, IReadOnlyList<Parameter> Parameters, Func<ScenarioRun, Arguments, Condition> Make)
{
    public StationScope Scope { get; init; }

    /// <summary>As in <see cref="ActionForm.Against"/>.</summary>
    public Func<StationPlan, Arguments, string?>? Against { get; init; }
}
