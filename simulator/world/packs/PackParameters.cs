namespace SwapEdge.Simulator;

/// <summary>
/// What a pack is made of. The default is one truck swap pack of LFP cells, 173 in series, 282 Ah: 554 V, 156 kWh,
/// about 1.4 t. Where the numbers come from stands in the README of this folder.
/// </summary>
public sealed record PackParameters
{
    public static PackParameters TruckLfp { get; } = new();

    /// <summary>A car's pack: 118 LFP cells of 205 Ah, 378 V, 77 kWh, about half a tonne.</summary>
    public static PackParameters CarLfp { get; } = new()
    {
        Cells = 118,
        CapacityAh = 205,
        OhmicPerCellOhm = 0.00040,
        PolarisationPerCellOhm = 0.00035,
        HeatCapacityJPerK = 420_000,
        LossWPerK = 12,
        CoolingWPerK = 160,
        ChargeLimitA = new([-10, 0, 5, 10, 15, 45, 52, 55], [0, 10, 40, 80, 180, 180, 70, 0]),
        ChargeLimitBySocA = new([0.0, 0.90, 0.95, 1.00], [180, 180, 100, 20]),
    };

    public int Cells { get; init; } = 173;

    public double CapacityAh { get; init; } = 282;

    /// <summary>Rest voltage of a cell over its charge, at 25 °C.</summary>
    public Curve OpenCircuitV { get; init; } = new(
        [0.00, 0.02, 0.05, 0.10, 0.20, 0.30, 0.40, 0.50, 0.60, 0.70, 0.80, 0.90, 0.95, 0.98, 1.00],
        [2.60, 2.88, 3.06, 3.19, 3.240, 3.270, 3.287, 3.292, 3.300, 3.324, 3.331, 3.336, 3.342, 3.360, 3.450]);

    /// <summary>Cell, busbar and contactor share, at 25 °C.</summary>
    public double OhmicPerCellOhm { get; init; } = 0.00030;

    public double PolarisationPerCellOhm { get; init; } = 0.00025;

    public double PolarisationSeconds { get; init; } = 40;

    /// <summary>How many times the resistance at 25 °C, over temperature.</summary>
    public Curve ResistanceFactor { get; init; } = new(
        [-30, -20, -10, 0, 10, 25, 40, 60],
        [6.5, 4.3, 3.0, 2.1, 1.5, 1.0, 0.8, 0.7]);

    /// <summary>Cells 5.2 kg each at 1.0 kJ/(kg K), and the part of the housing that warms with them.</summary>
    public double HeatCapacityJPerK { get; init; } = 1_050_000;

    /// <summary>Passive loss to the air; with the coolant running <see cref="CoolingWPerK"/> comes on top.</summary>
    public double LossWPerK { get; init; } = 25;

    public double CoolingWPerK { get; init; } = 260;

    public double CoolingStartsC { get; init; } = 30;

    public double CellLimitV { get; init; } = 3.65;

    /// <summary>The voltage at which a charge turns from constant current to constant voltage, a cell.</summary>
    public double CellChargeV { get; init; } = 3.55;

    public double TemperatureLimitC { get; init; } = 55;

    /// <summary>Largest charge current over the coldest cell's temperature.</summary>
    public Curve ChargeLimitA { get; init; } = new([-10, 0, 5, 10, 15, 45, 52, 55], [0, 14, 55, 110, 250, 250, 100, 0]);

    /// <summary>And over the charge: the last tenth goes in slowly.</summary>
    public Curve ChargeLimitBySocA { get; init; } = new([0.0, 0.90, 0.95, 1.00], [250, 250, 140, 30]);
}
