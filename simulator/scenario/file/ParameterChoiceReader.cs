using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>
/// Reads which parameters a world has: for a role the name of a data file, or a map of single values that differ, and
/// <c>name</c> for the file they differ from.
/// </summary>
internal static class ParameterChoiceReader
{
    private const string Name = "name";

    public static List<ParameterChoice> Read(string file, YamlPiece piece, YamlErrors errors)
    {
        List<ParameterChoice> choices = [];
        if (piece.Kind != YamlKind.Map)
        {
            errors.Add(piece, $"'parameters' is a map of 'role: name', not {piece.Describe()}");
            return choices;
        }

        foreach (YamlMember member in piece.Members)
        {
            ParameterRole? role = ParameterRoles.All.FirstOrDefault(one => one.Name == member.Name);
            if (role is null)
            {
                string reason = $"there are no parameters of {YamlErrors.Quote(member.Name)}";
                errors.Add(member, NearName.Say(reason, member.Name, ParameterRoles.All.Select(one => one.Name)));
                continue;
            }

            choices.Add(member.Value.Kind == YamlKind.Map
                ? Differing(file, role, member.Value, errors)
                : Named(file, role, member, errors));
        }

        return choices;
    }

    private static ParameterChoice Named(string file, ParameterRole role, YamlMember member, YamlErrors errors)
    {
        YamlPiece alone = new(YamlKind.Map, member.Line, member.Column);
        alone.Members.Add(member);
        string set = new YamlFields(alone, errors, role.What).Choice(role.Name, role.Names, required: true) ?? "";
        return new ParameterChoice(
            role.Name,
            set,
            new Dictionary<string, double>(StringComparer.Ordinal),
            new Place(file, member.Line, member.Column));
    }

    private static ParameterChoice Differing(string file, ParameterRole role, YamlPiece map, YamlErrors errors)
    {
        YamlFields fields = new(map, errors, $"'parameters' of {role.What}");
        string set = fields.Choice(Name, role.Names) ?? "";
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach (ParameterField field in role.Fields.Where(one => one.IsSingle))
        {
            double? value = field.Shape switch
            {
                ParameterShape.Quantity => fields.Quantity(field.Name, field.Measure!, false, field.Least, field.Most),
                ParameterShape.Count => fields.Count(field.Name, (int)field.Least, (int)field.Most),
                _ => fields.Number(field.Name, false, field.Least, field.Most),
            };
            if (value is { } one)
            {
                values[field.Name] = one;
            }
        }

        fields.End();
        return new ParameterChoice(role.Name, set, values, new Place(file, map.Line, map.Column));
    }
}
