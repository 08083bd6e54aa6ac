namespace SwapEdge.Protocol
{
    /// <summary>The values of a <see cref="UartReading"/>, with their units. Append only, and keep the count.</summary>
    public enum UartValue
    {
        VoltageMv = 0,

        /// <summary>Negative is charging, as on a charger bus, whatever the BMS itself does.</summary>
        CurrentMa = 1,
        ChargePermille = 2,
        RemainingMah = 3,
        CapacityMah = 4,
        Cycles = 5,
        MaxCellMv = 6,
        MinCellMv = 7,
        MaxTemperatureC = 8,
        MinTemperatureC = 9,

        /// <summary>Of the BMS's own power switches.</summary>
        BoardTemperatureC = 10,

        /// <summary>Bits of <see cref="UartAlarm"/>.</summary>
        Alarms = 11,

        /// <summary>Bit 0: charging is switched on; bit 1: discharging; bit 2: balancing.</summary>
        Switches = 12,
    }
}
