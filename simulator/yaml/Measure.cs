namespace SwapEdge.Simulator.Yaml;

/// <summary>What a quantity of a file measures, and in which units it is written: always with one.</summary>
/// <param name="Words">With its article: <c>a duration</c>.</param>
/// <param name="Example">As a file would have it.</param>
/// <param name="Units">The first with factor 1 is what values are given in.</param>
public sealed record Measure(string Words, string Example, IReadOnlyList<MeasureUnit> Units)
{
    /// <summary>Milliseconds. Several units may follow one another: <c>1 h 30 min</c>.</summary>
    public static Measure Duration { get; } = new("a duration", "90 s",
    [
        new("ms", 1), new("s", 1_000), new("min", 60_000), new("h", 3_600_000), new("d", 86_400_000),
    ]);

    /// <summary>Degrees Celsius.</summary>
    public static Measure Temperature { get; } = new("a temperature", "-25 °C", [new("°C", 1, "C", "℃", "ºC")]);

    /// <summary>0 to 1.</summary>
    public static Measure Share { get; } = new("a share", "18 %", [new("%", 0.01, "％")]);

    /// <summary>Ohm.</summary>
    public static Measure Resistance { get; } = new("a resistance", "80 kohm",
    [
        new("ohm", 1, "\u03A9", "\u2126"),
        new("mohm", 0.001, "m\u03A9", "m\u2126"),
        new("kohm", 1_000, "k\u03A9", "k\u2126"),
        new("Mohm", 1_000_000, "M\u03A9", "M\u2126"),
    ]);

    /// <summary>Ampere.</summary>
    public static Measure Current { get; } = new("a current", "120 A", [new("A", 1), new("mA", 0.001)]);

    /// <summary>Volt.</summary>
    public static Measure Voltage { get; } = new("a voltage", "554 V",
        [new("V", 1), new("mV", 0.001), new("kV", 1_000)]);

    /// <summary>Watt.</summary>
    public static Measure Power { get; } = new("a power", "90 kW",
        [new("W", 1), new("kW", 1_000), new("MW", 1_000_000)]);

    /// <summary>Millimetres.</summary>
    public static Measure Length { get; } = new("a length", "12 mm",
        [new("mm", 1), new("cm", 10), new("m", 1_000)]);

    /// <summary>Millimetres a second.</summary>
    public static Measure Speed { get; } = new("a speed", "250 mm/s",
        [new("mm/s", 1), new("m/s", 1_000), new("km/h", 1_000 / 3.6)]);

    /// <summary>Ampere hours.</summary>
    public static Measure Charge { get; } = new("a charge", "280 Ah", [new("Ah", 1), new("mAh", 0.001)]);

    /// <summary>Watt hours.</summary>
    public static Measure Energy { get; } = new("an energy", "282 kWh", [new("Wh", 1), new("kWh", 1_000)]);

    /// <summary>Kilograms.</summary>
    public static Measure Mass { get; } = new("a mass", "3200 kg", [new("kg", 1), new("t", 1_000)]);

    /// <summary>Joule a kelvin.</summary>
    public static Measure HeatCapacity { get; } = new("a heat capacity", "2400 kJ/K",
        [new("J/K", 1), new("kJ/K", 1_000)]);

    /// <summary>Watt a kelvin.</summary>
    public static Measure HeatConductance { get; } = new("a heat conductance", "45 W/K",
        [new("W/K", 1), new("kW/K", 1_000)]);

    /// <summary>How many an hour.</summary>
    public static Measure Rate { get; } = new("a rate", "20 /h", [new("/h", 1), new("/min", 60), new("/d", 1 / 24.0)]);

    /// <summary>All of them, for a message that says what a wrong unit would be.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        Duration, Temperature, Share, Resistance, Current, Voltage, Power, Length, Speed, Charge, Energy, Mass,
        HeatCapacity, HeatConductance, Rate,
    ];

    /// <summary>The unit of that spelling, or null.</summary>
    public MeasureUnit? Unit(string text) => Units.FirstOrDefault(unit => unit.Is(text));
}
