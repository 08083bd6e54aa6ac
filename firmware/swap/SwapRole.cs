using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>A node that makes swaps: a lane, or a cabinet.</summary>
    public abstract class SwapRole : NodeRole
    {
        private readonly Journal _journal;
        private readonly ServiceLatch _latch;
        private readonly ServiceSwitch _switch;

        /// <summary>What the last step asked for.</summary>
        public readonly SwapOutput Output = new SwapOutput();

        protected SwapRole(NodeSettings settings, Journal journal, ServiceLatch latch)
            : base(settings)
        {
            _journal = journal;
            _latch = latch;
            _switch = new ServiceSwitch(latch);
        }

        /// <summary>What the last step was given; until the next pass.</summary>
        public abstract SwapState Given { get; }

        public override bool IsAttended
        {
            get { return State.Phase == Phase.Maintenance && Reading.Has(LaneSensor.KeySwitchOn); }
        }

        public Fault Fault
        {
            get { return State.Fault; }
        }

        /// <summary>What the last pass saw of sensors and buses.</summary>
        public abstract LaneReading Reading { get; }

        /// <summary>Who is here, and who may be served.</summary>
        public abstract VehicleIdentity Vehicle { get; }

        public override Authorisations Authorised
        {
            get { return Vehicle.Authorised; }
        }

        public override bool IsIdle
        {
            get { return SwapTable.IsAtRest(State.Phase); }
        }

        public override bool Moving
        {
            get { return (Output.Drives & Drive.Motion) != Drive.None; }
        }

        public override void Start(long nowMs)
        {
            EventRecord last = new EventRecord();
            bool sure = _journal.FindLast(EventKind.SwapStep, last);
            Restore(last, sure, nowMs);
        }

        /// <summary>One turn of the swap, then of the selector with which a person closes the station.</summary>
        public override void Pass(long nowMs)
        {
            Reading.OutOfService = _latch.IsSet;
            bool closed = Turn(nowMs);
            Reading.CityAborts = false;
            _switch.Pass(closed, State.Phase, Output.Seen, nowMs);
            Observed.See(0, 0, Reading.Levels);
            Observed.Take(Given.Hand, Output.Drives, Output.Seen);
        }

        public override CommandReason Refusal(long nowMs)
        {
            Phase phase = State.Phase;
            return _latch.IsSet || phase == Phase.OutOfService || phase == Phase.Maintenance
                    ? CommandReason.OutOfService
                : phase != Phase.Idle && phase != Phase.Identifying ? CommandReason.Busy
                : !HasPack(nowMs) ? CommandReason.NoBatteryAvailable
                : !HasEmpty(nowMs) ? CommandReason.NoEmptyBay
                : CommandReason.None;
        }

        public override CommandReason Abort(ulong requestId)
        {
            // A vehicle that has been released, or that a person handles, is not called back.
            Phase phase = State.Phase;
            if (requestId == 0 || requestId != RequestId || phase == Phase.Releasing || phase == Phase.Maintenance)
            {
                return CommandReason.NoSuchSwap;
            }

            AbortByCity();
            return CommandReason.None;
        }

        /// <summary>The city calls the swap off. It counts in the next pass.</summary>
        public void AbortByCity()
        {
            Reading.CityAborts = true;
        }

        /// <summary>After a power loss: a swap that was under way is held, whatever the sensors say.</summary>
        /// <param name="last">The last stored step; Kind None when there is none.</param>
        /// <param name="sure">False when a later one may be lost: then it is held, too.</param>
        /// <param name="nowMs">Time of the start.</param>
        protected abstract void Restore(EventRecord last, bool sure, long nowMs);

        /// <summary>Reads, steps, drives, records; true when the panel's selector stands on closed.</summary>
        protected abstract bool Turn(long nowMs);

        /// <summary>A pack could be given out, were somebody to ask now.</summary>
        protected abstract bool HasPack(long nowMs);

        /// <summary>A pack could be taken in, were somebody to ask now.</summary>
        protected abstract bool HasEmpty(long nowMs);
    }
}
