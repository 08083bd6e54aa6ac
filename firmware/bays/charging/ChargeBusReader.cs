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

        private readonly ReadingRow[] _rows;

        // Lowest cell of the list that was last looked through: it comes every 10 s and is read more often.
        private uint _cellsReceived;
        private long _cellsMs;
        private int _minCellMv;

        public ChargeBusReader()
        {
            _rows = new ReadingRow[]
            {
                Row(PackValue.VoltageMv, ChargeMessage.Bcs, Bcs.VoltageMv, Bcs.PeriodMs),
                Row(PackValue.VoltageMv, ChargeMessage.Bcp, Bcp.VoltageMv, Bcp.PeriodMs),
                Row(PackValue.CurrentMa, ChargeMessage.Bcs, Bcs.CurrentMa, Bcs.PeriodMs),
                Row(PackValue.ChargePermille, ChargeMessage.Bcs, Bcs.ChargePermille, Bcs.PeriodMs),
                Row(PackValue.ChargePermille, ChargeMessage.Bcp, Bcp.ChargePermille, Bcp.PeriodMs),
                Row(PackValue.MaxCellMv, ChargeMessage.Bcs, Bcs.MaxCellMv, Bcs.PeriodMs),
                Row(PackValue.MaxCellMv, ChargeMessage.Bsd, Bsd.MaxCellMv, Bsd.PeriodMs),
                Row(PackValue.MinCellMv, ChargeMessage.Bsd, Bsd.MinCellMv, Bsd.PeriodMs),
                Row(PackValue.MaxTemperatureC, ChargeMessage.Bsm, Bsm.MaxTemperatureC, Bsm.PeriodMs),
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
                Row(PackValue.PackSerial, ChargeMessage.Brm, Brm.PackSerial, 0),
            };
        }

        public void Read(ChargeBus bus, long nowMs, PackReading into)
        {
            into.Clear();
            for (int i = 0; i < _rows.Length; i++)
            {
                ChargeMessage message = (ChargeMessage)_rows[i].Message;
                _rows[i].Fill(bus.Slot(message), MessageDoubt.None, bus.CurrentShiftMa(message), nowMs, into);
            }

            ReadCells(bus.Slot(ChargeMessage.Bmv), nowMs, into);
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
