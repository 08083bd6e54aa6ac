using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Reads a pack from its charger bus. Where two messages carry a value the first row that has it counts: what the
    /// BMS measures while it charges (BCS) before what it declared at the start (BCP).
    /// </summary>
    public sealed class ChargeBusReader
    {
        private const int NoCell = -1;
        private const int GlanceRows = 4;

        private readonly ReadingRow[] _rows;

        // Lowest cell of the list that was last looked through: it comes every 10 s and is read more often.
        private uint _cellsReceived;
        private long _cellsMs;
        private int _minCellMv;

        public ChargeBusReader()
        {
            // Those of a glance come first.
            _rows = new ReadingRow[]
            {
                Row(PackValue.ChargePermille, ChargeMessage.Bcs, Bcs.ChargePermille, Bcs.PeriodMs),
                Row(PackValue.ChargePermille, ChargeMessage.Bcp, Bcp.ChargePermille, Bcp.PeriodMs),
                Row(PackValue.PackSerial, ChargeMessage.Brm, Brm.PackSerial, 0),
                Row(PackValue.MaxTemperatureC, ChargeMessage.Bsm, Bsm.MaxTemperatureC, Bsm.PeriodMs),
                Row(PackValue.VoltageMv, ChargeMessage.Bcs, Bcs.VoltageMv, Bcs.PeriodMs),
                Row(PackValue.VoltageMv, ChargeMessage.Bcp, Bcp.VoltageMv, Bcp.PeriodMs),
                Row(PackValue.CurrentMa, ChargeMessage.Bcs, Bcs.CurrentMa, Bcs.PeriodMs),
                Row(PackValue.MaxCellMv, ChargeMessage.Bcs, Bcs.MaxCellMv, Bcs.PeriodMs),
                Row(PackValue.MaxCellMv, ChargeMessage.Bsd, Bsd.MaxCellMv, Bsd.PeriodMs),
                Row(PackValue.MinCellMv, ChargeMessage.Bsd, Bsd.MinCellMv, Bsd.PeriodMs),
                Row(PackValue.MinTemperatureC, ChargeMessage.Bsm, Bsm.MinTemperatureC, Bsm.PeriodMs),
                Row(PackValue.DemandVoltageMv, ChargeMessage.Bcl, Bcl.VoltageMv, Bcl.PeriodMs),
                Row(PackValue.DemandCurrentMa, ChargeMessage.Bcl, Bcl.CurrentMa, Bcl.PeriodMs),
                Row(PackValue.ChargerVoltageMv, ChargeMessage.Ccs, Ccs.VoltageMv, Ccs.PeriodMs),
                Row(PackValue.ChargerCurrentMa, ChargeMessage.Ccs, Ccs.CurrentMa, Ccs.PeriodMs),
                Row(PackValue.RemainingMinutes, ChargeMessage.Bcs, Bcs.RemainingMinutes, Bcs.PeriodMs),
                Row(PackValue.RatedMv, ChargeMessage.Brm, Brm.RatedMv, 0),
                Row(PackValue.CapacityMah, ChargeMessage.Brm, Brm.CapacityMah, 0),
                Row(PackValue.EnergyWh, ChargeMessage.Bcp, Bcp.EnergyWh, 0),
                Row(PackValue.Cycles, ChargeMessage.Brm, Brm.Cycles, 0),
            };
        }

        public void Read(ChargeBus bus, long nowMs, PackReading into)
        {
            Read(_rows.Length, bus, nowMs, into);
            ReadCells(bus.Slot(ChargeMessage.Bmv), nowMs, into);
        }

        /// <summary>Of the values only charge, serial number and hottest point.</summary>
        public void Glance(ChargeBus bus, long nowMs, PackReading into)
        {
            Read(GlanceRows, bus, nowMs, into);
        }

        private void Read(int rows, ChargeBus bus, long nowMs, PackReading into)
        {
            into.Clear();
            for (int i = 0; i < rows; i++)
            {
                ReadingRow row = _rows[i];
                ChargeMessage message = (ChargeMessage)row.Message;
                row.Fill(bus.Slot(message), MessageDoubt.None, bus.CurrentShiftMa(message), nowMs, into);
            }
        }

        private void ReadCells(MessageSlot slot, long nowMs, PackReading into)
        {
            if (slot.Received != _cellsReceived || slot.TimeMs != _cellsMs)
            {
                _cellsReceived = slot.Received;
                _cellsMs = slot.TimeMs;
                _minCellMv = Lowest(slot);
            }

            if (_cellsReceived != 0 && _minCellMv != NoCell)
            {
                bool fresh = nowMs - _cellsMs <= Bmv.PeriodMs * ChargeMessages.StalePeriods;
                into.Prefer(PackValue.MinCellMv, _minCellMv, fresh ? Quality.Valid : Quality.Stale);
            }
        }

        private static int Lowest(MessageSlot slot)
        {
            int lowest = NoCell;
            int count = Bmv.Count(slot);
            for (int i = 0; i < count; i++)
            {
                int cellMv = Bmv.CellMv(slot.Data, i);
                bool lower = lowest == NoCell || cellMv < lowest;
                lowest = Bmv.IsAvailable(slot.Data, i) && lower ? cellMv : lowest;
            }

            return lowest;
        }

        private static ReadingRow Row(PackValue value, ChargeMessage message, long signal, int periodMs)
        {
            return new ReadingRow(value, (int)message, signal, periodMs * ChargeMessages.StalePeriods, false);
        }
    }
}
