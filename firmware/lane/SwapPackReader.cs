using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Reads the pack on a vehicle from its swap-pack bus. The current comes twice, with two offsets, and must agree;
    /// the charge shown to the driver (ST2) counts before the finer and the true one, which are other quantities. A
    /// reading costs more than half of a lane node's pass: take one when it is needed, not in each pass.
    /// </summary>
    public sealed class SwapPackReader
    {
        private const int MaxLevel = 4;

        private readonly ReadingRow[] _rows;

        public SwapPackReader()
        {
            _rows = new ReadingRow[]
            {
                Row(PackValue.VoltageMv, SwapPackMessage.St3, PackSt3.BatterySideMv),
                Row(PackValue.BusSideMv, SwapPackMessage.St3, PackSt3.BusSideMv),
                Row(PackValue.CurrentMa, SwapPackMessage.St2, PackSt2.CurrentMa),
                Same(PackValue.CurrentMa, SwapPackMessage.Bmu, PackBmu.CurrentMa),
                Row(PackValue.ChargePermille, SwapPackMessage.St2, PackSt2.ChargePermille),
                Row(PackValue.ChargePermille, SwapPackMessage.Energy2, Energy2.ChargePermille),
                Row(PackValue.ChargePermille, SwapPackMessage.Bmu, PackBmu.ChargePermille),
                Row(PackValue.HealthPermille, SwapPackMessage.St2, PackSt2.HealthPermille),
                Row(PackValue.HealthPermille, SwapPackMessage.Bmu, PackBmu.HealthPermille),
                Row(PackValue.MaxRegenerativeMa, SwapPackMessage.St2, PackSt2.MaxRegenerativeMa),
                Row(PackValue.MaxDischargeMa, SwapPackMessage.St2, PackSt2.MaxDischargeMa),
                Row(PackValue.MaxCellMv, SwapPackMessage.St5, PackSt5.MaxCellMv),
                Row(PackValue.MeanCellMv, SwapPackMessage.St5, PackSt5.MeanCellMv),
                Row(PackValue.MinCellMv, SwapPackMessage.St6, PackSt6.MinCellMv),
                Row(PackValue.MaxTemperatureC, SwapPackMessage.St4, PackSt4.MaxTemperatureC),
                Row(PackValue.MinTemperatureC, SwapPackMessage.St4, PackSt4.MinTemperatureC),
                Row(PackValue.MeanTemperatureC, SwapPackMessage.St4, PackSt4.MeanTemperatureC),
                Row(PackValue.InsulationPositiveKohm, SwapPackMessage.St3, PackSt3.InsulationPositiveKohm),
                Row(PackValue.InsulationNegativeKohm, SwapPackMessage.St3, PackSt3.InsulationNegativeKohm),
                Row(PackValue.RemainingMinutes, SwapPackMessage.Energy7, Energy7.RemainingMinutes),
                Row(PackValue.FaultCode, SwapPackMessage.St0, PackSt0.FaultCode),
                Row(PackValue.ThermalRunawayReason, SwapPackMessage.St15, PackSt15.ThermalRunawayReason),
                Lasting(PackValue.RatedMv, SwapPackMessage.Battery1, BatteryInfo1.RatedMv),
                Lasting(PackValue.CapacityMah, SwapPackMessage.Battery1, BatteryInfo1.CapacityMah),
                Lasting(PackValue.EnergyWh, SwapPackMessage.Battery1, BatteryInfo1.EnergyWh),
                Lasting(PackValue.CellCount, SwapPackMessage.Battery2, BatteryInfo2.CellCount),
                Lasting(PackValue.ProbeCount, SwapPackMessage.Battery2, BatteryInfo2.ProbeCount),
                Lasting(PackValue.Cycles, SwapPackMessage.Energy7, Energy7.ChargeCount),
            };
        }

        public void Read(SwapPackBus bus, long nowMs, PackReading into)
        {
            into.Clear();
            for (int i = 0; i < _rows.Length; i++)
            {
                SwapPackMessage message = (SwapPackMessage)_rows[i].Message;
                _rows[i].Fill(bus.Slot(message), bus.DoubtOf(message, nowMs), 0, nowMs, into);
            }

            // Level 3 of ST1 is every bit 1 and still a value; level 4 exists in ST5 only.
            ReadLevel(bus, SwapPackMessage.St1, PackSt1.MaxLevel, nowMs, into);
            ReadLevel(bus, SwapPackMessage.St5, PackSt5.MaxLevel, nowMs, into);
        }

        private static void ReadLevel(SwapPackBus bus, SwapPackMessage message, long signal, long nowMs,
            PackReading into)
        {
            MessageSlot slot = bus.Slot(message);
            if (slot.Received == 0 || signal.Raw(slot.Data) > MaxLevel)
            {
                return;
            }

            MessageDoubt doubt = bus.DoubtOf(message, nowMs);
            into.Compare(PackValue.MaxLevel, signal.Read(slot.Data), doubt == MessageDoubt.None ? Quality.Valid
                : doubt == MessageDoubt.Overdue ? Quality.Stale : Quality.Abnormal);
        }

        private static ReadingRow Row(PackValue value, SwapPackMessage message, long signal)
        {
            return new ReadingRow(value, (int)message, signal, LimitMs(message), false);
        }

        private static ReadingRow Same(PackValue value, SwapPackMessage message, long signal)
        {
            return new ReadingRow(value, (int)message, signal, LimitMs(message), true);
        }

        private static ReadingRow Lasting(PackValue value, SwapPackMessage message, long signal)
        {
            return new ReadingRow(value, (int)message, signal, 0, false);
        }

        private static int LimitMs(SwapPackMessage message)
        {
            return SwapPackMessages.Rows[(int)message].StaleMs;
        }
    }
}
