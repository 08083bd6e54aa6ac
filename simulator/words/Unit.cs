using System.Globalization;

namespace SwapEdge.Simulator;

/// <summary>
/// The unit that a signal's name ends with, and the one people read: <c>VoltageMv</c> is volts with three places.
/// </summary>
/// <param name="Suffix">End of the signal's name.</param>
/// <param name="Symbol">Unit shown.</param>
/// <param name="Divisor">Value of the signal for one of that unit.</param>
/// <param name="Alone">Name of a field that has no other than its unit.</param>
public sealed record Unit(string Suffix, string Symbol, int Divisor, string Alone)
{
    public static Unit None { get; } = new("", "", 1, "value");

    private static readonly Unit[] All =
    [
        new("CellMv", "V", 1000, "Cell"),
        new("Mv", "V", 1000, "Voltage"),
        new("Ma", "A", 1000, "Current"),
        new("Mah", "Ah", 1000, "Capacity"),
        new("TenthKwh", "kWh", 10, "Energy"),
        new("TenthAh", "Ah", 10, "Capacity"),
        new("TenthC", "°C", 10, "Temperature"),
        new("PowerW", "kW", 1000, "Power"),
        new("ShareW", "kW", 1000, "Share"),
        new("StationW", "kW", 1000, "Station"),
        new("Kmh", "km/h", 1, "Speed"),
        new("Wh", "kWh", 1000, "Energy"),
        new("Permille", "%", 10, "Share"),
        new("TemperatureC", "°C", 1, "Temperature"),
        new("Kohm", "kΩ", 1, "Resistance"),
        new("Minutes", "min", 1, "Time"),
    ];

    /// <summary>The unit of a signal, by its name.</summary>
    public static Unit Of(string signal) =>
        Array.Find(All, unit => signal.EndsWith(unit.Suffix, StringComparison.Ordinal)) ?? None;

    /// <summary>The name without its unit.</summary>
    public string Strip(string signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        string bare = Suffix switch
        {
            "PowerW" or "ShareW" or "StationW" => signal[..^1],
            "" or "TemperatureC" => Suffix.Length == 0 ? signal : signal[..^1],
            "CellMv" => signal[..^2],
            _ => signal[..^Suffix.Length],
        };
        return bare switch
        {
            "" => Alone,
            "Charge" when Symbol is "%" => "StateOfCharge",
            "Health" when Symbol is "%" => "StateOfHealth",
            _ => bare,
        };
    }

    public decimal Scale(long value) => (decimal)value / Divisor;

    /// <summary>Value and unit in words, without trailing zeros.</summary>
    public string Text(long value)
    {
        string number = Scale(value).ToString("0.###", CultureInfo.InvariantCulture);
        return Symbol.Length == 0 ? number : number + " " + Symbol;
    }
}
