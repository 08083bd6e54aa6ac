namespace SwapEdge.Simulator;

/// <summary>What a pack is made of; see <see cref="PackFields"/> for each value, and parameters/pack for the numbers.
/// Resistances are of one cell, powers and currents of the pack.</summary>
public sealed record PackParameters
{
    public static PackParameters TruckLfp { get; } = Of(ParameterRoles.Pack.Shipped("truck-lfp"));

    public static PackParameters CarLfp { get; } = Of(ParameterRoles.Pack.Shipped("car-lfp"));

    public static PackParameters TwoWheeler { get; } = Of(ParameterRoles.Pack.Shipped("two-wheeler"));

    public required int Chemistry { get; init; }

    public required int Cells { get; init; }

    public required double CapacityAh { get; init; }

    public required double RatedCellV { get; init; }

    /// <summary>Rest voltage of a cell over its charge, at 25 °C.</summary>
    public required Curve OpenCircuitV { get; init; }

    public required double OhmicPerCellOhm { get; init; }

    public required double FastPerCellOhm { get; init; }

    public required double FastSeconds { get; init; }

    public required double SlowPerCellOhm { get; init; }

    public required double SlowSeconds { get; init; }

    /// <summary>How many times the resistance at 25 °C, over temperature.</summary>
    public required Curve ResistanceFactor { get; init; }

    public required double HeatCapacityJPerK { get; init; }

    /// <summary>Passive loss to the air; with the coolant running <see cref="CoolingWPerK"/> comes on top.</summary>
    public required double LossWPerK { get; init; }

    public required double CoolingWPerK { get; init; }

    public required double CoolingStartsC { get; init; }

    public required double HeaterW { get; init; }

    public required double HeaterStartsC { get; init; }

    public required double HeaterEndsC { get; init; }

    public required double CellLimitV { get; init; }

    /// <summary>The voltage at which a charge turns from constant current to constant voltage, a cell.</summary>
    public required double CellChargeV { get; init; }

    /// <summary>Charge at which the BMS ends a session.</summary>
    public required double FullSoc { get; init; }

    public required double TemperatureLimitC { get; init; }

    /// <summary>Largest charge current over the temperature of the coldest and of the hottest cell.</summary>
    public required Curve ChargeLimitA { get; init; }

    /// <summary>And over the charge: the last tenth goes in slowly.</summary>
    public required Curve ChargeLimitBySocA { get; init; }

    public required double VoltageSpreadV { get; init; }

    public required double SpreadByAgeing { get; init; }

    public required Curve SpreadByCharge { get; init; }

    public required double TemperatureSpreadK { get; init; }

    public required double TemperatureSpreadLoadK { get; init; }

    public required Ageing Ageing { get; init; }

    public required Runaway Runaway { get; init; }

    public static PackParameters Of(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new PackParameters
        {
            Chemistry = set.Count("chemistry"),
            Cells = set.Count("cells"),
            CapacityAh = set.Number("capacity"),
            RatedCellV = set.Number("rated-cell-voltage"),
            OpenCircuitV = set.Curve("rest-voltage"),
            OhmicPerCellOhm = set.Number("ohmic"),
            FastPerCellOhm = set.Number("polarisation-fast"),
            FastSeconds = set.Thousandth("polarisation-fast-time"),
            SlowPerCellOhm = set.Number("polarisation-slow"),
            SlowSeconds = set.Thousandth("polarisation-slow-time"),
            ResistanceFactor = set.Curve("resistance-factor"),
            HeatCapacityJPerK = set.Number("heat-capacity"),
            LossWPerK = set.Number("loss"),
            CoolingWPerK = set.Number("cooling"),
            CoolingStartsC = set.Number("cooling-starts"),
            HeaterW = set.Number("heater"),
            HeaterStartsC = set.Number("heater-starts"),
            HeaterEndsC = set.Number("heater-ends"),
            CellLimitV = set.Number("cell-limit"),
            CellChargeV = set.Number("cell-charge"),
            FullSoc = set.Number("full"),
            TemperatureLimitC = set.Number("temperature-limit"),
            ChargeLimitA = set.Curve("charge-limit"),
            ChargeLimitBySocA = set.Curve("charge-limit-by-charge"),
            VoltageSpreadV = set.Number("voltage-spread"),
            SpreadByAgeing = set.Number("spread-by-ageing"),
            SpreadByCharge = set.Curve("spread-by-charge"),
            TemperatureSpreadK = set.Number("temperature-spread"),
            TemperatureSpreadLoadK = set.Number("temperature-spread-load"),
            Ageing = Ageing.Of(set),
            Runaway = Runaway.Of(set),
        };
    }
}
