using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Who the node is and how everything stands: the message that begins each connection.</summary>
    public sealed class BirthWriter
    {
        private readonly Journal _journal;
        private readonly MacCheck _mac;
        private readonly BirthRecord _birth = new BirthRecord();

        public BirthWriter(Journal journal, MacCheck mac)
        {
            _journal = journal;
            _mac = mac;
        }

        /// <summary>Once, when the journal is open.</summary>
        public void Start(NodeSettings settings)
        {
            _birth.Journal = _journal.Identity;
            _birth.Boot = _journal.Boot;
            _birth.NodeKind = settings.Kind;
            _birth.Firmware = Node.Build;
            _birth.Board = settings.Board;
            _birth.SettingsCrc = settings.Crc;
            _birth.SettingsVersion = (uint)settings.Version;
            _birth.BayCount = settings.Bays.Length;
            for (int i = 0; i < settings.Bays.Length; i++)
            {
                _birth.Bays[i] = settings.Bays[i];
            }
        }

        /// <summary>As of now; its length.</summary>
        /// <param name="into">Where it begins at 0.</param>
        /// <param name="clock">Civil time.</param>
        /// <param name="report">How the node stands; null leaves that out.</param>
        /// <param name="nowMs">Milliseconds since boot.</param>
        public int Encode(byte[] into, IClock clock, NodeReport report, long nowMs)
        {
            _birth.UtcMs = clock.UtcMs;
            _birth.TimeQuality = clock.UtcQuality;
            _birth.UptimeMs = nowMs;
            _birth.Key = _mac.Key;
            _birth.FirstSequence = _journal.FirstStored;
            _birth.LastSequence = _journal.LastStored;
            _birth.EventThrough = _journal.AcknowledgedThrough;
            int length = BirthCodec.Encode(_birth, into, 0);
            return report == null ? length : report.Snapshot(into, length, 14, nowMs);
        }
    }
}
