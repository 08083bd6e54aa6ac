using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Reads a parameter file by the fields of its role, and tells all that is wrong with it.</summary>
internal sealed class ParameterReading(ParameterRole role, YamlErrors errors)
{
    private const int MostPoints = 64;
    private const int HoursOfDay = 24;

    private static readonly string[] SpreadParts = ["mean", "deviation", "least", "most"];

    /// <summary>A whole file.</summary>
    public ParameterSet Read(YamlPiece root)
    {
        YamlFields map = new(root, errors, role.What);
        map.Text("about", required: true);
        Dictionary<string, object> values = Values(map, required: true);
        map.End();
        return new ParameterSet(role, values);
    }

    /// <summary>Values of a map: all of the role's, or those that are there.</summary>
    public Dictionary<string, object> Values(YamlFields map, bool required)
    {
        Dictionary<string, object> values = new(StringComparer.Ordinal);
        foreach (ParameterField field in role.Fields)
        {
            (string name, double least, double most) = (field.Name, field.Least, field.Most);
            object? value = field.Shape switch
            {
                ParameterShape.Quantity => map.Quantity(name, field.Measure!, required, least, most),
                ParameterShape.Number => map.Number(name, required, least, most),
                ParameterShape.Count => (double?)map.Count(name, (int)least, (int)most, required),
                ParameterShape.Curve => map.Take(name, required) is { } points ? Points(points, field) : null,
                ParameterShape.Spread => map.Take(name, required) is { } parts ? Distribution(parts, field) : null,
                _ => map.Take(name, required) is { } hours ? Hours(hours, field) : null,
            };
            if (value is not null)
            {
                values[name] = value;
            }
        }

        return values;
    }

    private Curve? Points(YamlPiece list, ParameterField field)
    {
        if (list.Kind != YamlKind.List || list.Items.Count is < 2 or > MostPoints)
        {
            errors.Add(list, Invariant($"'{field.Name}' is a curve: a list of 2 to {MostPoints} pairs [x, y]"));
            return null;
        }

        List<double> x = [];
        List<double> y = [];
        foreach (YamlPiece point in list.Items)
        {
            if (point.Kind != YamlKind.List || point.Items.Count != 2)
            {
                errors.Add(point, $"a point of '{field.Name}' is a pair [x, y]");
                return null;
            }

            double? at = One(point.Items[0], field.Name, field.Over, double.MinValue, double.MaxValue);
            double? value = One(point.Items[1], field.Name, field.Measure, field.Least, field.Most);
            if (at is null || value is null)
            {
                return null;
            }

            if (x.Count > 0 && at <= x[^1])
            {
                errors.Add(point, $"'{field.Name}': the points of a curve go from the least x to the greatest");
                return null;
            }

            x.Add(at.Value);
            y.Add(value.Value);
        }

        return new Curve([.. x], [.. y]);
    }

    private Spread? Distribution(YamlPiece piece, ParameterField field)
    {
        YamlFields parts = new(piece, errors, $"a distribution, '{field.Name}',");
        double?[] values = [.. SpreadParts.Select(part => parts.Quantity(
            part,
            field.Measure!,
            required: true,
            part == SpreadParts[1] ? 0 : field.Least,
            part == SpreadParts[1] ? Math.Abs(field.Most) : field.Most))];
        parts.End();
        if (values.Any(value => value is null))
        {
            return null;
        }

        if (values[2] <= values[0] && values[0] <= values[3])
        {
            return new Spread(values[0]!.Value, values[1]!.Value, values[2]!.Value, values[3]!.Value);
        }

        errors.Add(piece, $"'{field.Name}': the mean is between the least and the most");
        return null;
    }

    private double[]? Hours(YamlPiece list, ParameterField field)
    {
        if (list.Kind != YamlKind.List || list.Items.Count != HoursOfDay)
        {
            string reason = Invariant($"is a list of {HoursOfDay} values, one for each hour of the day");
            errors.Add(list, $"'{field.Name}' {reason}");
            return null;
        }

        double?[] values =
            [.. list.Items.Select(item => One(item, field.Name, field.Measure, field.Least, field.Most))];
        return values.Any(value => value is null) ? null : [.. values.Select(value => value!.Value)];
    }

    /// <summary>A value of a list, as if it were a member of that name.</summary>
    private double? One(YamlPiece piece, string name, Measure? measure, double least, double most)
    {
        YamlPiece alone = new(YamlKind.Map, piece.Line, piece.Column);
        alone.Members.Add(new YamlMember(name, piece.Line, piece.Column, piece));
        YamlFields fields = new(alone, errors, role.What);
        return measure is null
            ? fields.Number(name, true, least, most)
            : fields.Quantity(name, measure, true, least, most);
    }
}
