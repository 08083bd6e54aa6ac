using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Simulator;

/// <summary>What parameters measure beside the measures of every YAML file.</summary>
public static class Measures
{
    /// <summary>Ampere a second.</summary>
    public static Measure CurrentRamp { get; } = new("a current ramp", "40 A/s", [new("A/s", 1)]);

    /// <summary>Kelvin: the difference of two temperatures.</summary>
    public static Measure Difference { get; } = new("a difference of temperatures", "1.5 K", [new("K", 1)]);

    /// <summary>Kelvin a second.</summary>
    public static Measure Warming { get; } = new("a rate of warming", "0.02 K/s",
        [new("K/s", 1), new("K/min", 1.0 / 60)]);

    /// <summary>Joule a mole.</summary>
    public static Measure Activation { get; } = new("an activation energy", "31.5 kJ/mol",
        [new("J/mol", 1), new("kJ/mol", 1_000)]);
}
