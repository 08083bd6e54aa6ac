using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a record says of one pack, kept from when it was on the vehicle's bus.</summary>
    public sealed class PackNote
    {
        private readonly byte[] _code = new byte[EventRecord.PackCodeRoom];
        private int _codeLength;
        private int _chargePermille;
        private int _healthPermille;
        private long _chargedTenthKwh;
        private long _dischargedTenthKwh;
        private long _swapChargedTenthKwh;

        /// <summary>Whose it is; 0 while it is not known.</summary>
        public int Owner;

        /// <summary>Serial number of its code, or as it was told; 0 while it is not known.</summary>
        public uint Serial;

        public PackNote()
        {
            Clear();
        }

        public void Clear()
        {
            _codeLength = 0;
            _chargePermille = EventRecord.NotKnown;
            _healthPermille = EventRecord.NotKnown;
            _chargedTenthKwh = EventRecord.NotKnown;
            _dischargedTenthKwh = EventRecord.NotKnown;
            _swapChargedTenthKwh = EventRecord.NotKnown;
            Owner = 0;
            Serial = 0;
        }

        /// <summary>Takes what the pack has said on the bus; nothing that was said before it came.</summary>
        /// <param name="bus">The vehicle's bus.</param>
        /// <param name="sinceMs">When the pack before it had left.</param>
        public void Take(SwapPackBus bus, long sinceMs)
        {
            Clear();
            _codeLength = Copy(bus.PackCode.Code, _code, bus.PackCode.IsComplete ? bus.PackCode.Length : 0);
            Serial = BatteryCode.SerialOf(_code, _codeLength);
            MessageSlot state = bus.Slot(SwapPackMessage.St2);
            if (IsOf(state, sinceMs))
            {
                _chargePermille = Known(state, PackSt2.ChargePermille);
                _healthPermille = Known(state, PackSt2.HealthPermille);
            }

            TakeEnergies(bus, sinceMs);
        }

        /// <summary>Takes what a stored event says of the pack.</summary>
        public void Take(EventRecord record, uint serial)
        {
            _codeLength = Copy(record.PackCode, _code, record.PackCodeLength);
            _chargePermille = record.ChargePermille;
            _healthPermille = record.HealthPermille;
            _chargedTenthKwh = record.ChargedTenthKwh;
            _dischargedTenthKwh = record.DischargedTenthKwh;
            _swapChargedTenthKwh = record.SwapChargedTenthKwh;
            Owner = record.Owner;
            Serial = serial;
        }

        /// <summary>Writes all but the serial number.</summary>
        public void Write(EventRecord record)
        {
            record.PackCodeLength = Copy(_code, record.PackCode, _codeLength);
            record.ChargePermille = _chargePermille;
            record.HealthPermille = _healthPermille;
            record.ChargedTenthKwh = _chargedTenthKwh;
            record.DischargedTenthKwh = _dischargedTenthKwh;
            record.SwapChargedTenthKwh = _swapChargedTenthKwh;
            record.Owner = Owner;
        }

        /// <summary>The 32-bit counters where the BMS has them, else the 24-bit ones of the older dialect.</summary>
        private void TakeEnergies(SwapPackBus bus, long sinceMs)
        {
            MessageSlot whole = bus.Slot(SwapPackMessage.Energy4);
            MessageSlot swaps = bus.Slot(SwapPackMessage.Energy5);
            MessageSlot oldWhole = bus.Slot(SwapPackMessage.Energy1);
            MessageSlot oldSwaps = bus.Slot(SwapPackMessage.Energy2);
            _chargedTenthKwh = Counted(whole, Energy4.ChargedTenthKwh, oldWhole, Energy1.ChargedWh, sinceMs);
            _dischargedTenthKwh = Counted(whole, Energy4.DischargedTenthKwh, oldWhole, Energy1.DischargedWh, sinceMs);
            _swapChargedTenthKwh = Counted(
                swaps, Energy5.SwapChargedTenthKwh, oldSwaps, Energy2.SwapChargedWh, sinceMs);
        }

        /// <summary>Both count in steps of 100 Wh: the raw values have one unit.</summary>
        private static long Counted(MessageSlot slot, long signal, MessageSlot old, long oldSignal, long sinceMs)
        {
            if (IsOf(slot, sinceMs) && signal.Fits(slot.Length) && signal.IsAvailable(slot.Data))
            {
                return signal.Raw(slot.Data);
            }

            return IsOf(old, sinceMs) && oldSignal.Fits(old.Length) && oldSignal.IsAvailable(old.Data)
                ? oldSignal.Raw(old.Data) : EventRecord.NotKnown;
        }

        private static bool IsOf(MessageSlot slot, long sinceMs)
        {
            return slot.Received != 0 && slot.TimeMs >= sinceMs;
        }

        private static int Known(MessageSlot slot, long signal)
        {
            return signal.IsAvailable(slot.Data) ? signal.Read(slot.Data) : EventRecord.NotKnown;
        }

        private static int Copy(byte[] from, byte[] to, int length)
        {
            int count = length < to.Length ? length : to.Length;
            System.Array.Copy(from, 0, to, 0, count);
            return count;
        }
    }
}
