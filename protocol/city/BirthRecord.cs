namespace SwapEdge.Protocol
{
    /// <summary>Who a node is; <c>Birth</c> of city.proto. Made once and sent after each connection.</summary>
    public sealed class BirthRecord
    {
        public const int BayRoom = 8;

        public ulong Journal;
        public uint Boot;
        public long UtcMs;
        public TimeQuality TimeQuality;
        public long UptimeMs;
        public NodeKind NodeKind;

        /// <summary>Version and build.</summary>
        public string Firmware = "";

        public string Board = "";

        /// <summary>CRC-32 of the settings in force.</summary>
        public uint SettingsCrc;

        /// <summary>Of those that came by a command, 0 for those the node was built with.</summary>
        public uint SettingsVersion;

        /// <summary>CRC-32 of the nonce of the key in force, 0 for the one the node was given.</summary>
        public uint Key;

        /// <summary>Numbers of the bays the node owns; the first <see cref="BayCount"/> count.</summary>
        public readonly int[] Bays = new int[BayRoom];

        public int BayCount;

        /// <summary>Oldest event the node still has, 0 for none.</summary>
        public ulong FirstSequence;

        /// <summary>Newest stored event.</summary>
        public ulong LastSequence;

        /// <summary>Highest acknowledgement the node has accepted.</summary>
        public ulong EventThrough;

        public void Clear()
        {
            Journal = 0;
            Boot = 0;
            UtcMs = 0;
            TimeQuality = TimeQuality.Unknown;
            UptimeMs = 0;
            NodeKind = NodeKind.None;
            Firmware = "";
            Board = "";
            SettingsCrc = 0;
            SettingsVersion = 0;
            Key = 0;
            BayCount = 0;
            FirstSequence = 0;
            LastSequence = 0;
            EventThrough = 0;
        }
    }
}
