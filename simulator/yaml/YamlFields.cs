using static System.FormattableString;

namespace SwapEdge.Simulator.Yaml;

/// <summary>
/// The members of a map, taken one after another by who knows their names; what nobody has taken in the end is unknown.
/// Each reading gives null when there is nothing right to give, and tells the error if there is one.
/// </summary>
public sealed class YamlFields
{
    private readonly YamlPiece _map;
    private readonly YamlErrors _errors;
    private readonly List<string> _names = [];

    /// <param name="map">Anything else than a map is an error, and has no members.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="what">What the map is, with its article, for messages: <c>a pack</c>.</param>
    public YamlFields(YamlPiece map, YamlErrors errors, string what)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(errors);
        _map = map;
        _errors = errors;
        What = what;
        if (map.Kind is not (YamlKind.Map or YamlKind.Refused))
        {
            errors.Add(map, $"{what} is expected, a map of 'name: value', not {map.Describe()}");
        }
    }

    /// <summary>What the map is, with its article; it may turn out to have a name of its own.</summary>
    public string What { get; set; }

    /// <summary>The value, whatever it is; one that is there without content is an error.</summary>
    public YamlPiece? Take(string name, bool required = false)
    {
        _names.Add(name);
        YamlPiece? piece = _map[name];
        if (piece is null && required && _map.Kind == YamlKind.Map)
        {
            _errors.Add(_map, $"{What} needs '{name}'");
        }
        else if (piece?.Kind == YamlKind.Nothing)
        {
            _errors.Add(piece, $"'{name}' has no value");
        }

        return piece?.Kind is YamlKind.Nothing or YamlKind.Refused ? null : piece;
    }

    public bool Has(string name) => _map[name] is not null;

    /// <summary>One word or text.</summary>
    public YamlPiece? Word(string name, bool required = false)
    {
        YamlPiece? piece = Take(name, required);
        if (piece is null or { Kind: YamlKind.Text })
        {
            return piece;
        }

        _errors.Add(piece, $"'{name}' is one value, not {piece.Describe()}");
        return null;
    }

    public string? Text(string name, bool required = false) => Word(name, required)?.Text;

    public string? Choice(string name, IReadOnlyList<string> choices, bool required = false)
    {
        YamlPiece? piece = Word(name, required);
        if (piece is null || choices.Contains(piece.Text, StringComparer.Ordinal))
        {
            return piece?.Text;
        }

        _errors.Add(piece, NearName.Say($"unknown {name} {piece.Describe()}", piece.Text, choices));
        return null;
    }

    /// <summary>In the measure's own unit.</summary>
    public double? Quantity(
        string name,
        Measure measure,
        bool required = false,
        double least = double.MinValue,
        double most = double.MaxValue)
    {
        YamlPiece? piece = Word(name, required);
        if (piece is null)
        {
            return null;
        }

        if (Yaml.Quantity.Read(piece.Text, measure, out double value) is { } wrong)
        {
            _errors.Add(piece, $"{name}: {wrong}");
            return null;
        }

        if (value >= least && value <= most)
        {
            return value;
        }

        _errors.Add(piece, $"{name}: {piece.Describe()} is out of range; {Range(measure, least, most)}");
        return null;
    }

    public long? Ms(string name, bool required = false, double least = 0, double most = double.MaxValue) =>
        (long?)Quantity(name, Measure.Duration, required, least, most);

    /// <summary>A plain number without unit, with decimals or not.</summary>
    public double? Number(
        string name, bool required = false, double least = double.MinValue, double most = double.MaxValue)
    {
        YamlPiece? piece = Word(name, required);
        if (piece is null)
        {
            return null;
        }

        bool isOne = double.TryParse(
            piece.Text,
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out double value) && double.IsFinite(value);
        if (isOne && value >= least && value <= most)
        {
            return value;
        }

        _errors.Add(piece, !isOne
            ? $"{name}: a number is expected, not {piece.Describe()}"
            : Invariant($"{name}: {value} is out of range; {least} to {most} is expected"));
        return null;
    }

    /// <summary>A whole number without unit.</summary>
    public int? Count(string name, int least, int most, bool required = false)
    {
        YamlPiece? piece = Word(name, required);
        if (piece is null)
        {
            return null;
        }

        if (Yaml.Quantity.Count(piece.Text, out int value) is { } wrong)
        {
            _errors.Add(piece, $"{name}: {wrong}");
            return null;
        }

        if (value >= least && value <= most)
        {
            return value;
        }

        _errors.Add(piece, Invariant($"{name}: {value} is out of range; {least} to {most} is expected"));
        return null;
    }

    public bool? Level(string name, bool required = false)
    {
        YamlPiece? piece = Word(name, required);
        if (piece is null)
        {
            return null;
        }

        if (Yaml.Quantity.Level(piece.Text, out bool value) is not { } wrong)
        {
            return value;
        }

        _errors.Add(piece, $"{name}: {wrong}");
        return null;
    }

    /// <summary>The items of a list; none when there is no such member.</summary>
    public IEnumerable<YamlPiece> List(string name, bool required = false)
    {
        YamlPiece? piece = Take(name, required);
        if (piece is null or { Kind: YamlKind.List })
        {
            return piece?.Items ?? [];
        }

        _errors.Add(piece, $"'{name}' is a list, not {piece.Describe()}");
        return [];
    }

    /// <summary>Tells what nobody has taken, each with the nearest name that somebody has.</summary>
    public void End()
    {
        foreach (YamlMember member in _map.Members.Where(one => !_names.Contains(one.Name, StringComparer.Ordinal)))
        {
            string reason = $"unknown key {YamlErrors.Quote(member.Name)} of {What}";
            _errors.Add(member, NearName.Say(reason, member.Name, _names.Distinct(StringComparer.Ordinal)));
        }
    }

    private static string Range(Measure measure, double least, double most)
    {
        string from = least == double.MinValue ? "" : Bound(measure, least);
        string to = most == double.MaxValue ? "" : Bound(measure, most);
        return from.Length == 0 ? $"at most {to} is expected"
            : to.Length == 0 ? $"at least {from} is expected"
            : $"{from} to {to} is expected";
    }

    /// <summary>In the greatest unit of which it is a whole number, or in the measure's own.</summary>
    private static string Bound(Measure measure, double value)
    {
        if (measure == Measure.Duration)
        {
            return DurationText.Of((long)value);
        }

        MeasureUnit unit = measure.Units.Where(one => Math.Abs(value) >= one.Factor && value % one.Factor == 0)
            .MaxBy(one => one.Factor) ?? measure.Units[0];
        return Invariant($"{Math.Round(value / unit.Factor, 6)} {unit.Symbol}");
    }
}
