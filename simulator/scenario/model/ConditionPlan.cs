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

    /// <summary>The condition on a station that runs.</summary>
    public Condition Make(ScenarioRun run) => Form is not null
        ? Form.Make(run, Arguments) : new JoinedCondition(Joining, [.. Parts.Select(part => part.Make(run))]);
}
