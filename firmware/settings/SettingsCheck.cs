using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Why settings of a node are refused, in words for whoever wrote them.</summary>
    public static class SettingsCheck
    {
        /// <summary>Null when all is well; otherwise the field that is wrong and why.</summary>
        public static string Of(NodeSettings node)
        {
            string stationOperator = node.Profile.Operator;
            if (!NodeSettings.IsIdentifier(node.City) || !NodeSettings.IsIdentifier(node.Station)
                || !NodeSettings.IsIdentifier(node.Node)
                || (stationOperator.Length != 0 && !NodeSettings.IsIdentifier(stationOperator)))
            {
                return "City, Station, Node, Operator: 1 to 24 of a-z, 0-9 and '-'";
            }

            if (!node.IsCabinet && (node.LinkAddress < 0x80 || node.LinkAddress > 0xEF))
            {
                return "LinkAddress: 80h to EFh";
            }

            if (node.Lane < 0 || node.Lane > 15)
            {
                return "Lane: 0 (none) to 15";
            }

            if (node.Lane == 0 && node.Bays.Length == 0)
            {
                return "Lane, Bays: a node owns one lane, or some bays, or as a cabinet both";
            }

            if (node.Bays.Length > BirthRecord.BayRoom)
            {
                return "Bays: at most 8 a node";
            }

            string bays = CheckBays(node);
            bays = bays != null ? bays : CheckCabinet(node);
            if (bays != null)
            {
                return bays;
            }

            if (node.TelemetryIntervalS < 1 || node.TelemetryIntervalS > TelemetryBlock.Longest)
            {
                return "TelemetryIntervalS: 1 to 600";
            }

            string journal = node.Journal.Check();
            return journal != null || node.Lane == 0 ? journal : node.Profile.Check();
        }

        private static string CheckBays(NodeSettings node)
        {
            for (int i = 0; i < node.Bays.Length; i++)
            {
                if (node.Bays[i] < 1 || node.Bays[i] > NodeSettings.StationBays || Contains(node.Bays, i, node.Bays[i]))
                {
                    return "Bays: numbers from 1 to 16, each once";
                }
            }

            for (int i = 0; i < node.IsolationBays.Length; i++)
            {
                if (!Contains(node.Bays, node.Bays.Length, node.IsolationBays[i]))
                {
                    return "IsolationBays: some of Bays";
                }
            }

            for (int i = 0; i < node.Interfaces.Length; i++)
            {
                if (node.Interfaces[i] < 0 || node.Interfaces[i] > 254 || i >= node.Bays.Length)
                {
                    return "Interfaces: 0 (not known) to 254, one for each of Bays";
                }
            }

            if (node.ChargerW < 0)
            {
                return "ChargerW: 0 (not known) or more";
            }

            return node.WatchMs < 0 || node.WatchMs > 86400000 ? "WatchMs: 0 to 86400000" : null;
        }

        public static bool Contains(int[] numbers, int count, int number)
        {
            for (int i = 0; i < count; i++)
            {
                if (numbers[i] == number)
                {
                    return true;
                }
            }

            return false;
        }

        private static string CheckCabinet(NodeSettings node)
        {
            if (node.Lane == 0)
            {
                return null;
            }

            if (node.IsCabinet == node.Profile.HasHoist)
            {
                return node.IsCabinet
                    ? "Profile: a node with a lane and bays is a cabinet, and a cabinet has no hoist"
                    : "Bays: a profile without hoist is a cabinet's, and a cabinet has doors";
            }

            return node.IsCabinet && node.Bays.Length < 2
                ? "Bays: a cabinet has an empty door and one to take from" : null;
        }
    }
}
