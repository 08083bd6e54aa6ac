using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Reads what a node is built with, as the flash tool deploys it: a header and <c>Deployed</c> of settings.proto.
    /// Header: magic (4), version of the format (2), length of the message (2), CRC-32 of these and the message (4).
    /// </summary>
    public static class DeployedSettings
    {
        public const uint Magic = 0x54534553; // SEST
        public const int Version = 1;
        public const int HeaderLength = 12;

        /// <summary>Longest message.</summary>
        public const int Room = 2048;

        private const int VersionAt = 4;
        private const int LengthAt = 6;
        private const int CrcAt = 8;

        // Fields 1 to 10 are texts and bytes.
        private const int LastOfBytes = 10;

        /// <summary>
        /// The settings, with the CRC of the header; null with the reason when anything is wrong. Throws for no bytes.
        /// </summary>
        /// <param name="data">The file.</param>
        /// <param name="length">Its bytes.</param>
        /// <param name="profiles">Those that this node's program has.</param>
        /// <param name="fault">Why there are none.</param>
        public static NodeSettings Read(byte[] data, int length, SwapProfile[] profiles, out SettingsFault fault)
        {
            NodeSettings into = new NodeSettings();
            fault = Read(data, length, profiles, into);
            return fault == SettingsFault.None ? into : null;
        }

        /// <summary>The same into fresh settings; with a fault they serve for nothing but to say it.</summary>
        public static SettingsFault Read(byte[] data, int length, SwapProfile[] profiles, NodeSettings into)
        {
            SettingsFault fault = CheckFrame(data, length);
            if (fault == SettingsFault.None)
            {
                fault = Take(data, length, profiles, into);
                into.Crc = Bytes.ReadUInt32(data, CrcAt);
            }

            return fault;
        }

        /// <summary>CRC-32 of a file: of what is before it in the header, and of the message.</summary>
        public static uint CrcOf(byte[] data, int length)
        {
            return Crc32.Extend(Crc32.Compute(data, 0, CrcAt), data, HeaderLength, length - HeaderLength);
        }

        private static SettingsFault CheckFrame(byte[] data, int length)
        {
            return length < HeaderLength ? SettingsFault.Length
                : Bytes.ReadUInt32(data, 0) != Magic ? SettingsFault.Magic
                : Bytes.ReadUInt16(data, VersionAt) != Version ? SettingsFault.Version
                : Bytes.ReadUInt16(data, LengthAt) != length - HeaderLength || length > HeaderLength + Room
                    ? SettingsFault.Length
                : Bytes.ReadUInt32(data, CrcAt) != CrcOf(data, length) ? SettingsFault.Checksum
                : SettingsFault.None;
        }

        private static SettingsFault Take(byte[] data, int end, SwapProfile[] profiles, NodeSettings into)
        {
            string profile = "";
            string stationOperator = "";
            int changesAt = 0;
            int changesEnd = 0;
            int at = HeaderLength;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                int field = tag >> 3;
                int wire = field <= LastOfBytes ? ProtoReader.WireBytes : ProtoReader.WireVarint;
                if (at < 0 || field < 1 || (tag & 7) != wire || value > 0x7FFFFFFF)
                {
                    return SettingsFault.Field;
                }

                int start = at - (int)value;
                if (field > LastOfBytes)
                {
                    if (!TakeNumber(field, (int)value, into))
                    {
                        return SettingsFault.Field;
                    }
                }
                else if (field == 9)
                {
                    into.Bays = SettingsReader.Numbers(data, start, (int)value);
                }
                else if (field == 10)
                {
                    changesAt = start;
                    changesEnd = at;
                }
                else
                {
                    string text = Ascii.Read(data, start, (int)value);
                    profile = field == 6 ? text : profile;
                    stationOperator = field == 5 ? text : stationOperator;
                    TakeText(field, text, into);
                }
            }

            // Limits are of the profile: first that, wherever its name stands.
            into.Profile = Named(profile, profiles, into);
            if (into.Profile == null)
            {
                return SettingsFault.Profile;
            }

            into.Profile.Operator = stationOperator;
            return !SettingsReader.Fill(data, changesAt, changesEnd, into) ? SettingsFault.Field
                : into.BrokerHost.Length == 0 || into.BrokerPort < 1 || into.BrokerPort > 65535 ? SettingsFault.Broker
                : into.Version != 0 || into.Check() != 0 ? SettingsFault.Check
                : SettingsFault.None;
        }

        /// <summary>A copy of the profile of that name; a node without a lane needs none.</summary>
        private static SwapProfile Named(string name, SwapProfile[] profiles, NodeSettings settings)
        {
            for (int i = 0; i < profiles.Length; i++)
            {
                if (profiles[i].Name == name)
                {
                    return profiles[i].Copy();
                }
            }

            return name.Length == 0 && settings.Lane == 0 ? settings.Profile : null;
        }

        private static void TakeText(int field, string text, NodeSettings into)
        {
            switch (field)
            {
                case 1:
                    into.City = text;
                    break;
                case 2:
                    into.Station = text;
                    break;
                case 3:
                    into.Node = text;
                    break;
                case 4:
                    into.Board = text;
                    break;
                case 7:
                    into.BrokerHost = text;
                    break;
                case 8:
                    into.TimeServer = text;
                    break;
                default:
                    break;
            }
        }

        private static bool TakeNumber(int field, int value, NodeSettings into)
        {
            switch (field)
            {
                case 11:
                    into.Lane = value;
                    return true;
                case 12:
                    into.LinkAddress = value;
                    return true;
                case 13:
                    into.BrokerPort = value;
                    return true;
                case 14:
                    into.BrokerTls = value != 0;
                    return true;
                case 15:
                    into.Journal.CapacityBytes = value;
                    return true;
                case 16:
                    into.Journal.SegmentBytes = value;
                    return true;
                case 17:
                    into.Journal.PendingBytes = value;
                    return true;
                case 18:
                    into.Journal.Segments = value;
                    return true;
                default:
                    return false;
            }
        }
    }
}
