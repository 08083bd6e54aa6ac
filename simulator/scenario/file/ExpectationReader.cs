using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>Reads what is expected.</summary>
internal sealed class ExpectationReader(ScenarioScope scope, ConditionReader conditions)
{
    /// <summary>Kinds of expectation as files have them.</summary>
    public static IReadOnlyList<(string Name, ExpectationKind Kind)> Kinds { get; } =
    [
        ("eventually", ExpectationKind.Eventually),
        ("never", ExpectationKind.Never),
        ("finally", ExpectationKind.Finally),
        ("in-order", ExpectationKind.InOrder),
    ];

    /// <summary>Null when it is wrong, which is told.</summary>
    public Expectation? Read(YamlPiece piece)
    {
        YamlFields fields = new(piece, scope.Errors, "an expectation");
        long? withinMs = fields.Ms("within");
        YamlPiece? since = fields.Take("after");
        ConditionPlan? after = since is null ? null : conditions.ReadAwaited(since);
        List<(ExpectationKind Kind, YamlPiece What)> said = [];
        foreach ((string name, ExpectationKind kind) in Kinds)
        {
            if (fields.Take(name) is { } what)
            {
                said.Add((kind, what));
            }
        }

        fields.End();
        CheckTimes(piece, said, withinMs);
        if (said.Count != 1)
        {
            if (piece.Kind == YamlKind.Map)
            {
                string names = string.Join(", ", Kinds.Select(kind => kind.Name));
                scope.Errors.Add(piece, $"an expectation has one of {names}" + (said.Count > 1 ? ", not more" : ""));
            }

            return null;
        }

        ConditionPlan[]? plans = Conditions(said[0].Kind, said[0].What);
        return plans is null || (since is not null && after is null)
            ? null
            : new Expectation(said[0].Kind, plans, withinMs, after, scope.PlaceOf(piece), YamlText.Of(piece));
    }

    private ConditionPlan[]? Conditions(ExpectationKind kind, YamlPiece what)
    {
        if (kind != ExpectationKind.InOrder)
        {
            return conditions.Read(what) is { } one ? [one] : null;
        }

        if (what.Kind != YamlKind.List || what.Items.Count < 2)
        {
            scope.Errors.Add(what, "'in-order' takes a list of two conditions or more");
            return null;
        }

        ConditionPlan?[] plans = [.. what.Items.Select(conditions.ReadAwaited)];
        return plans.Contains(null) ? null : [.. plans.OfType<ConditionPlan>()];
    }

    private void CheckTimes(YamlPiece piece, List<(ExpectationKind Kind, YamlPiece What)> said, long? withinMs)
    {
        scope.CheckTime(piece["within"], "within", withinMs);
        if (!said.Any(one => one.Kind == ExpectationKind.Finally))
        {
            return;
        }

        foreach (YamlMember time in piece.Members.Where(member => member.Name is "within" or "after"))
        {
            scope.Errors.Add(time, $"'finally' is at the end; '{time.Name}' has no meaning");
        }
    }
}
