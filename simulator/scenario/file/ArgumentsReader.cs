using SwapEdge.Firmware;
using SwapEdge.Simulator.Yaml;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Reads what a line gives for the parameters of a form.</summary>
internal sealed class ArgumentsReader(ScenarioScope scope)
{
    private const int MostText = 64;

    /// <summary>Level of an alarm or warning.</summary>
    private const int MostLevel = 3;

    private bool IsCabinet => scope.Station?.IsCabinet == true;

    /// <summary>Null when any of it is wrong or lacks; all that is wrong is told.</summary>
    public Arguments? Read(YamlFields fields, IReadOnlyList<Parameter> parameters)
    {
        Dictionary<string, object> values = new(StringComparer.Ordinal);
        bool isWhole = true;
        foreach (Parameter parameter in parameters)
        {
            object? value = Value(fields, parameter);
            isWhole &= value is not null || (!parameter.Required && !fields.Has(parameter.Name));
            if (value is not null)
            {
                values[parameter.Name] = value;
            }
        }

        return CheckPlace(fields, parameters) && isWhole ? new Arguments(values) : null;
    }

    private object? Value(YamlFields fields, Parameter one) => one.Kind switch
    {
        ParameterKind.Duration => fields.Ms(one.Name, one.Required),
        ParameterKind.Temperature => fields.Quantity(one.Name, Measure.Temperature, one.Required, -100, 2000),
        ParameterKind.Percent => fields.Quantity(one.Name, Measure.Share, one.Required, 0, 1),
        ParameterKind.Count => Counted(fields, one),
        ParameterKind.Level => fields.Level(one.Name, one.Required),
        ParameterKind.Choice => fields.Choice(one.Name, one.Choices ?? [], one.Required),
        ParameterKind.Node when scope.Station is { } station => fields.Choice(one.Name, station.Nodes, one.Required),
        ParameterKind.Text or ParameterKind.Node => Text(fields, one),
        ParameterKind.Bay => Numbered(fields, one, scope.Station?.Places, IsCabinet ? "door" : "bay"),
        ParameterKind.Lane => Numbered(fields, one, scope.Station?.Lanes, "lane"),
        ParameterKind.PackAt => At(fields, one),
        ParameterKind.Resistance => Kilohms(fields, one),
        ParameterKind.Current => fields.Quantity(one.Name, Measure.Current, one.Required),
        ParameterKind.Voltage => fields.Quantity(one.Name, Measure.Voltage, one.Required, 0),
        ParameterKind.Power => fields.Quantity(one.Name, Measure.Power, one.Required, 0),
        ParameterKind.Length => fields.Quantity(one.Name, Measure.Length, one.Required, 0),
        _ => throw new NotSupportedException($"parameters that are {one.Kind}"),
    };

    private string? Text(YamlFields fields, Parameter one)
    {
        YamlPiece? piece = fields.Word(one.Name, one.Required);
        bool isOne = piece?.Text is { Length: > 0 and <= MostText } text
            && text.All(letter => letter is > ' ' and <= '~');
        if (piece is null || isOne)
        {
            return piece?.Text;
        }

        string expected = Invariant($"1 to {MostText} letters of ASCII without blanks are expected");
        scope.Errors.Add(piece, $"{one.Name}: {expected}, not {piece.Describe()}");
        return null;
    }

    /// <summary>Numbers of things that a vehicle or a BMS has so many of; others are any.</summary>
    private int? Counted(YamlFields fields, Parameter one)
    {
        (int least, int most) = one.Name switch
        {
            "position" => (1, scope.Station?.Kind.Profile.Packs ?? SwapProfile.MostPacks),
            "point" => (1, scope.Station?.Kind.Profile.LockPoints ?? SwapProfile.MostLockPoints),
            "level" or "alarm-level" => (1, MostLevel),
            "tries" => (1, int.MaxValue),
            _ => (0, int.MaxValue),
        };
        return fields.Count(one.Name, least, most, one.Required);
    }

    private int? Numbered(YamlFields fields, Parameter one, int? count, string what)
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
        scope.Errors.Add(piece, Invariant($"there is no {what} {value}; the station has {has}"));
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

        string? wrong = at.Lane == 0 && at.Number > station.Places
                ? Invariant($"the station has {(station.IsCabinet ? "doors" : "bays")} 1 to {station.Places}")
            : at.Lane == 0 && IsCabinet != piece.Text.StartsWith("door", StringComparison.Ordinal)
                ? IsCabinet ? "a cabinet has doors, as in 'door-3'" : "a station with lanes has bays, as in 'bay-3'"
            : at.Lane > station.Lanes ? Invariant($"the station has {station.Lanes} of them")
            : at.Lane > 0 && !station.IsCabinet && at.Number > station.Kind.Profile.Packs
                ? Invariant($"a vehicle here has {station.Kind.Profile.Packs}")
            : null;
        if (wrong is not null)
        {
            scope.Errors.Add(piece, $"{one.Name}: there is no {piece.Describe()}; {wrong}");
        }

        return wrong is null ? piece.Text : null;
    }

    private static int? Kilohms(YamlFields fields, Parameter one) =>
        fields.Quantity(one.Name, Measure.Resistance, one.Required, 0) is { } ohm
            ? (int)Math.Min(Math.Round(ohm / 1000), int.MaxValue) : null;

    /// <summary>A bay where there are doors, or the other way round, where a form knows both.</summary>
    private bool CheckPlace(YamlFields fields, IReadOnlyList<Parameter> parameters)
    {
        bool knowsBoth = parameters.Any(one => one.Name == "bay") && parameters.Any(one => one.Name == "door");
        if (!knowsBoth || scope.Station is not { } station)
        {
            return true;
        }

        (string wrong, string reason) = station.IsCabinet
            ? ("bay", "a cabinet has doors: 'door' says which")
            : ("door", "a station with lanes has bays: 'bay' says which");
        if (fields.Take(wrong) is not { } piece)
        {
            return true;
        }

        scope.Errors.Add(piece, reason);
        return false;
    }
}
