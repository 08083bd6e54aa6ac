using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Reads the pack on a vehicle from its swap-pack bus.</summary>
    public sealed class SwapPackReader
    {
        private readonly ReadingRow[] _rows;

        public SwapPackReader()
        {
            _rows = new ReadingRow[]
            {
                Row(PackValue.VoltageMv, SwapPackMessage.St3, PackSt3.BatterySideMv, PackSt3.PeriodMs),
                Row(PackValue.BusSideMv, SwapPackMessage.St3, PackSt3.BusSideMv, PackSt3.PeriodMs),
                Row(PackValue.CurrentMa, SwapPackMessage.St2, PackSt2.CurrentMa, PackSt2.PeriodMs),
                Row(PackValue.ChargePermille, SwapPackMessage.St2, PackSt2.ChargePermille, PackSt2.PeriodMs),
                Row(PackValue.HealthPermille, SwapPackMessage.St2, PackSt2.HealthPermille, PackSt2.PeriodMs),
                Row(PackValue.MaxTemperatureC, SwapPackMessage.St4, PackSt4.MaxTemperatureC, PackSt4.PeriodMs),
                Row(PackValue.MinTemperatureC, SwapPackMessage.St4, PackSt4.MinTemperatureC, PackSt4.PeriodMs),
                Row(PackValue.InsulationPositiveKohm, SwapPackMessage.St3, PackSt3.InsulationPositiveKohm,
                    PackSt3.PeriodMs),
                Row(PackValue.InsulationNegativeKohm, SwapPackMessage.St3, PackSt3.InsulationNegativeKohm,
                    PackSt3.PeriodMs),
            };
        }

        public void Read(SwapPackBus bus, long nowMs, PackReading into)
        {
            into.Clear();
            for (int i = 0; i < _rows.Length; i++)
            {
                _rows[i].Fill(bus.Slot((SwapPackMessage)_rows[i].Message), 0, nowMs, into);
            }

            // Level 3 is every bit 1 and still a value.
            if (bus.Slot(SwapPackMessage.St1).Received != 0)
            {
                into.Set(PackValue.MaxLevel, PackSt1.MaxLevel.Read(bus.Slot(SwapPackMessage.St1).Data),
                    bus.IsFresh(SwapPackMessage.St1, nowMs) ? Quality.Valid : Quality.Stale);
            }
        }

        private static ReadingRow Row(PackValue value, SwapPackMessage message, Signal signal, int periodMs)
        {
            return new ReadingRow(value, (int)message, signal, periodMs * SwapPackMessages.StalePeriods);
        }
    }
}
