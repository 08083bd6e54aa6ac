using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What one node is and owns. Read once at start; <see cref="Check"/> first.</summary>
    public sealed class NodeSettings
    {
        /// <summary>Most bays of a station.</summary>
        public const int StationBays = 16;

        // Identifiers: 1 to 24 of a-z, 0-9 and '-'.
        public string City = "";
        public string Station = "";
        public string Node = "";

        /// <summary>Kind of board, for the birth.</summary>
        public string Board = "";

        /// <summary>
        /// Name or address of the city's broker, its port, and whether it speaks TLS; boards use them, firmware does
        /// not.
        /// </summary>
        public string BrokerHost = "";
        public int BrokerPort;
        public bool BrokerTls;

        /// <summary>SNTP server for boards to ask; empty: none.</summary>
        public string TimeServer = "";

        /// <summary>Source address on the station link, 80h to EFh.</summary>
        public int LinkAddress;

        /// <summary>The lane this node owns, 1 to 15; 0 when it owns none.</summary>
        public int Lane;

        /// <summary>Numbers of the bays this node owns, 1 to <see cref="StationBays"/>; at most 8 of them.</summary>
        public int[] Bays = new int[0];

        /// <summary>
        /// Which of its bays are for packs that are not to stand among others; such a bay is used for nothing else.
        /// </summary>
        public int[] IsolationBays = new int[0];

        /// <summary>
        /// What kind of pack each bay takes, in the order of <see cref="Bays"/>: the number of the interface that its
        /// guides and coupler are built for, 1 to 254; 0, or left out, for not known, and then nothing is given out of
        /// it. A charger bus does not say which vehicle a pack fits (BRM has maker, chemistry, voltage and capacity),
        /// so the bay's mechanics are the honest source: another pack does not seat.
        /// </summary>
        public int[] Interfaces = new int[0];

        /// <summary>
        /// The most that the charger of one bay draws, watts; 0 while it is not known: then the city can forbid
        /// charging and limit it no further.
        /// </summary>
        public int ChargerW;

        /// <summary>How long a pack that has come in is watched, milliseconds; 0 for not at all.</summary>
        public long WatchMs = 1800000;

        /// <summary>Vehicles that may be served, by identity (VIN).</summary>
        public string[] Vehicles = new string[0];

        /// <summary>Limits of the swap; only a lane uses it.</summary>
        public SwapProfile Profile = TopLiftTruck.Profile();

        /// <summary>CRC-32 of the settings: as their composer says, or <see cref="SetCrc"/>; 0 before.</summary>
        public uint Crc;

        /// <summary>Counts what has come by commands; 0: as the board composes them.</summary>
        public int Version;

        public JournalSettings Journal = new JournalSettings();

        /// <summary>Seconds between two samples of telemetry, 1 to 600; in an alarm it is 1.</summary>
        public int TelemetryIntervalS = 10;

        /// <summary>Bytes of the store for telemetry, beside the journal's; 0: none is kept or sent.</summary>
        public int TelemetryBytes = 960 * 1024;

        /// <summary>
        /// A lane and its bays in one node: a cabinet, whose bays are its doors. It has no station link.
        /// </summary>
        public bool IsCabinet
        {
            get { return Kind == NodeKind.Cabinet; }
        }

        public NodeKind Kind
        {
            get { return Lane == 0 ? NodeKind.Bays : Bays.Length == 0 ? NodeKind.Lane : NodeKind.Cabinet; }
        }

        /// <summary>
        /// Once, when they are complete: a CRC of every field, each number as eight bytes in a fixed order, each text
        /// and list behind its length. A CRC that came with the settings stays.
        /// </summary>
        public void SetCrc()
        {
            if (Crc != 0)
            {
                return;
            }

            Crc = new SettingsCrc().Of(this);
        }

        /// <summary>For changing, with a profile of its own; lists are to be replaced, not written to.</summary>
        public NodeSettings Copy()
        {
            NodeSettings copy = (NodeSettings)MemberwiseClone();
            copy.Profile = Profile.Copy();
            return copy;
        }

        /// <summary>0 when all is well; otherwise as <see cref="ProfileCheck.Of"/>.</summary>
        public int Check()
        {
            return SettingsCheck.Of(this);
        }

        /// <summary>Interface of the bay at that place, 0 when it is not known.</summary>
        public int InterfaceOf(int index)
        {
            return index < Interfaces.Length ? Interfaces[index] : 0;
        }

        public bool IsForIsolation(int bay)
        {
            return SettingsCheck.Contains(IsolationBays, IsolationBays.Length, bay);
        }

        /// <summary>1 to 24 of a-z, 0-9 and '-'.</summary>
        public static bool IsIdentifier(string text)
        {
            if (text.Length < 1 || text.Length > 24)
            {
                return false;
            }

            for (int i = 0; i < text.Length; i++)
            {
                char letter = text[i];
                bool fits = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
                if (!fits)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
