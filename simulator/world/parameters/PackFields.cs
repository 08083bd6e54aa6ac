using SwapEdge.Simulator.Yaml;
using static SwapEdge.Simulator.ParameterField;

namespace SwapEdge.Simulator;

/// <summary>The fields of a pack's parameter file. Everything electrical is of one cell, currents are of the pack.
/// </summary>
internal static class PackFields
{
    private const double HourMs = 3_600_000;

    public static IReadOnlyList<ParameterField> All { get; } =
    [
        Count("chemistry", 1, 255, "As BRM has it: 3 LFP, 6 NMC"),
        Count("cells", 1, 500, "Cells in series"),
        Of("capacity", Measure.Charge, 1, 2_000, "When new"),
        Of("rated-cell-voltage", Measure.Voltage, 1, 5, "Of one cell"),
        Curve("rest-voltage", Measure.Share, Measure.Voltage, 0.5, 5, "Of one cell over its charge, at 25 °C"),
        Of("ohmic", Measure.Resistance, 1e-6, 0.1, "Of one cell with its share of busbars and contactors, at 25 °C"),
        Of("polarisation-fast", Measure.Resistance, 1e-6, 0.1, "First RC member, of one cell, at 25 °C"),
        Of("polarisation-fast-time", Measure.Duration, 1_000, HourMs, "Its time constant"),
        Of("polarisation-slow", Measure.Resistance, 1e-6, 0.1, "Second RC member, of one cell, at 25 °C"),
        Of("polarisation-slow-time", Measure.Duration, 1_000, 24 * HourMs, "Its time constant"),
        Curve("resistance-factor", Measure.Temperature, null, 0.1, 50, "Resistance against 25 °C"),
        Of("heat-capacity", Measure.HeatCapacity, 1_000, 1e8, "Cells, and the housing that warms with them"),
        Of("loss", Measure.HeatConductance, 0.01, 1_000, "To the air, at rest"),
        Of("cooling", Measure.HeatConductance, 0, 5_000, "By the coolant, on top of it"),
        Of("cooling-starts", Measure.Temperature, -20, 60, "Coolant runs above this"),
        Of("heater", Measure.Power, 0, 100_000, "Its heating film, fed by the charger"),
        Of("heater-starts", Measure.Temperature, -40, 30, "It heats below this, of its coldest cell"),
        Of("heater-ends", Measure.Temperature, -40, 40, "And no more above this"),
        Of("cell-limit", Measure.Voltage, 1, 5, "Highest cell voltage that the BMS allows"),
        Of("cell-charge", Measure.Voltage, 1, 5, "Highest cell where constant current turns to constant voltage"),
        Of("full", Measure.Share, 0.5, 1, "Charge at which the BMS ends a session"),
        Of("temperature-limit", Measure.Temperature, 30, 80, "Above it the BMS lets nothing in"),
        Curve("charge-limit", Measure.Temperature, Measure.Current, 0, 2_000, "Largest charge current by temperature"),
        Curve("charge-limit-by-charge", Measure.Share, Measure.Current, 0, 2_000, "And over the charge"),
        Of("voltage-spread", Measure.Voltage, 0, 0.5, "Half of the difference of highest and lowest cell, when new"),
        Number("spread-by-ageing", 0, 100, "The spread grows by so many times the share of capacity that is lost"),
        Curve("spread-by-charge", Measure.Share, null, 0, 50, "The spread against that at half charge"),
        Of("temperature-spread", Measures.Difference, 0, 20, "Half of the difference of its probes, at rest"),
        Of("temperature-spread-load", Measures.Difference, 0, 20, "What its largest charge current adds"),
        Of("cycle-loss", Measure.Share, 0, 1, "Capacity lost after 1000 full cycles at 25 °C"),
        Of("cycle-activation", Measures.Activation, 0, 200_000, "How that depends on temperature"),
        Of("calendar-loss", Measure.Share, 0, 1, "Capacity lost after a year at 25 °C"),
        Of("calendar-activation", Measures.Activation, 0, 200_000, "How that depends on temperature"),
        Number("resistance-growth", 0, 20, "Resistance grows by so many times the share of capacity that is lost"),
        Of("spot", Measure.Share, 0.001, 0.5, "Share of the pack, by heat capacity, in which a runaway begins"),
        Of("spot-coupling", Measure.HeatConductance, 0, 1_000, "From there to the rest"),
        Of("runaway-onset", Measure.Temperature, 60, 300, "Cells heat themselves noticeably above this"),
        Of("runaway-rate", Measures.Warming, 0, 10, "At the onset, without any loss"),
        Of("runaway-activation", Measures.Activation, 0, 400_000, "How that grows with temperature"),
        Of("runaway-rise", Measures.Difference, 0, 1_500, "What the reaction adds in all"),
        Of("vent", Measure.Temperature, 60, 400, "Cells vent gas above this: smoke follows"),
    ];
}
