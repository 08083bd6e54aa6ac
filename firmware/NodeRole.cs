using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What a node is there for: a lane, bays or a cabinet. Everything else in a node is the same for all of them and
    /// knows only this. A board chooses it by the ports it has (<see cref="NodePorts.Open"/>).
    /// </summary>
    public abstract class NodeRole
    {
        /// <summary>Bays or doors that are the node's own.</summary>
        public readonly int BayCount;

        /// <summary>It has a vehicle before it, and sees the pack on it.</summary>
        public readonly bool HasVehicle;

        /// <summary>What a technician's tool is told.</summary>
        public readonly Observation Observed;

        protected NodeRole(NodeSettings settings)
        {
            BayCount = settings.Bays.Length;
            Observed = new Observation(BayCount);
            HasVehicle = settings.Kind == NodeKind.Lane;
        }

        /// <summary>What its swap remembers now; null where no swap is made.</summary>
        public virtual SwapState State
        {
            get { return null; }
        }

        /// <summary>Idle where no swap is made.</summary>
        public Phase Phase
        {
            get
            {
                SwapState state = State;
                return state == null ? Phase.Idle : state.Phase;
            }
        }

        /// <summary>Identity of the swap under way; 0: none is.</summary>
        public virtual uint RequestId
        {
            get { return 0; }
        }

        /// <summary>Number of the bay for the old pack; 0: none is chosen.</summary>
        public virtual int StoreBay
        {
            get { return 0; }
        }

        /// <summary>Number of the bay with the new pack; 0: none is chosen.</summary>
        public virtual int TakeBay
        {
            get { return 0; }
        }

        /// <summary>A motion request is on: nothing may stop the pass now.</summary>
        public virtual bool Moving
        {
            get { return false; }
        }

        /// <summary>No swap is under way and none is waited for: a restart disturbs nobody.</summary>
        public abstract bool IsIdle { get; }

        /// <summary>Whom the city has authorised; null where nobody is served.</summary>
        public virtual Authorisations Authorised
        {
            get { return null; }
        }

        /// <summary>Somebody is at the station: key switch on and, where swaps are made, in maintenance.</summary>
        public abstract bool IsAttended { get; }

        /// <summary>One of its buses, from 0; false beyond the last.</summary>
        public abstract bool ReadBus(int index, BusFigures into);

        /// <summary>Once, when the journal is open: takes over what a restart must not have forgotten.</summary>
        public abstract void Start(long nowMs);

        public abstract void Pass(long nowMs);

        /// <summary>Stores what a restart must not forget: at most one append. True when the store was used.</summary>
        public virtual bool Keep(long nowMs)
        {
            return false;
        }

        /// <summary>Why nobody could be served now.</summary>
        public virtual CommandReason Refusal(long nowMs)
        {
            return CommandReason.NotSupported;
        }

        /// <summary>The city calls this swap off. It counts in the next pass.</summary>
        public virtual CommandReason Abort(ulong requestId)
        {
            return CommandReason.NotSupported;
        }

        /// <summary>The city limits what its bays may draw; times of the command are civil.</summary>
        public virtual CommandReason Limit(CommandRecord command, long utcMs, long nowMs)
        {
            return CommandReason.NotSupported;
        }

        /// <summary>One of its bays, as the snapshot tells it.</summary>
        public virtual void Describe(int bay, BayStatusFrame into, long nowMs)
        {
        }

        /// <summary>Names one of its packs and reads it; false when it is not there.</summary>
        /// <param name="place">Place of its bay, or 0 for the pack on the vehicle.</param>
        /// <param name="nowMs">Milliseconds since boot.</param>
        /// <param name="subject">Takes the name.</param>
        /// <param name="into">Takes the values.</param>
        public abstract bool ReadPack(int place, long nowMs, TelemetryReading subject, PackReading into);

        /// <summary>One of its bays, as the station's telemetry tells it: <see cref="TelemetrySources"/>.</summary>
        public virtual int BayState(int bay)
        {
            return 0;
        }

        /// <summary>The vehicle before it; false when there is none.</summary>
        public virtual bool ReadVehicle(TelemetryReading into)
        {
            return false;
        }
    }
}
