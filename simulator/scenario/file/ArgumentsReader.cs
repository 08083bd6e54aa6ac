using SwapEdge.Firmware;
using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>
/// Reads what a line gives for the parameters of a form, and holds each against all that its parameter says: kind,
/// range, what the station has, and the other parameters.
/// </summary>
internal sealed class ArgumentsReader(ScenarioScope scope)
{
    private const int MostText = 64;

    private bool IsCabinet => scope.Station?.IsCabinet == true;

    /// <summary>Null when any of it is wrong or lacks; all that is wrong is told.</summary>
    public Arguments? Read(YamlFields fields, IReadOnlyList<Parameter> parameters)
    {
        Dictionary<string, object> values = new(StringComparer.Ordinal);
        int before = scope.Errors.Found;
        bool isWhole = true;
        foreach (Parameter parameter in parameters)
        {
            if (Value(fields, parameter) is { } value)
            {
                values[parameter.Name] = value;
                CheckTime(fields, parameter, value);
            }
            else
            {
                isWhole &= !parameter.Required && !fields.Has(parameter.Name);
            }
        }

        CheckPlace(fields, parameters);
        Arguments arguments = new(values);
        foreach (Parameter parameter in parameters.Where(one => arguments.Has(one.Name)))
        {
            CheckOthers(fields, parameter, arguments);
        }

        return isWhole && scope.Errors.Found == before ? arguments : null;
    }

    private object? Value(YamlFields fields, Parameter one) => one.Kind switch
    {
        ParameterKind.Duration => fields.Ms(one.Name, one.Required, one.Least, one.Most),
        ParameterKind.Temperature => Measured(fields, one, Measure.Temperature),
        ParameterKind.Percent => Measured(fields, one, Measure.Share),
        ParameterKind.Count => fields.Count(one.Name, (int)one.Least, (int)one.Most, one.Required),
        ParameterKind.Level => fields.Level(one.Name, one.Required),
        ParameterKind.Choice => Chosen(fields, one),
        ParameterKind.Node when scope.Station is { } station => fields.Choice(one.Name, station.Nodes, one.Required),
        ParameterKind.Text or ParameterKind.Node => Text(fields, one),
        ParameterKind.Bay => Numbered(fields, one, scope.Station?.Places, IsCabinet ? "door" : "bay", "the station"),
        ParameterKind.Lane => Numbered(fields, one, scope.Station?.Lanes, "lane", "the station"),
        ParameterKind.Position => Numbered(
            fields, one, scope.Station?.Kind.Profile.Packs ?? SwapProfile.MostPacks, "position", "a vehicle here"),
        ParameterKind.LockPoint => Numbered(
            fields, one, scope.Station?.Kind.Profile.LockPoints ?? SwapProfile.MostLockPoints, "point", "a lock here"),
        ParameterKind.PackAt => At(fields, one),
        ParameterKind.Vehicle => Vehicle(fields, one),
        ParameterKind.PackCode => Code(fields, one),
        ParameterKind.Resistance => Kilohms(fields, one),
        ParameterKind.Current => Measured(fields, one, Measure.Current),
        ParameterKind.Voltage => Measured(fields, one, Measure.Voltage),
        ParameterKind.Power => Measured(fields, one, Measure.Power),
        ParameterKind.Length => Measured(fields, one, Measure.Length),
        _ => throw new NotSupportedException($"parameters that are {one.Kind}"),
    };

    private static double? Measured(YamlFields fields, Parameter one, Measure measure) =>
        fields.Quantity(one.Name, measure, one.Required, one.Least, one.Most);

    /// <summary>One that there is, and that the station can have.</summary>
    private string? Chosen(YamlFields fields, Parameter one)
    {
        string? name = fields.Choice(one.Name, one.Choices ?? [], one.Required);
        if (name is null || scope.Station is not { } station || one.Of?.Invoke(station) is not { } own
            || own.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }

        string reason = $"a {station.Kind.Name} station has no {one.Name} '{name}'";
        scope.Errors.Add(fields.Take(one.Name)!, NearName.Say(reason, name, own));
        return null;
    }

    private string? Text(YamlFields fields, Parameter one) => Worded(
        fields,
        one,
        text => text.Length is > 0 and <= MostText && text.All(letter => letter is > ' ' and <= '~'),
        Invariant($"1 to {MostText} letters of ASCII without blanks are expected"));

    private string? Code(YamlFields fields, Parameter one) =>
        Worded(fields, one, PackIdentity.IsCode, PackIdentity.Form);

    private string? Vehicle(YamlFields fields, Parameter one) => scope.Station is { } station
        ? Worded(fields, one, text => VehicleText.Fits(station, text), VehicleText.Form(station))
        : Text(fields, one);

    private string? Worded(YamlFields fields, Parameter one, Func<string, bool> fits, string form)
    {
        YamlPiece? piece = fields.Word(one.Name, one.Required);
        if (piece is null || fits(piece.Text))
        {
            return piece?.Text;
        }

        scope.Errors.Add(piece, $"{one.Name}: {form}, not {piece.Describe()}");
        return null;
    }

    private int? Numbered(YamlFields fields, Parameter one, int? count, string what, string whose)
    {
        YamlPiece? piece = fields.Word(one.Name, one.Required);
        if (piece is null)
        {
            return null;
        }

        if (Quantity.Count(piece.Text, out int value) is { } wrong)
        {
            scope.Errors.Add(piece, $"{one.Name}: {wrong}");
            return null;
        }

        if (value >= 1 && value <= (count ?? int.MaxValue))
        {
            return value;
        }

        string has = count == 1 ? Invariant($"{what} 1 alone") : Invariant($"{what}s 1 to {count}");
        scope.Errors.Add(piece, Invariant($"there is no {what} {value}; {whose} has {has}"));
        return null;
    }

    private string? At(YamlFields fields, Parameter one)
    {
        YamlPiece? piece = fields.Word(one.Name, one.Required);
        if (piece is null)
        {
            return null;
        }

        if (PackAt.Parse(piece.Text) is not { } at)
        {
            scope.Errors.Add(piece, $"{one.Name}: {piece.Describe()} is no place of a pack; {PackAt.Usage}");
            return null;
        }

        if (scope.Station is not { } station)
        {
            return piece.Text;
        }

        string? wrong = station.IsCabinet && at.Lane > 0
                ? "nobody drives to a cabinet; a pack is behind a door, as in 'door-3'"
            : at.Lane == 0 && at.Number > station.Places
                ? Invariant($"the station has {(station.IsCabinet ? "doors" : "bays")} 1 to {station.Places}")
            : at.Lane == 0 && IsCabinet != piece.Text.StartsWith("door", StringComparison.Ordinal)
                ? IsCabinet ? "a cabinet has doors, as in 'door-3'" : "a station with lanes has bays, as in 'bay-3'"
            : at.Lane > station.Lanes ? Invariant($"the station has {station.Lanes} of them")
            : at.Lane > 0 && at.Number > station.Kind.Profile.Packs
                ? Invariant($"a vehicle here has {station.Kind.Profile.Packs}")
            : null;
        if (wrong is not null)
        {
            scope.Errors.Add(piece, $"{one.Name}: there is no {piece.Describe()}; {wrong}");
        }

        return wrong is null ? piece.Text : null;
    }

    private int? Kilohms(YamlFields fields, Parameter one)
    {
        const int Kilo = 1_000;
        double? ohm = fields.Quantity(one.Name, Measure.Resistance, one.Required, one.Least * Kilo, one.Most * Kilo);
        if (ohm % Kilo is null or 0)
        {
            return (int?)(ohm / Kilo);
        }

        YamlPiece piece = fields.Take(one.Name)!;
        scope.Errors.Add(piece, $"{one.Name}: {piece.Describe()} is no whole number of kiloohms");
        return null;
    }

    /// <summary>A bay where there are doors, or the other way round, where a form knows both.</summary>
    private void CheckPlace(YamlFields fields, IReadOnlyList<Parameter> parameters)
    {
        bool knowsBoth = parameters.Any(one => one.Name == "bay") && parameters.Any(one => one.Name == "door");
        if (!knowsBoth || scope.Station is not { } station)
        {
            return;
        }

        (string wrong, string reason) = station.IsCabinet
            ? ("bay", "a cabinet has doors: 'door' says which")
            : ("door", "a station with lanes has bays: 'bay' says which");
        if (fields.Take(wrong) is { } piece)
        {
            scope.Errors.Add(piece, reason);
        }
    }

    private void CheckTime(YamlFields fields, Parameter one, object value)
    {
        if (one.IsInRun)
        {
            scope.CheckTime(fields.Take(one.Name), one.Name, (long)value);
        }
    }

    /// <summary>What contradicts another parameter, or has no meaning beside it.</summary>
    private void CheckOthers(YamlFields fields, Parameter one, Arguments arguments)
    {
        YamlPiece piece = fields.Take(one.Name)!;
        if (one.Below.Length > 0 && arguments.Has(one.Below))
        {
            int order = Compare(arguments.Values[one.Name], arguments.Values[one.Below]);
            if (order > 0 || (order == 0 && one.Kind != ParameterKind.Count))
            {
                string other = $"'{one.Below}' {fields.Take(one.Below)!.Describe()}";
                scope.Errors.Add(piece, $"{one.Name}: {piece.Describe()} and {other} cannot both be so");
            }
        }

        foreach (string other in one.NotWith.Where(arguments.Has))
        {
            scope.Errors.Add(piece, $"'{one.Name}' stands alone; '{other}' has no meaning beside it");
        }
    }

    private static int Compare(object one, object other) => ((IComparable)one).CompareTo(other);
}
