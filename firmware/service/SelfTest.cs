using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What the node finds wrong with itself, at start and whenever it is asked.</summary>
    public sealed class SelfTest
    {
        /// <summary>1 January 2026 and 2100: no time outside is believed.</summary>
        public const long EarliestUtcMs = 1767225600000;
        public const long LatestUtcMs = 4102444800000;

        private const int PassiveErrors = 128;

        private readonly Node _node;
        private readonly IClock _clock;
        private readonly EventRecord _newest = new EventRecord();
        private readonly BusFigures _bus = new BusFigures();

        // Of the last run.

        /// <summary>Bit n for each <see cref="SelfTestFinding"/> n.</summary>
        public int Found;

        /// <summary>The newest event was read back.</summary>
        public bool JournalReadable;

        /// <summary>On all buses.</summary>
        public uint FramesLost;

        public SelfTest(Node node, IClock clock)
        {
            _node = node;
            _clock = clock;
        }

        /// <summary>Once the node has started, and as often as somebody wants to know.</summary>
        public void Run()
        {
            Journal journal = _node.Journal;
            JournalReadable = journal.LastStored == 0 || journal.Find(journal.LastStored, _newest);
            bool timed = _clock.UtcQuality > TimeQuality.Held;
            int found = _node.Vitals.Findings | Bit(!JournalReadable, SelfTestFinding.JournalUnreadable)
                | Bit(journal.StoreFull || journal.LostEvents > 0 || (journal.RefusedCommits > 0 && journal.HasPending),
                    SelfTestFinding.StoreRefuses)
                | Bit(!timed, SelfTestFinding.TimeUnknown)
                | Bit(timed && (_clock.UtcMs < EarliestUtcMs || _clock.UtcMs > LatestUtcMs),
                    SelfTestFinding.TimeImplausible)
                | Bit(_node.Vitals.IsMemoryLow, SelfTestFinding.MemoryLow)
                | Bit(_node.Vitals.IsLate, SelfTestFinding.PassesLate)
                | Bit(_node.Watch.IsNear, SelfTestFinding.CertificateEnds);
            FramesLost = 0;
            for (int i = 0; _node.Role.ReadBus(i, _bus); i++)
            {
                ICanErrors errors = _bus.Errors;
                FramesLost += _bus.Kind == BusKind.PackLine ? 0 : _bus.Lost;
                found |= Bit(errors != null && (errors.TransmitErrors >= PassiveErrors
                    || errors.ReceiveErrors >= PassiveErrors || errors.BusOffs > 0), SelfTestFinding.BusErrors);
            }

            Found = found | Bit(FramesLost > 0, SelfTestFinding.FramesLost);
        }

        /// <summary>Writes what was found as a packed field; where it ends.</summary>
        public int Write(byte[] into, int at, int field)
        {
            if (Found == 0)
            {
                return at;
            }

            int start = ProtoWriter.Open(into, at, field);
            at = start;
            for (int i = 1; i < 32; i++)
            {
                at = (Found >> i & 1) != 0 ? ProtoWriter.RawVarint(into, at, (uint)i) : at;
            }

            return ProtoWriter.Close(into, start, at);
        }

        private static int Bit(bool found, SelfTestFinding finding)
        {
            return found ? 1 << (int)finding : 0;
        }
    }
}
