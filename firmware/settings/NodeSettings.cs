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

            SwapProfile profile = Profile;
            Add(new long[]
            {
                LinkAddress, Lane, WatchMs, ChargerW, Journal.CapacityBytes, Journal.SegmentBytes,
                Journal.PendingBytes, Journal.Segments, profile.Version, profile.HasHoist ? 1 : 0, profile.Packs,
                profile.LockPoints, profile.LockByFrame ? 1 : 0, profile.IdentityByVin ? 1 : 0, profile.SwapLimitMs,
                profile.SettleMs, profile.DebounceMs, profile.LockDisagreeMs, profile.SeatDisagreeMs,
                profile.ConnectorDisagreeMs, profile.LockTravelMs, profile.InterfaceId, profile.TargetChargePermille,
                profile.AlarmLevelLimit, profile.TemperatureLimitC, profile.TemperatureLeastC,
                profile.ConnectorLimitC, profile.NeedsAuthorisation ? 1 : 0, profile.InsulationOhmPerVolt,
                profile.SafeVoltageMv, profile.RegisterVersion,
                TelemetryIntervalS, TelemetryBytes, Version,
            });
            Add(Bays);
            Add(IsolationBays);
            Add(Interfaces);
            Add(new string[] { City, Station, Node, Board, profile.Name });
            Add(Vehicles);
            Add(profile.PermittedPacks);
            for (int i = 0; i < profile.Steps.Length; i++)
            {
                StepPlan step = profile.Steps[i];
                Add(new long[]
                {
                    (int)step.Phase, (long)step.Require, (long)step.Forbid, step.LimitMs, step.Retries,
                    step.GoesBack ? 1 : 0,
                });
            }
        }

        /// <summary>For changing, with a profile of its own; lists are to be replaced, not written to.</summary>
        public NodeSettings Copy()
        {
            NodeSettings copy = (NodeSettings)MemberwiseClone();
            copy.Profile = Profile.Copy();
            return copy;
        }

        /// <summary>Null when all is well; otherwise the field that is wrong and why.</summary>
        public string Check()
        {
            if (!IsIdentifier(City) || !IsIdentifier(Station) || !IsIdentifier(Node))
            {
                return "City, Station, Node: 1 to 24 of a-z, 0-9 and '-'";
            }

            if (!IsCabinet && (LinkAddress < 0x80 || LinkAddress > 0xEF))
            {
                return "LinkAddress: 80h to EFh";
            }

            if (Lane < 0 || Lane > 15)
            {
                return "Lane: 0 (none) to 15";
            }

            if (Lane == 0 && Bays.Length == 0)
            {
                return "Lane, Bays: a node owns one lane, or some bays, or as a cabinet both";
            }

            if (Bays.Length > BirthRecord.BayRoom)
            {
                return "Bays: at most 8 a node";
            }

            string bays = CheckBays();
            bays = bays != null ? bays : CheckCabinet();
            if (bays != null)
            {
                return bays;
            }

            if (TelemetryIntervalS < 1 || TelemetryIntervalS > TelemetryBlock.Longest)
            {
                return "TelemetryIntervalS: 1 to 600";
            }

            string journal = Journal.Check();
            return journal != null || Lane == 0 ? journal : Profile.Check();
        }

        /// <summary>Interface of the bay at that place, 0 when it is not known.</summary>
        public int InterfaceOf(int index)
        {
            return index < Interfaces.Length ? Interfaces[index] : 0;
        }

        public bool IsForIsolation(int bay)
        {
            return Contains(IsolationBays, IsolationBays.Length, bay);
        }

        private void Add(long[] numbers)
        {
            byte[] bytes = new byte[8 * numbers.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                Bytes.WriteUInt64(bytes, 8 * i, (ulong)numbers[i]);
            }

            Crc = Crc32.Extend(Crc, bytes, 0, bytes.Length);
        }

        private void Add(int[] numbers)
        {
            long[] longs = new long[numbers.Length + 1];
            longs[0] = numbers.Length;
            for (int i = 0; i < numbers.Length; i++)
            {
                longs[i + 1] = numbers[i];
            }

            Add(longs);
        }

        private void Add(string[] texts)
        {
            Add(new long[] { texts.Length });
            for (int i = 0; i < texts.Length; i++)
            {
                int[] letters = new int[texts[i].Length];
                for (int j = 0; j < letters.Length; j++)
                {
                    letters[j] = texts[i][j];
                }

                Add(letters);
            }
        }

        private string CheckBays()
        {
            for (int i = 0; i < Bays.Length; i++)
            {
                if (Bays[i] < 1 || Bays[i] > StationBays || Contains(Bays, i, Bays[i]))
                {
                    return "Bays: numbers from 1 to 16, each once";
                }
            }

            for (int i = 0; i < IsolationBays.Length; i++)
            {
                if (!Contains(Bays, Bays.Length, IsolationBays[i]))
                {
                    return "IsolationBays: some of Bays";
                }
            }

            for (int i = 0; i < Interfaces.Length; i++)
            {
                if (Interfaces[i] < 0 || Interfaces[i] > 254 || i >= Bays.Length)
                {
                    return "Interfaces: 0 (not known) to 254, one for each of Bays";
                }
            }

            if (ChargerW < 0)
            {
                return "ChargerW: 0 (not known) or more";
            }

            return WatchMs < 0 || WatchMs > 86400000 ? "WatchMs: 0 to 86400000" : null;
        }

        private static bool Contains(int[] numbers, int count, int number)
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

        private string CheckCabinet()
        {
            if (Lane == 0)
            {
                return null;
            }

            if (IsCabinet == Profile.HasHoist)
            {
                return IsCabinet
                    ? "Profile: a node with a lane and bays is a cabinet, and a cabinet has no hoist"
                    : "Bays: a profile without hoist is a cabinet's, and a cabinet has doors";
            }

            return IsCabinet && Bays.Length < 2 ? "Bays: a cabinet has an empty door and one to take from" : null;
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
