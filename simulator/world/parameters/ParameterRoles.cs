using SwapEdge.Simulator.Yaml;
using static SwapEdge.Simulator.ParameterField;

namespace SwapEdge.Simulator;

/// <summary>
/// The roles of parameter files and their fields: the one table that reading, overrides, JSON schemas and messages come
/// from.
/// </summary>
public static class ParameterRoles
{
    private const double MinuteMs = 60_000;
    private const double DayMs = 86_400_000;

    public static ParameterRole Pack { get; } = new("pack", "a pack", PackFields.All);

    public static ParameterRole Charger { get; } = new("charger", "a charger",
    [
        Of("max-voltage", Measure.Voltage, 10, 1_500, "Highest output voltage"),
        Of("min-voltage", Measure.Voltage, 0, 1_500, "Lowest output voltage"),
        Of("max-current", Measure.Current, 1, 1_000, "Highest output current"),
        Of("max-power", Measure.Power, 10, 1_000_000, "Highest output power"),
        Of("ramp", Measures.CurrentRamp, 0.1, 10_000, "How fast the current follows the demand upwards"),
        Of("stop", Measures.CurrentRamp, 50, 100_000, "How fast it ends"),
        Of("insulation-test", Measure.Duration, 0, 60_000, "Insulation test before a charge"),
        Of("efficiency", Measure.Share, 0.5, 1, "Output against input, at load"),
        Of("standby", Measure.Power, 0, 2_000, "Taken from the grid while it rests"),
    ]);

    public static ParameterRole Hoist { get; } = new("hoist", "a hoist",
    [
        Of("top", Measure.Length, 1_000, 10_000, "Height of the gripper when it is clear of everything"),
        Of("standby-position", Measure.Length, -50_000, 50_000, "Where it waits along its travel"),
        Of("travel", Measure.Speed, 10, 5_000, "Speed along its travel"),
        Of("empty", Measure.Speed, 5, 3_000, "Lifting speed without a pack"),
        Of("loaded", Measure.Speed, 5, 3_000, "Lifting speed with a pack"),
        Of("creep", Measure.Speed, 1, 1_000, "Lifting speed near a seat"),
        Of("creep-distance", Measure.Length, 0, 1_000, "How near that is"),
        Of("press", Measure.Speed, 1, 500, "Speed while a pack is pressed onto its connector"),
        Of("press-distance", Measure.Length, 28, 100, "How far a pack is pressed down; it mates at 27 mm"),
        Of("tongue", Measure.Duration, 100, 60_000, "Time of the lock tongue from end to end"),
    ]);

    public static ParameterRole Platform { get; } = new("platform", "a platform",
    [
        Of("standby-position", Measure.Length, -50_000, 50_000, "Where it waits on its rail"),
        Of("rail", Measure.Speed, 10, 5_000, "Speed on its rail"),
        Of("lift", Measure.Speed, 5, 3_000, "Lifting speed"),
        Of("creep", Measure.Speed, 1, 1_000, "Lifting speed near the car"),
        Of("creep-distance", Measure.Length, 0, 1_000, "How near that is"),
        Of("press", Measure.Speed, 1, 500, "Speed while a pack is pressed onto its connector"),
        Of("press-distance", Measure.Length, 28, 100, "How far a pack is pressed up; it mates at 27 mm"),
        Of("fork", Measure.Length, 500, 5_000, "Reach of the fork from the rail into a bay"),
        Of("fork-speed", Measure.Speed, 5, 3_000, "Speed of the fork"),
        Of("claw", Measure.Duration, 100, 60_000, "Time of the claws from end to end"),
    ]);

    public static ParameterRole Lock { get; } = new("lock", "a lock",
    [
        Of("travel", Measure.Duration, 100, 30_000, "Time of the slowest point from end to end, when new"),
        Of("stagger", Measure.Duration, 0, 500, "Each further point is so much faster than the one before it"),
        Of("bounce", Measure.Duration, 0, 200, "How long the contact of an end switch bounces when it closes"),
        Of("bounce-change", Measure.Duration, 1, 100, "While it bounces, it changes after this time"),
        Number("wear-per-move", 0, 0.01, "Share by which a point gets slower with each travel"),
        Count("ice-tries", 1, 50, "Tries that free a point which is frozen"),
        Of("ice-try", Measure.Duration, 100, 30_000, "How long a frozen point must be driven for one try"),
        Of("ice-melts", Measure.Temperature, -10, 20, "Air above this temperature frees a frozen point"),
        Of("ice-melts-after", Measure.Duration, 1_000, DayMs, "After so long in such air"),
    ]);

    public static ParameterRole Driver { get; } = new("driver", "a driver",
    [
        Spread("rolling-in", Measure.Duration, 500, 5 * MinuteMs, "From the end of the lane to standing"),
        Spread("handbrake", Measure.Duration, 0, 5 * MinuteMs, "Handbrake on, after standing still"),
        Spread("neutral", Measure.Duration, 0, 5 * MinuteMs, "Neutral, after standing still"),
        Spread("key-off", Measure.Duration, 0, 5 * MinuteMs, "Key off, after standing still"),
        Spread("starts", Measure.Duration, 0, 5 * MinuteMs, "Turn of the key, after being told to go"),
        Of("forgets-handbrake", Measure.Share, 0, 1, "Share of drivers who forget it"),
        Of("forgets-neutral", Measure.Share, 0, 1, "Share of drivers who leave a gear in"),
        Of("leaves-key-on", Measure.Share, 0, 1, "Share of drivers who do not switch off"),
        Of("leaves-late", Measure.Share, 0, 1, "Share of drivers who do not go when they are told to"),
        Spread("remembers", Measure.Duration, 0, 60 * MinuteMs, "How much later they remember"),
    ]);

    public static ParameterRole Traffic { get; } = new("traffic", "traffic",
    [
        Hours("arrivals", Measure.Rate, 0, 240, "How many come in each hour of the day on average, from midnight"),
        Count("fleet", 2, 2_000, "How many different vehicles or cards there are"),
        Spread("charge", Measure.Share, 0, 1, "Charge of a pack that comes"),
        Spread("warmer", Measures.Difference, -40, 60, "How much warmer than the air it is"),
        Spread("health", Measure.Share, 0.3, 1, "What it holds against new"),
        Of("mistakes", Measure.Share, 0, 1, "Share of a cabinet's customers who do something wrong"),
    ]);

    public static ParameterRole Weather { get; } = new("weather", "weather",
    [
        Of("swing", Measures.Difference, 0, 40, "Half of the difference between the day's warmest and coldest hour"),
        Hours("over-the-day", null, -1, 1, "Shape of the day from midnight: 1 is the warmest hour, -1 the coldest"),
        Of("insulation-halves", Measure.Duration, MinuteMs, 366 * DayMs, "In salt air insulation halves in this time"),
        Of("insulation-least", Measure.Resistance, 0, 10_000_000, "And ends there"),
    ]);

    public static IReadOnlyList<ParameterRole> All { get; } =
        [Pack, Charger, Hoist, Platform, Lock, Driver, Traffic, Weather];
}
