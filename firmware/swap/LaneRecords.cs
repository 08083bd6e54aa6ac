using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a lane writes into the journal. One request id ties all records of a swap.</summary>
    public sealed class LaneRecords
    {
        private readonly SwapTable _table;
        private readonly EventWriter _events;
        private readonly SwapPackBus _bus;
        private readonly BayBoard _bays;
        private readonly VehicleIdentity _vehicle;
        private readonly byte[] _oldCode = new byte[PackCode.MaxLength];
        private int _oldCodeLength;
        private int _oldCharge = -1;
        private int _oldHealth = -1;
        private bool _batteryIn;
        private bool _batteryOut;
        private long _beganMs;

        /// <summary>Identity of the swap under way; the journal sequence at which it began.</summary>
        public uint RequestId;

        /// <summary>Serial of the pack that the vehicle came with; 0 while it is not known.</summary>
        public uint OldSerial;

        /// <summary>What is wrong with the pack on the vehicle.</summary>
        public PackFinding Finding;

        public LaneRecords(SwapTable table, EventWriter events, SwapPackBus bus, BayBoard bays,
            VehicleIdentity vehicle)
        {
            _table = table;
            _events = events;
            _bus = bus;
            _bays = bays;
            _vehicle = vehicle;
        }

        /// <summary>Goes on with the swap of a stored step after a restart.</summary>
        public void Resume(EventRecord last)
        {
            RequestId = last.RequestId;
            Phase phase = (Phase)last.Phase;
            _batteryIn = phase >= Phase.Fetching && phase <= Phase.Releasing;
            _batteryOut = phase == Phase.Withdrawing || phase == Phase.Releasing;
            _bays.Resume(RequestId, last.StoreBay, last.TakeBay, last.PackSerial);
        }

        public void Begin(ulong sequence, long nowMs)
        {
            RequestId = (uint)sequence;
            _beganMs = nowMs;
            _oldCodeLength = 0;
            _oldCharge = -1;
            _oldHealth = -1;
            _batteryIn = false;
            _batteryOut = false;
            EventRecord record = _events.Begin(EventKind.SwapStarted, nowMs);
            record.RequestId = RequestId;
            _events.Add();
        }

        /// <summary>The vehicle's next pack has two halves of its own.</summary>
        public void NextPack()
        {
            _oldCodeLength = 0;
            _oldCharge = -1;
            _oldHealth = -1;
            _batteryIn = false;
            _batteryOut = false;
        }

        /// <summary>A change of phase with its evidence. Returns the sequence, 0 when it found no room.</summary>
        public ulong Step(Phase from, SwapState to, Fact seen, long lastedMs, long nowMs)
        {
            if (to.Phase == Phase.Gripping)
            {
                RememberOldPack();
            }

            EventRecord record = _events.Begin(EventKind.SwapStep, nowMs);
            record.RequestId = RequestId;
            record.PreviousPhase = (int)from;
            record.Phase = (int)to.Phase;
            record.Fault = (int)to.Fault;
            record.Facts = (ulong)seen;
            record.DurationMs = Milliseconds(lastedMs);
            record.LimitMs = (int)_table.LimitMs[(int)from];
            record.StoreBay = _bays.StoreBay;
            record.TakeBay = _bays.TakeBay;
            record.PackSerial = _bays.PlannedSerial;
            record.Retries = to.Retries;
            record.Pack = to.Pack;
            record.Aborted = to.Aborted;
            record.OldSerial = OldSerial;
            record.Finding = (int)Finding;
            record.Level = to.Phase == Phase.Stopped ? EventWriter.AlarmLevel : 0;
            SetVehicle(record);
            return _events.Add();
        }

        /// <summary>The old pack is in its bay; recorded once a swap, whichever way the swap took.</summary>
        public void BatteryIn(long nowMs)
        {
            if (_batteryIn)
            {
                return;
            }

            _batteryIn = true;
            EventRecord record = _events.Begin(EventKind.BatteryIn, nowMs);
            record.RequestId = RequestId;
            record.Bay = _bays.StoreBay;
            record.PackCodeLength = Copy(_oldCode, record.PackCode, _oldCodeLength);
            record.PackSerial = PackCheck.SerialOf(_oldCode, _oldCodeLength);
            record.ChargePermille = _oldCharge;
            record.HealthPermille = _oldHealth;
            SetVehicle(record);
            _events.Add();
        }

        /// <summary>The new pack is on the vehicle, locked and verified; recorded once a swap.</summary>
        public void BatteryOut(long nowMs)
        {
            if (_batteryOut)
            {
                return;
            }

            _batteryOut = true;
            EventRecord record = _events.Begin(EventKind.BatteryOut, nowMs);
            record.RequestId = RequestId;
            record.Bay = _bays.TakeBay;
            record.PackCodeLength = Copy(_bus.PackCode.Code, record.PackCode, _bus.PackCode.Length);
            record.PackSerial = _bays.PlannedSerial;
            record.ChargePermille = ChargeNow();
            record.HealthPermille = HealthNow();
            SetVehicle(record);
            _events.Add();
        }

        /// <summary>The lane is idle again. Only after Releasing has the vehicle its new pack.</summary>
        public void End(Phase from, Fault fault, long nowMs)
        {
            EventRecord record = _events.Begin(EventKind.SwapEnded, nowMs);
            record.RequestId = RequestId;
            record.PreviousPhase = (int)from;
            record.Phase = (int)Phase.Idle;
            record.Fault = from == Phase.Releasing && _batteryOut ? 0 : (int)fault;
            record.Value = from == Phase.Releasing && _batteryOut ? 1 : 0;
            record.DurationMs = Milliseconds(nowMs - _beganMs);
            SetVehicle(record);
            _events.Add();
        }

        private void RememberOldPack()
        {
            _oldCodeLength = Copy(_bus.PackCode.Code, _oldCode, _bus.PackCode.Length);
            _oldCharge = ChargeNow();
            _oldHealth = HealthNow();
        }

        private int ChargeNow()
        {
            MessageSlot slot = _bus.Slot(SwapPackMessage.St2);
            return slot.Received != 0 && PackSt2.ChargePermille.IsAvailable(slot.Data)
                ? PackSt2.ChargePermille.Read(slot.Data) : -1;
        }

        private int HealthNow()
        {
            MessageSlot slot = _bus.Slot(SwapPackMessage.St2);
            return slot.Received != 0 && PackSt2.HealthPermille.IsAvailable(slot.Data)
                ? PackSt2.HealthPermille.Read(slot.Data) : -1;
        }

        /// <summary>An idle lane may wait for longer than an int counts.</summary>
        private static int Milliseconds(long lasted)
        {
            return lasted > 0x7FFFFFFF ? 0x7FFFFFFF : (int)lasted;
        }

        private void SetVehicle(EventRecord record)
        {
            record.VehicleLength = Copy(_vehicle.Text, record.Vehicle, _vehicle.Length);
        }

        private static int Copy(byte[] from, byte[] to, int length)
        {
            int count = length < to.Length ? length : to.Length;
            System.Array.Copy(from, 0, to, 0, count);
            return count;
        }
    }
}
