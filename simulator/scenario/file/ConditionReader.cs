using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>Reads conditions: a map whose first key names the form, or all, any, not of others.</summary>
internal sealed class ConditionReader(ScenarioScope scope)
{
    private static readonly (string Name, Joining Joining)[] Joinings =
        [("all", Joining.All), ("any", Joining.Any), ("not", Joining.Not)];

    private readonly ArgumentsReader _arguments = new(scope);

    /// <summary>Null when it is wrong, which is told.</summary>
    public ConditionPlan? Read(YamlPiece piece)
    {
        if (piece.Kind != YamlKind.Map || piece.Members.Count == 0)
        {
            if (piece.Kind != YamlKind.Refused)
            {
                scope.Errors.Add(piece, $"a condition such as '{{ phase: held }}' is expected, not {piece.Describe()}");
            }

            return null;
        }

        YamlMember first = piece.Members[0];
        Joining joining = Joinings.FirstOrDefault(one => one.Name == first.Name).Joining;
        if (joining != Joining.One)
        {
            return Joined(piece, first, joining);
        }

        if (ConditionForms.Find(first.Name) is { } form)
        {
            return Of(piece, first, form);
        }

        string reason = piece.Members.FirstOrDefault(one => ConditionForms.Find(one.Name) is not null) is { } later
            ? $"a condition begins with its name, here '{later.Name}', not with {YamlErrors.Quote(first.Name)}"
            : NearName.Say(
                $"unknown condition {YamlErrors.Quote(first.Name)}",
                first.Name,
                [.. ConditionForms.All.Select(one => one.Name), .. Joinings.Select(one => one.Name)]);
        scope.Errors.Add(first, reason);
        return null;
    }

    /// <summary>
    /// The same of what something else waits for. How many there are in all is known at the end alone: who waits sees
    /// the first when the second is still to come.
    /// </summary>
    public ConditionPlan? ReadAwaited(YamlPiece piece)
    {
        ConditionPlan? plan = Read(piece);
        foreach (ConditionPlan counted in plan is null ? [] : Parts(plan))
        {
            string? bound = UpperBounds.FirstOrDefault(counted.Arguments.Has);
            if (bound is not null)
            {
                scope.Errors.Add(
                    counted.Place.Line,
                    counted.Place.Column,
                    $"'{bound}' is known at the end alone; what is waited for has 'at-least'");
            }
        }

        return plan;
    }

    private static readonly string[] UpperBounds = [Parameter.Exactly.Name, Parameter.AtMost.Name];

    private static IEnumerable<ConditionPlan> Parts(ConditionPlan plan) =>
        plan.Form is not null ? [plan] : plan.Parts.SelectMany(Parts);

    private ConditionPlan? Of(YamlPiece piece, YamlMember first, ConditionForm form)
    {
        YamlFields fields = new(piece, scope.Errors, $"condition '{form.Name}'");
        bool fits = scope.Fits(first.Value, form.Name, form.Scope);
        Arguments? arguments = _arguments.Read(fields, form.Parameters);
        fields.End();
        if (!fits || arguments is null)
        {
            return null;
        }

        if (form.Name == "time")
        {
            scope.CheckTime(piece["time"], "time", arguments.Ms("time"));
        }

        if (scope.Station is { } station && form.Against?.Invoke(station, arguments) is { } wrong)
        {
            scope.Errors.Add(first, $"'{form.Name}': {wrong}");
            return null;
        }

        return new ConditionPlan(form, arguments, scope.PlaceOf(piece)) { Text = YamlText.Inner(piece) };
    }

    private ConditionPlan? Joined(YamlPiece piece, YamlMember first, Joining joining)
    {
        foreach (YamlMember other in piece.Members.Skip(1))
        {
            string name = YamlErrors.Quote(other.Name);
            scope.Errors.Add(other, $"'{first.Name}' stands alone; {name} goes into its conditions");
        }

        List<ConditionPlan?> parts = [];
        if (joining == Joining.Not)
        {
            parts.Add(Read(first.Value));
        }
        else if (first.Value.Kind == YamlKind.List && first.Value.Items.Count > 0)
        {
            parts.AddRange(first.Value.Items.Select(Read));
        }
        else
        {
            scope.Errors.Add(first, $"'{first.Name}' takes a list of conditions, not {first.Value.Describe()}");
        }

        return parts.Count == 0 || parts.Contains(null)
            ? null
            : new ConditionPlan(joining, [.. parts.OfType<ConditionPlan>()], scope.PlaceOf(piece))
            {
                Text = YamlText.Inner(piece),
            };
    }
}
