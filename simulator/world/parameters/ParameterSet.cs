namespace SwapEdge.Simulator;

/// <summary>The values of one parameter file, in each measure's own unit: whole, and in its limits.</summary>
public sealed class ParameterSet
{
    private readonly Dictionary<string, object> _values;

    internal ParameterSet(ParameterRole role, Dictionary<string, object> values)
    {
        Role = role;
        _values = values;
    }

    public ParameterRole Role { get; }

    /// <summary>A number, in the measure's own unit.</summary>
    public double Number(string name) => (double)_values[name];

    /// <summary>Of a measure whose own unit is a thousandth of what is wanted: millimetres.</summary>
    public double Thousandth(string name) => Number(name) / 1_000;

    public int Count(string name) => (int)Number(name);

    public Curve Curve(string name) => (Curve)_values[name];

    public Spread Spread(string name) => (Spread)_values[name];

    /// <summary>Of each hour of the day.</summary>
    public IReadOnlyList<double> Hours(string name) => (double[])_values[name];

    /// <summary>The same with other values: numbers in the measure's own unit, or as a file has been read.</summary>
    public ParameterSet With(IReadOnlyDictionary<string, object> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        Dictionary<string, object> values = new(_values, StringComparer.Ordinal);
        foreach ((string name, object value) in overrides)
        {
            ParameterField field = Role.Fields.FirstOrDefault(one => one.Name == name)
                ?? throw new ArgumentException($"'{name}' is no value of {Role.What}.", nameof(overrides));
            if (value.GetType() != _values[name].GetType())
            {
                throw new ArgumentException($"'{name}' of {Role.What} is another kind of value.", nameof(overrides));
            }

            if (value is double number && (number < field.Least || number > field.Most))
            {
                throw new ArgumentException($"'{name}' of {Role.What} is out of range.", nameof(overrides));
            }

            values[name] = value;
        }

        return new ParameterSet(Role, values);
    }
}
