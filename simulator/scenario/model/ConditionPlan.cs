namespace SwapEdge.Simulator;

/// <summary>A condition as a file says it: one form with its arguments, or several joined.</summary>
public sealed record ConditionPlan
{
    public ConditionPlan(ConditionForm form, Arguments arguments, Place? place = null)
    {
        (Form, Arguments, Parts, Place) = (form, arguments, [], place ?? Place.Nowhere);
    }

    public ConditionPlan(Joining joining, IReadOnlyList<ConditionPlan> parts, Place? place = null)
    {
        (Joining, Arguments, Parts, Place) = (joining, Arguments.None, parts, place ?? Place.Nowhere);
    }

    public Joining Joining { get; }

    /// <summary>Null when it is joined of others.</summary>
    public ConditionForm? Form { get; }

    public Arguments Arguments { get; }

    /// <summary>What it is joined of; the one that is denied.</summary>
    public IReadOnlyList<ConditionPlan> Parts { get; }

    public Place Place { get; }

    /// <summary>As it is said, for the reason of a failure.</summary>
    public string Text { get; init; } = "";

    /// <summary>It, or a part of it, says how many there are at most.</summary>
    public bool HasUpperBound => Arguments.Has(Parameter.Exactly.Name) || Arguments.Has(Parameter.AtMost.Name)
        || Parts.Any(part => part.HasUpperBound);

    /// <summary>The same form with the same arguments, or the same parts in their order.</summary>
    public bool SaysTheSame(ConditionPlan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Form == other.Form && Joining == other.Joining && Arguments.AreSame(other.Arguments)
            && Parts.Count == other.Parts.Count
            && Parts.Zip(other.Parts).All(pair => pair.First.SaysTheSame(pair.Second));
    }

    /// <summary>The condition on a station that runs.</summary>
    public Condition Make(ScenarioRun run) => Form is not null
        ? Form.Make(run, Arguments) : new JoinedCondition(Joining, [.. Parts.Select(part => part.Make(run))]);
}
