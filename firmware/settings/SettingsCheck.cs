using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Why settings of a node are refused: the first rule that they break.</summary>
    public static class SettingsCheck
    {
        /// <summary>As <see cref="ProfileCheck.Of"/>, whose profile is the last that is looked at.</summary>
        public static int Of(NodeSettings node)
        {
            SettingsFlaw flaw = OfNode(node);
            flaw = flaw != SettingsFlaw.None ? flaw : OfBays(node);
            flaw = flaw != SettingsFlaw.None ? flaw : OfCabinet(node);
            flaw = flaw != SettingsFlaw.None ? flaw : node.Journal.Check();
            return flaw != SettingsFlaw.None || node.Lane == 0 ? (int)flaw : node.Profile.Check();
        }

        /// <summary>Whether the number is one of the first of them.</summary>
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

        /// <summary>Whether a number is neither too small nor too large.</summary>
        internal static bool Fits(long number, int least, int most)
        {
            return number >= least && number <= most;
        }

        private static SettingsFlaw OfNode(NodeSettings node)
        {
            string stationOperator = node.Profile.Operator;
            bool named = NodeSettings.IsIdentifier(node.City) && NodeSettings.IsIdentifier(node.Station)
                && NodeSettings.IsIdentifier(node.Node)
                && (stationOperator.Length == 0 || NodeSettings.IsIdentifier(stationOperator));
            return !named ? SettingsFlaw.Identifiers
                : !node.IsCabinet && !Fits(node.LinkAddress, 0x80, 0xEF) ? SettingsFlaw.LinkAddress
                : !Fits(node.Lane, 0, 15) ? SettingsFlaw.Lane
                : node.Lane == 0 && node.Bays.Length == 0 ? SettingsFlaw.Nothing
                : node.Bays.Length > BirthRecord.BayRoom ? SettingsFlaw.BaysMany
                : !Fits(node.TelemetryIntervalS, 1, TelemetryBlock.Longest) ? SettingsFlaw.TelemetryInterval
                : SettingsFlaw.None;
        }

        private static SettingsFlaw OfBays(NodeSettings node)
        {
            for (int i = 0; i < node.Bays.Length; i++)
            {
                if (!Fits(node.Bays[i], 1, NodeSettings.StationBays) || Contains(node.Bays, i, node.Bays[i]))
                {
                    return SettingsFlaw.BaysTwice;
                }
            }

            for (int i = 0; i < node.IsolationBays.Length; i++)
            {
                if (!Contains(node.Bays, node.Bays.Length, node.IsolationBays[i]))
                {
                    return SettingsFlaw.IsolationBays;
                }
            }

            for (int i = 0; i < node.Interfaces.Length; i++)
            {
                if (!Fits(node.Interfaces[i], 0, 254) || i >= node.Bays.Length)
                {
                    return SettingsFlaw.Interfaces;
                }
            }

            return node.ChargerW < 0 ? SettingsFlaw.ChargerPower
                : !Fits(node.WatchMs, 0, 86400000) ? SettingsFlaw.Watch : SettingsFlaw.None;
        }

        private static SettingsFlaw OfCabinet(NodeSettings node)
        {
            return node.Lane == 0 ? SettingsFlaw.None
                : node.IsCabinet != node.Profile.HasHoist
                    ? node.IsCabinet && node.Bays.Length < 2 ? SettingsFlaw.CabinetWithOneDoor : SettingsFlaw.None
                : node.IsCabinet ? SettingsFlaw.CabinetWithHoist : SettingsFlaw.CabinetWithoutDoors;
        }
    }
}
