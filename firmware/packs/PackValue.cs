namespace SwapEdge.Firmware
{
    /// <summary>The values of a <see cref="PackReading"/>, with their units. Append only, and keep the count.</summary>
    public enum PackValue
    {
        VoltageMv = 0,

        /// <summary>As its source signs it; on a charger bus negative is charging.</summary>
        CurrentMa = 1,
        ChargePermille = 2,
        HealthPermille = 3,
        MaxCellMv = 4,
        MinCellMv = 5,
        MaxTemperatureC = 6,
        MinTemperatureC = 7,
        DemandVoltageMv = 8,
        DemandCurrentMa = 9,
        ChargerVoltageMv = 10,
        ChargerCurrentMa = 11,
        RemainingMinutes = 12,
        RatedMv = 13,
        CapacityMah = 14,
        EnergyWh = 15,
        Cycles = 16,
        InsulationPositiveKohm = 17,
        InsulationNegativeKohm = 18,

        /// <summary>Behind the main relays.</summary>
        BusSideMv = 19,
        MaxLevel = 20,

        /// <summary>As the BMS names itself (BRM); an unsigned number in an int.</summary>
        PackSerial = 21,

        /// <summary>What the BMS allows now.</summary>
        MaxRegenerativeMa = 22,
        MaxDischargeMa = 23,
        MeanCellMv = 24,
        MeanTemperatureC = 25,
        CellCount = 26,
        ProbeCount = 27,

        /// <summary>As the maker numbers them.</summary>
        FaultCode = 28,
        ThermalRunawayReason = 29,
    }
}
