using SwapEdge.Simulator.Yaml;

namespace SwapEdge.Tests.ScenarioFiles;

/// <summary>Quantities of a file: each with a unit, and what is said of one without or with another.</summary>
public class QuantityTests
{
    [Theory]
    [InlineData("90 s", 90_000)]
    [InlineData("90s", 90_000)]
    [InlineData("250 ms", 250)]
    [InlineData("1 h 30 min", 5_400_000)]
    [InlineData("1h30min", 5_400_000)]
    [InlineData("3 d", 259_200_000)]
    [InlineData("0.5 s", 500)]
    [InlineData("0 s", 0)]
    public void A_duration_is_milliseconds(string text, long ms)
    {
        Assert.Null(Quantity.Duration(text, out long read));
        Assert.Equal(ms, read);
    }

    private const string Expected = "a duration such as '90 s' is expected (ms, s, min, h, d)";

    [Theory]
    [InlineData("90", "'90' has no unit; " + Expected)]
    [InlineData("90 V", "'90 V' is a voltage; " + Expected)]
    [InlineData("5 sec", "'5 sec': 'sec' is no unit of a duration; " + Expected)]
    [InlineData("-5 s", "'-5 s': a duration is not negative")]
    [InlineData("1 h -5 s", "'1 h -5 s': a duration is not negative")]
    [InlineData("5 s 1 h", "'5 s 1 h': units go from the greatest down, each once, as in '1 h 30 min'")]
    [InlineData("5 s 1 s", "'5 s 1 s': units go from the greatest down, each once, as in '1 h 30 min'")]
    [InlineData("400 d", "'400 d' is longer than a year")]
    [InlineData("1e300 s", "'1e300 s' is longer than a year")]
    [InlineData("99999999999999999999 d", "'99999999999999999999 d' is longer than a year")]
    [InlineData("1e99999 d", "'1e99999 d' is longer than a year")]
    [InlineData("0.5 ms", "'0.5 ms' is no whole number of milliseconds")]
    [InlineData("soon", "'soon' is not a duration; " + Expected)]
    [InlineData("", "'' is not a duration; " + Expected)]
    [InlineData("1,5 s", "'1,5 s': a point, not a comma, stands before decimals; " + Expected)]
    public void What_is_no_duration_is_told(string text, string reason) =>
        Assert.Equal(reason, Quantity.Duration(text, out _));

    [Theory]
    [InlineData("-25 °C", -25)]
    [InlineData("−25 ℃", -25)]
    [InlineData("-25C", -25)]
    [InlineData("+12.5 °C", 12.5)]
    public void A_temperature_may_be_below_zero(string text, double celsius) =>
        Reads(text, Measure.Temperature, celsius);

    [Fact]
    public void Each_measure_reads_its_units_into_the_first()
    {
        Reads("97 %", Measure.Share, 0.97);
        Reads("80 kΩ", Measure.Resistance, 80_000);
        Reads("0.2 mohm", Measure.Resistance, 0.0002);
        Reads("90 kW", Measure.Power, 90_000);
        Reads("3650 mV", Measure.Voltage, 3.65);
        Reads("280 Ah", Measure.Charge, 280);
        Reads("1.2 m", Measure.Length, 1200);
        Reads("20 /h", Measure.Rate, 20);
        foreach (Measure measure in Measure.All)
        {
            Assert.Null(Quantity.Read(measure.Example, measure, out _));
            Assert.All(measure.Units, unit => Assert.Null(Quantity.Read($"1 {unit.Symbol}", measure, out _)));
        }
    }

    [Fact]
    public void No_unit_belongs_to_two_measures() =>
        Assert.Distinct(
            Measure.All.SelectMany(measure => measure.Units).SelectMany(unit => unit.Also.Append(unit.Symbol)));

    [Theory]
    [InlineData("97", "'97' has no unit; a share such as '18 %' is expected")]
    [InlineData("NaN %", "'NaN %' is not a share; a share such as '18 %' is expected")]
    [InlineData("97 °C", "'97 °C' is a temperature; a share such as '18 %' is expected")]
    [InlineData("1e20 %", "'1e20 %' is beyond all measure")]
    [InlineData("12345678901234567890 %", "'12345678901234567890 %' is beyond all measure")]
    public void What_is_no_share_is_told(string text, string reason) =>
        Assert.Equal(reason, Quantity.Read(text, Measure.Share, out _));

    [Theory]
    [InlineData("lifing", "lifting")]
    [InlineData("Lifting", "lifting")]
    [InlineData("sensor_stuck", "sensor-stuck")]
    [InlineData("snesor-stuck", "sensor-stuck")]
    [InlineData("sensor", "sensor-stuck")]
    [InlineData("elephant", null)]
    [InlineData("x", null)]
    public void The_nearest_right_name_is_found_and_none_when_none_is_near(string text, string? name) =>
        Assert.Equal(name, NearName.Of(text, ["lifting", "sensor-stuck", "idle", "held"]));

    [Fact]
    public void Of_many_names_those_are_told_that_have_a_word_with_it() => Assert.Equal(
        "there are lock-timeout, unlock-lock",
        NearName.Hint(
            "lock-jammed", [.. Enumerable.Range(1, 40).Select(i => $"x-{i}"), "lock-timeout", "unlock-lock", "locks"]));

    private static void Reads(string text, Measure measure, double value)
    {
        Assert.Null(Quantity.Read(text, measure, out double read));
        Assert.Equal(value, read, 9);
    }
}
