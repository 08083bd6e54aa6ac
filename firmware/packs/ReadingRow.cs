using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Where one value of a reading comes from.</summary>
    public sealed class ReadingRow
    {
        public readonly PackValue Value;
        public readonly int Message;
        public readonly long Signal;

        /// <summary>0 for what does not age.</summary>
        public readonly int LimitMs;

        /// <summary>Measures the same as the rows of this value before it, and must agree with them.</summary>
        public readonly bool Compared;

        public ReadingRow(PackValue value, int message, long signal, int limitMs, bool compared)
        {
            Value = value;
            Message = message;
            Signal = signal;
            LimitMs = limitMs;
            Compared = compared;
        }

        /// <summary>Offers the value of a copy of its message. The shift is that of the message's currents.</summary>
        public void Fill(MessageSlot slot, MessageDoubt doubt, int currentShiftMa, long nowMs, PackReading into)
        {
            Quality quality = slot.QualityOf(Signal, nowMs, LimitMs);
            if (quality == Quality.NotAvailable)
            {
                return;
            }

            int number = Signal.Read(slot.Data) + (IsCurrent() ? currentShiftMa : 0);
            bool share = Value == PackValue.ChargePermille || Value == PackValue.HealthPermille;
            if ((share && number > 1000) || (doubt != MessageDoubt.None && doubt != MessageDoubt.Overdue))
            {
                quality = Quality.Abnormal;
            }

            if (Compared)
            {
                into.Compare(Value, number, quality);
            }
            else
            {
                into.Prefer(Value, number, quality);
            }
        }

        private bool IsCurrent()
        {
            return Value == PackValue.CurrentMa || Value == PackValue.DemandCurrentMa
                || Value == PackValue.ChargerCurrentMa;
        }
    }
}
