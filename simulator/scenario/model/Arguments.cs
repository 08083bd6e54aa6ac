namespace SwapEdge.Simulator;

/// <summary>
/// What one line of a scenario gave for its parameters, each as <see cref="ParameterKind"/> says that it is kept.
/// </summary>
public sealed class Arguments(IReadOnlyDictionary<string, object> values)
{
    public static Arguments None { get; } = new(new Dictionary<string, object>(StringComparer.Ordinal));

    /// <summary>Of names and values one after the other; for scenarios that are written in C#.</summary>
    public static Arguments Of(params (string Name, object Value)[] values) =>
        new(values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));

    public IReadOnlyDictionary<string, object> Values { get; } = values;

    /// <summary>The same names with the same values.</summary>
    public bool AreSame(Arguments other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Values.Count == other.Values.Count && Values.All(
            one => other.Values.TryGetValue(one.Key, out object? value) && one.Value.Equals(value));
    }

    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>A duration in milliseconds.</summary>
    public long Ms(string name) => (long)Values[name];

    public long Ms(string name, long otherwise) => Has(name) ? Ms(name) : otherwise;

    /// <summary>A temperature, share, current, voltage, power or length.</summary>
    public double Number(string name) => (double)Values[name];

    public double Number(string name, double otherwise) => Has(name) ? Number(name) : otherwise;

    /// <summary>A number, bay, lane, position, lock point or resistance.</summary>
    public int Count(string name) => (int)Values[name];

    public int Count(string name, int otherwise) => Has(name) ? Count(name) : otherwise;

    public bool IsOn(string name) => (bool)Values[name];

    public bool IsOn(string name, bool otherwise) => Has(name) ? IsOn(name) : otherwise;

    /// <summary>A choice, node, place or code of a pack, vehicle or text.</summary>
    public string Text(string name) => (string)Values[name];

    public string Text(string name, string otherwise) => Has(name) ? Text(name) : otherwise;
}
