using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>Reads what happens: when, and one of the actions.</summary>
internal sealed class HappeningReader(ScenarioScope scope, ConditionReader conditions)
{
    /// <summary>Keys of every happening; no action has a parameter of these names.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["at", "when", "after", "do", "for"];

    private readonly ArgumentsReader _arguments = new(scope);

    /// <summary>Null when it is wrong, which is told.</summary>
    public Happening? Read(YamlPiece piece)
    {
        YamlFields fields = new(piece, scope.Errors, "a happening");
        Trigger? trigger = TriggerOf(piece, fields);
        YamlPiece? action = fields.Word("do", required: true);
        long? forMs = fields.Ms("for");
        if (action is null)
        {
            return null;
        }

        if (ActionForms.Find(action.Text) is not { } form)
        {
            // Its other keys belong to an action that nobody knows.
            scope.Errors.Add(action, NearName.Say(
                $"unknown action {action.Describe()}", action.Text, ActionForms.All.Select(one => one.Name)));
            return null;
        }

        bool fits = scope.Fits(action, form.Name, form.Scope);
        fields.What = $"action '{form.Name}'";
        Arguments? arguments = _arguments.Read(fields, form.Parameters);
        fields.End();
        CheckFor(piece["for"], form, forMs);
        if (!fits || arguments is null || trigger is null)
        {
            return null;
        }

        if (scope.Station is { } station && form.Against?.Invoke(station, arguments) is { } wrong)
        {
            scope.Errors.Add(action, $"'{form.Name}': {wrong}");
            return null;
        }

        return new Happening(trigger, form, arguments, forMs, scope.PlaceOf(piece));
    }

    private Trigger? TriggerOf(YamlPiece piece, YamlFields fields)
    {
        long? atMs = fields.Ms("at");
        YamlPiece? when = fields.Take("when");
        long? afterMs = fields.Ms("after");
        ConditionPlan? condition = when is null ? null : conditions.ReadAwaited(when);
        scope.CheckTime(piece["at"], "at", atMs);
        scope.CheckTime(piece["after"], "after", afterMs);
        if (piece.Kind == YamlKind.Map && fields.Has("at") == fields.Has("when"))
        {
            scope.Errors.Add(piece, fields.Has("at")
                ? "a happening has 'at' or 'when', not both"
                : "a happening needs 'at', a time, or 'when', a condition");
            return null;
        }

        if (fields.Has("after") && !fields.Has("when"))
        {
            scope.Errors.Add(piece["after"]!, "'after' follows 'when'; 'at' is a time alone");
            return null;
        }

        return atMs is null && condition is null ? null : new Trigger(atMs, condition, afterMs ?? 0);
    }

    private void CheckFor(YamlPiece? piece, ActionForm form, long? forMs)
    {
        if (piece is not null && !form.Lasts)
        {
            scope.Errors.Add(piece, $"'{form.Name}' does not last; 'for' has no meaning");
        }
        else if (piece is not null && forMs == 0)
        {
            scope.Errors.Add(piece, $"for: {piece.Describe()} is no time at all");
        }
    }
}
