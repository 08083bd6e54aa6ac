using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One bay: its pack under watch on a bus of its own, its charger's permit, its reservation, and its records. A
    /// pack stays under watch for as long as it stands there.
    /// </summary>
    public sealed class Bay
    {
        private readonly int _index;
        private readonly IBayIo _io;
        private readonly ICanBus _bus;
        private readonly BayRecords _records;
        private readonly BayInputs _inputs = new BayInputs();
        private readonly CanFrame _frame = new CanFrame();
        private BayPresence _lastPresence;
        private bool _reservedToTake;
        private bool _charging;

        /// <summary>Number of the bay in the station, from 1.</summary>
        public readonly int Number;

        /// <summary>What is known of the pack.</summary>
        public readonly PackMonitor Pack = new PackMonitor();

        public BayPresence Presence;

        /// <summary>Lane that holds the bay, 0 for none.</summary>
        public int ReservedBy;

        public Bay(int number, int index, NodePorts ports, EventWriter events)
        {
            Number = number;
            _index = index;
            _io = ports.Bays;
            _bus = ports.ChargerBuses[index];
            _records = new BayRecords(number, events, Pack);
        }

        public void Pass(long nowMs)
        {
            _io.Read(_index, _inputs);
            TakePresence(nowMs);
            while (_bus.Receive(_frame))
            {
                // What is still on the way from a pack that has left is nobody's.
                if (Presence == BayPresence.Occupied)
                {
                    Pack.Accept(_frame);
                }
            }

            if (Presence == BayPresence.Occupied)
            {
                Pack.Poll(nowMs);
                TakeCharging(nowMs);
            }

            Pack.Warnings.Set(PackWarning.SmokeDetected, !_inputs.SmokeLoopClosed, EventWriter.AlarmLevel, 0, nowMs);
            _records.Warnings(nowMs);
            _io.Write(_index, MayCharge());
        }

        /// <summary>Answers a lane; a granted bay is that lane's until the lane no longer names it.</summary>
        public BayAnswer Ask(int lane, BayOperation operation)
        {
            if (operation == BayOperation.Release)
            {
                Free(lane);
                return BayAnswer.Granted;
            }

            BayAnswer answer = Judge(lane, operation);
            if (answer == BayAnswer.Granted)
            {
                ReservedBy = lane;
                _reservedToTake = operation == BayOperation.ReserveToTake;
            }

            return answer;
        }

        /// <summary>A lane's announcement: which bays it works with.</summary>
        public void HearLane(int lane, int storeBay, int takeBay)
        {
            if (storeBay != Number && takeBay != Number)
            {
                Free(lane);
            }
        }

        public void Describe(BayStatusFrame into, long nowMs)
        {
            _records.Refresh(nowMs);
            into.Bay = Number;
            into.Presence = Presence;
            into.ChargeStage = (int)Pack.Session.Stage;
            into.PowerOff = IsPowerOff();
            into.Healthy = IsHealthy();
            into.Isolated = false;
            into.ChargeKnown = _records.ChargePermille >= 0;
            into.ChargePermille = _records.ChargePermille;
            into.PackSerialKnown = _records.PackSerial != 0;
            into.PackSerial = _records.PackSerial;
            into.ReservedBy = ReservedBy;
        }

        private BayAnswer Judge(int lane, BayOperation operation)
        {
            if (ReservedBy != 0)
            {
                // Asked again for what it holds, as after a restart of the lane: the pack may have moved meanwhile.
                bool same = ReservedBy == lane && _reservedToTake == (operation == BayOperation.ReserveToTake);
                return same ? BayAnswer.Granted : BayAnswer.RefusedReserved;
            }

            if (!IsHealthy())
            {
                return BayAnswer.RefusedAlarm;
            }

            if (operation == BayOperation.ReserveToStore)
            {
                return Presence == BayPresence.Empty ? BayAnswer.Granted : BayAnswer.RefusedNotEmpty;
            }

            return Presence == BayPresence.Occupied ? BayAnswer.Granted : BayAnswer.RefusedNotReady;
        }

        private void Free(int lane)
        {
            if (ReservedBy == lane)
            {
                ReservedBy = 0;
                _reservedToTake = false;
            }
        }

        private bool IsHealthy()
        {
            return Pack.Warnings.Highest() < EventWriter.AlarmLevel;
        }

        /// <summary>The charger's contactor is open and the pack says that nothing flows.</summary>
        private bool IsPowerOff()
        {
            return _inputs.ContactorOpen && Pack.Session.Stage != ChargeStage.Charging;
        }

        /// <summary>A pack that is kept for a lane, or that warns, is not charged.</summary>
        private bool MayCharge()
        {
            return Presence == BayPresence.Occupied && !_reservedToTake && IsHealthy();
        }

        /// <summary>Two contacts that must say opposite things, the same in two passes in a row.</summary>
        private void TakePresence(long nowMs)
        {
            BayPresence seen = _inputs.PackPresent
                ? (_inputs.BayClear ? BayPresence.Contradictory : BayPresence.Occupied)
                : (_inputs.BayClear ? BayPresence.Empty : BayPresence.Unknown);
            bool settled = seen == _lastPresence;
            _lastPresence = seen;
            if (!settled || seen == Presence)
            {
                return;
            }

            // Between the two contacts a pack that is being moved is neither here nor away.
            if (seen == BayPresence.Occupied && !_records.HasPack)
            {
                _records.Arrived(nowMs);
            }
            else if (seen == BayPresence.Empty && _records.HasPack)
            {
                _records.Left(nowMs);
                _charging = false;
            }

            Presence = seen;
        }

        private void TakeCharging(long nowMs)
        {
            bool charging = Pack.Session.Stage == ChargeStage.Charging;
            if (charging != _charging)
            {
                _charging = charging;
                _records.Charging(charging, nowMs);
            }
        }
    }
}
