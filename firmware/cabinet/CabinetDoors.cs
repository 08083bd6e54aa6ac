using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>The doors of a cabinet in a pass: their levels over time, and what only all of them together tell.
    /// </summary>
    public sealed class CabinetDoors
    {
        /// <summary>So long a latch is driven for a person.</summary>
        private const int OpenMs = 5000;
        private const int Bits = 5;
        private const int Mask = (1 << Bits) - 1;

        private readonly ICabinetIo _io;
        private readonly DoorInputs _inputs = new DoorInputs();
        private readonly LevelFilter _filter;
        private readonly BayMemory _memory;
        private readonly OperatorPanel[] _panels;
        private long _askedMs;

        /// <summary>In the order of the settings.</summary>
        public readonly CabinetDoor[] Doors;

        public readonly PowerLimits Limits;

        /// <summary>Every door's smoke detector says so, in this pass.</summary>
        public bool SmokeFree;

        /// <summary>Place of the door that a person wants to be opened; -1 for none.</summary>
        public int Asked = -1;

        public CabinetDoors(NodeSettings settings, CabinetPorts ports, EventWriter events)
        {
            _io = ports.Cabinet;
            _memory = new BayMemory(ports.Store);
            _filter = new LevelFilter(settings.Profile.DebounceMs);
            Limits = new PowerLimits(settings);
            Doors = new CabinetDoor[settings.Bays.Length];
            _panels = new OperatorPanel[Doors.Length];
            for (int i = 0; i < Doors.Length; i++)
            {
                Doors[i] = new CabinetDoor(settings.Bays[i], settings, events);
                _panels[i] = new OperatorPanel(Doors[i].Number, events);
            }
        }

        /// <summary>Once: takes over what the doors remembered.</summary>
        public void Start()
        {
            _memory.Open();
            for (int i = 0; i < Doors.Length; i++)
            {
                Doors[i].Start(_memory, i);
            }
        }

        /// <summary>Stores what has changed; true when it has used the store.</summary>
        public bool Keep(long nowMs)
        {
            for (int i = 0; i < Doors.Length; i++)
            {
                Doors[i].Remember(_memory, i);
            }

            return _memory.Keep(nowMs);
        }

        /// <param name="maintained">Requests of a person count: confirm means nothing else then.</param>
        /// <param name="observed">Sees the levels.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public void Read(bool maintained, Observation observed, long nowMs)
        {
            ulong levels = 0;
            SmokeFree = true;
            bool over = Asked >= 0 && (Doors[Asked].IsOpen || nowMs - _askedMs >= OpenMs);
            Asked = maintained && !over ? Asked : -1;
            for (int i = 0; i < Doors.Length; i++)
            {
                _io.ReadDoor(i, _inputs);
                levels |= (ulong)LevelsOf(_inputs) << (i * Bits);
                Doors[i].SmokeFree = _inputs.SmokeLoopClosed;
                Doors[i].Records.MeterWh = _inputs.MeterKnown ? _inputs.MeterWh : EventRecord.NotKnown;
                Doors[i].Panel = PlaceLevels.Of(_inputs.SmokeLoopClosed, _inputs.Operator, Doors[i].IsPermitted);
                SmokeFree = SmokeFree && _inputs.SmokeLoopClosed;
                Serve(i, maintained, nowMs);
            }

            ulong stable = _filter.Of(levels, nowMs);
            for (int i = 0; i < Doors.Length; i++)
            {
                int own = (int)(stable >> (i * Bits)) & Mask;
                Doors[i].Take(own, nowMs);
                observed.See(i + 1, Doors[i].Number, (ulong)(uint)own | Doors[i].Panel);
            }
        }

        /// <summary>After the line was heard.</summary>
        public void Judge(long nowMs)
        {
            for (int i = 0; i < Doors.Length; i++)
            {
                Doors[i].ClaimedTwice = IsClaimedTwice(i);
            }

            for (int i = 0; i < Doors.Length; i++)
            {
                Doors[i].Judge(nowMs);
            }
        }

        /// <summary>Sets every charge permit.</summary>
        /// <param name="allowed">Nothing speaks against charging in the cabinet as a whole.</param>
        /// <param name="plan">Doors that a swap is about get none.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public void Permit(bool allowed, DoorPlan plan, long nowMs)
        {
            Limits.Begin(nowMs);
            for (int i = 0; i < Doors.Length; i++)
            {
                Doors[i].Gives = i == plan.Take;
                Doors[i].IsPlanned = i == plan.Store || Doors[i].Gives;
                Doors[i].IsPermitted = allowed && !Doors[i].IsPlanned && i != Asked && Doors[i].MayCharge(nowMs)
                    && Limits.Allows(i, nowMs);
                _io.WriteCharge(i, Doors[i].IsPermitted);
            }
        }

        /// <summary>Only this door would be open, and the charger behind it is off; false for -1.</summary>
        public bool MayOpen(int door)
        {
            return door >= 0 && Doors[door].ContactorOpen && AreClosed(door);
        }

        /// <summary>Every door but one is shut; -1 leaves none out.</summary>
        public bool AreClosed(int but)
        {
            for (int i = 0; i < Doors.Length; i++)
            {
                if (i != but && !Doors[i].IsClosed)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Place of a door by its number, -1 when there is none.</summary>
        public int IndexOf(int number)
        {
            for (int i = 0; i < Doors.Length; i++)
            {
                if (Doors[i].Number == number)
                {
                    return i;
                }
            }

            return -1;
        }

        private void Serve(int index, bool maintained, long nowMs)
        {
            OperatorPanel panel = _panels[index];
            CabinetDoor door = Doors[index];
            OperatorRequest request = panel.Take(_inputs.Operator, nowMs);
            CustodyReason reason = OperatorPanel.ReasonOf(request);
            if (request == OperatorRequest.None)
            {
                return;
            }

            bool done = maintained && reason != CustodyReason.None;
            if (done)
            {
                door.Expect(reason, nowMs);
            }
            else if (maintained && request == OperatorRequest.ClearIsolation)
            {
                done = door.ClearIsolation(nowMs);
            }
            else if (maintained && request == OperatorRequest.OpenDoor)
            {
                done = AreClosed(-1);
                Asked = done ? index : Asked;
                _askedMs = nowMs;
            }

            panel.Record(request, done, nowMs);
        }

        private bool IsClaimedTwice(int index)
        {
            uint serial = Doors[index].Pack.Serial;
            for (int i = 0; i < Doors.Length; i++)
            {
                if (i != index && serial != 0 && Doors[i].Pack.Serial == serial)
                {
                    return true;
                }
            }

            return false;
        }

        private static int LevelsOf(DoorInputs inputs)
        {
            return (inputs.LatchClosed ? CabinetDoor.ClosedLevel : CabinetDoor.OpenLevel)
                | (inputs.PackPresent ? CabinetDoor.PresentLevel : 0)
                | (inputs.BayClear ? CabinetDoor.ClearLevel : 0)
                | (inputs.ContactorOpen ? CabinetDoor.ContactorOpenLevel : 0);
        }
    }
}
