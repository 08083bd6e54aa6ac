using System.Text;
using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Tables of actions and conditions for the README, made from the forms.</summary>
public static class ScenarioTables
{
    private const int MostNames = 12;

    public static string Actions()
    {
        StringBuilder text = new();
        text.Append("| action | what happens | told | lasts |\n|---|---|---|---|\n");
        foreach (ActionForm form in ActionForms.All)
        {
            string lasts = !form.Lasts ? "no" : form.UsualMs is { } ms ? DurationText.Of(ms) : "`for`, or to the end";
            string told = Told(form.Parameters);
            string own = form.AgainstForeignBroker is null ? "" : " Not at a broker of others.";
            text.Append(Invariant($"| `{form.Name}` | {form.About}{At(form.Scope)}{own} | {told} | {lasts} |\n"));
        }

        return text.ToString();
    }

    public static string Conditions()
    {
        StringBuilder text = new();
        text.Append("| condition | is true when | told |\n|---|---|---|\n");
        foreach (ConditionForm form in ConditionForms.All)
        {
            text.Append(Invariant($"| `{form.Name}` | {form.About}{At(form.Scope)} | {Told(form.Parameters)} |\n"));
        }

        return text.ToString();
    }

    public static string Settings()
    {
        StringBuilder text = new();
        text.Append("| setting | is | means |\n|---|---|---|\n");
        foreach (Parameter one in StationSettings.Parameters)
        {
            text.Append(Invariant($"| `{one.Name}` | {Value(one)} | {one.About} |\n"));
        }

        return text.ToString();
    }

    /// <summary>
    /// Names that are too many for a line of a table: each list once, under a name that no other has. One that holds
    /// all of another says only what it has besides.
    /// </summary>
    public static string Names()
    {
        StringBuilder text = new();
        List<(string Label, IReadOnlyList<string> Names)> told = [];
        foreach (IGrouping<string, (string Form, Parameter Parameter)> named in Long()
            .GroupBy(one => one.Parameter.Name, StringComparer.Ordinal))
        {
            var lists = named.GroupBy(one => string.Join(' ', one.Parameter.Choices!), StringComparer.Ordinal)
                .OrderBy(list => list.First().Parameter.Choices!.Count).ToList();
            foreach (var list in lists)
            {
                IReadOnlyList<string> names = list.First().Parameter.Choices!;
                string forms = string.Join(", ", list.Select(one => $"`{one.Form}`").Distinct(StringComparer.Ordinal));
                string label = lists.Count == 1 ? $"**{named.Key}**" : $"**{named.Key} of {forms}**";
                (string innerLabel, IReadOnlyList<string> inner) = told
                    .Where(one => one.Names.All(names.Contains))
                    .OrderBy(one => one.Names.Count).LastOrDefault(("", []));
                IEnumerable<string> own = names.Except(inner, StringComparer.Ordinal);
                string[] parts =
                    [.. own.Select(name => $"`{name}`"), .. inner.Count == 0 ? [] : new[] { $"all of {innerLabel}" }];
                text.Append(Invariant($"* {label}: {string.Join(", ", parts)}\n"));
                told.Add((label, names));
            }
        }

        return text.ToString();
    }

    /// <summary>Choices that are too many for a line, with the form that has them; same lists under other names, too.
    /// </summary>
    private static IEnumerable<(string Form, Parameter Parameter)> Long() =>
        ActionForms.All.SelectMany(form => form.Parameters.Select(one => (form.Name, one)))
            .Concat(ConditionForms.All.SelectMany(form => form.Parameters.Select(one => (form.Name, one))))
            .Where(one => one.one.Choices?.Count > MostNames);

    private static string At(StationScope scope) => scope switch
    {
        StationScope.Lanes => " Not at a cabinet.",
        StationScope.Cabinet => " At a cabinet.",
        _ => "",
    };

    private static string Told(IReadOnlyList<Parameter> parameters) => string.Join("; ", parameters.Select(one =>
        (one.Required ? $"**`{one.Name}`**" : $"`{one.Name}`") + " " + Value(one)));

    private static string Value(Parameter one) => one.Kind switch
    {
        ParameterKind.Choice when one.Choices!.Count > MostNames => "a name",
        ParameterKind.Choice => string.Join(", ", one.Choices!.Select(name => $"`{name}`")),
        ParameterKind.Count => "a number",
        ParameterKind.Level => "on or off",
        ParameterKind.Text => "a text",
        ParameterKind.Node => "a node",
        ParameterKind.Bay or ParameterKind.Lane or ParameterKind.Position or ParameterKind.LockPoint => "its number",
        ParameterKind.Vehicle => "its VIN, tag or card",
        ParameterKind.PackCode => "a code",
        ParameterKind.PackAt => "a place",
        _ => SchemaValues.MeasureOf(one.Kind).Words,
    };
}
