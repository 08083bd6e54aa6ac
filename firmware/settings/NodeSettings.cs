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

        /// <summary>Source address on the station link, 80h to EFh.</summary>
        public int LinkAddress;

        /// <summary>The lane this node owns, 1 to 15; 0 when it owns none.</summary>
        public int Lane;

        /// <summary>Numbers of the bays this node owns, 1 to <see cref="StationBays"/>; at most 8 of them.</summary>
        public int[] Bays = new int[0];

        /// <summary>Vehicles that may be served, by identity (VIN).</summary>
        public string[] Vehicles = new string[0];

        /// <summary>Limits of the swap; only a lane uses it.</summary>
        public SwapProfile Profile = TopLiftTruck.Profile();

        public JournalSettings Journal = new JournalSettings();

        /// <summary>Null when all is well; otherwise the field that is wrong and why.</summary>
        public string Check()
        {
            if (!IsIdentifier(City) || !IsIdentifier(Station) || !IsIdentifier(Node))
            {
                return "City, Station, Node: 1 to 24 of a-z, 0-9 and '-'";
            }

            if (LinkAddress < 0x80 || LinkAddress > 0xEF)
            {
                return "LinkAddress: 80h to EFh";
            }

            if (Lane < 0 || Lane > 15)
            {
                return "Lane: 0 (none) to 15";
            }

            if ((Lane == 0) == (Bays.Length == 0))
            {
                return "Lane, Bays: a node owns one lane or some bays, not both";
            }

            if (Bays.Length > BirthRecord.BayRoom)
            {
                return "Bays: at most 8 a node";
            }

            for (int i = 0; i < Bays.Length; i++)
            {
                if (Bays[i] < 1 || Bays[i] > StationBays)
                {
                    return "Bays: numbers from 1 to 16";
                }
            }

            string journal = Journal.Check();
            return journal != null || Lane == 0 ? journal : Profile.Check();
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
