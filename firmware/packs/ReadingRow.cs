using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Where one value of a reading comes from.</summary>
    internal sealed class ReadingRow
    {
        public readonly PackValue Value;
        public readonly int Message;
        public readonly Signal Signal;

        /// <summary>0 for what does not age.</summary>
        public readonly int LimitMs;

        public ReadingRow(PackValue value, int message, Signal signal, int limitMs)
        {
            Value = value;
            Message = message;
            Signal = signal;
            LimitMs = limitMs;
        }

        /// <summary>
        /// Fills the value from a copy of its message, unless an earlier row already has. The shift is that of the
        /// message's currents.
        /// </summary>
        public void Fill(MessageSlot slot, int currentShiftMa, long nowMs, PackReading into)
        {
            if (into.QualityOf(Value) != Quality.NotAvailable)
            {
                return;
            }

            Quality quality = slot.QualityOf(Signal, nowMs, LimitMs);
            if (quality == Quality.NotAvailable)
            {
                return;
            }

            int number = Signal.Read(slot.Data) + (IsCurrent() ? currentShiftMa : 0);
            bool share = Value == PackValue.ChargePermille || Value == PackValue.HealthPermille;
            into.Set(Value, number, share && number > 1000 ? Quality.Abnormal : quality);
        }

        private bool IsCurrent()
        {
            return Value == PackValue.CurrentMa || Value == PackValue.DemandCurrentMa
                || Value == PackValue.ChargerCurrentMa;
        }
    }
}
