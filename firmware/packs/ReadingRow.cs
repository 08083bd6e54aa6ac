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

        // Bytes that the message must have, and the raw value that is none: every bit 1, which one bit alone may be.
        private readonly int _bytes;
        private readonly uint _none;

        public ReadingRow(PackValue value, int message, long signal, int limitMs, bool compared)
        {
            Value = value;
            Message = message;
            Signal = signal;
            LimitMs = limitMs;
            Compared = compared;
            _bytes = signal.BytesOf();
            int length = signal.LengthOf();
            _none = length == 1 ? 2 : 0xFFFFFFFF >> (32 - length);
        }

        /// <summary>Offers the value of a copy of its message. The shift is that of the message's currents.</summary>
        public void Fill(MessageSlot slot, MessageDoubt doubt, int currentShiftMa, long nowMs, PackReading into)
        {
            if (slot.Received == 0 || slot.Length < _bytes)
            {
                return;
            }

            uint raw = Signal.Raw(slot.Data);
            if (raw == _none)
            {
                return;
            }

            int number = Signal.Scaled(raw);
            bool share = false;
            switch (Value)
            {
                case PackValue.CurrentMa:
                case PackValue.DemandCurrentMa:
                case PackValue.ChargerCurrentMa:
                    number += currentShiftMa;
                    break;
                case PackValue.ChargePermille:
                case PackValue.HealthPermille:
                    share = true;
                    break;
                default:
                    break;
            }

            Quality quality = LimitMs == 0 || nowMs - slot.TimeMs <= LimitMs ? Quality.Valid : Quality.Stale;
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
    }
}
