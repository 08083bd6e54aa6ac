using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>
/// Reads which parameters a world has: for a role the name of a data file, or a map of values that differ, and
/// <c>name</c> for the file they differ from. A name is of a file that is shipped, or of one's own: a path from the
/// scenario's folder.
/// </summary>
/// <param name="file">The scenario.</param>
/// <param name="kind">Of the station; null while it is not known: then nothing is held against it.</param>
/// <param name="errors">Where errors go.</param>
internal sealed class ParameterChoiceReader(string file, Story? kind, YamlErrors errors)
{
    private const string Name = "name";

    private static readonly Dictionary<string, object> Nothing = new(StringComparer.Ordinal);

    public List<ParameterChoice> Read(YamlPiece piece)
    {
        List<ParameterChoice> choices = [];
        if (piece.Kind != YamlKind.Map)
        {
            errors.Add(piece, $"'parameters' is a map of 'role: name', not {piece.Describe()}");
            return choices;
        }

        IReadOnlyList<ParameterRole> roles = kind is null ? ParameterRoles.All : StationParameters.RolesOf(kind);
        foreach (YamlMember member in piece.Members)
        {
            if (roles.FirstOrDefault(one => one.Name == member.Name) is { } role)
            {
                choices.Add(member.Value.Kind == YamlKind.Map ? Differing(role, member.Value) : Named(role, member));
                continue;
            }

            string name = YamlErrors.Quote(member.Name);
            bool isForeign = ParameterRoles.All.Any(one => one.Name == member.Name);
            string reason = isForeign ? $"a {kind!.Name} station has no {name}" : $"there are no parameters of {name}";
            errors.Add(member, NearName.Say(reason, member.Name, roles.Select(one => one.Name)));
        }

        return choices;
    }

    private ParameterChoice Named(ParameterRole role, YamlMember member)
    {
        YamlPiece alone = new(YamlKind.Map, member.Line, member.Column);
        alone.Members.Add(member);
        YamlFields fields = new(alone, errors, role.What);
        return Choice(role, fields, role.Name, Nothing, new Place(file, member.Line, member.Column));
    }

    private ParameterChoice Differing(ParameterRole role, YamlPiece map)
    {
        YamlFields fields = new(map, errors, $"'parameters' of {role.What}");
        Dictionary<string, object> values = new ParameterReading(role, errors).Values(fields, required: false);
        ParameterChoice choice = Choice(role, fields, Name, values, new Place(file, map.Line, map.Column));
        fields.End();
        return choice;
    }

    private ParameterChoice Choice(
        ParameterRole role, YamlFields fields, string key, Dictionary<string, object> values, Place place)
    {
        if (fields.Word(key) is not { } named)
        {
            return new ParameterChoice(role.Name, "", values, place);
        }

        bool isFile = ScenarioFile.Endings.Contains(Path.GetExtension(named.Text), StringComparer.OrdinalIgnoreCase);
        return isFile
            ? new ParameterChoice(role.Name, "", values, place) { Own = Own(role, named) }
            : new ParameterChoice(role.Name, fields.Choice(key, role.Names) ?? "", values, place);
    }

    /// <summary>A file of one's own; what is wrong in it is told with its own name.</summary>
    private ParameterSet? Own(ParameterRole role, YamlPiece named)
    {
        string path = Path.Combine(Path.GetDirectoryName(file) ?? "", named.Text);
        if (!File.Exists(path))
        {
            errors.Add(named, $"{role.Name}: there is no file {named.Describe()} from the scenario's folder");
            return null;
        }

        YamlFile own = YamlFile.Read(path);
        ParameterSet? set = role.Read(own);
        foreach (YamlError error in own.Errors.All)
        {
            errors.Add(error with { File = own.Name });
        }

        return set;
    }
}
