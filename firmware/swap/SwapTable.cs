namespace SwapEdge.Firmware
{
    /// <summary>
    /// A profile as transitions. Rows stand in the order of their phase; two rows of a phase never overlap, because one
    /// requires what the other forbids. No match means stay. Taken once at start.
    /// </summary>
    public sealed class SwapTable
    {
        /// <summary>Number of phases; arrays by phase have this length.</summary>
        public const int Phases = 27;

        /// <summary>What each phase asks for once it is stored.</summary>
        public static readonly Drive[] Outputs = new Drive[Phases]
        {
            /* Idle         */ Drive.None,
            /* Identifying  */ Drive.HoldVehicle,
            /* Positioning  */ Drive.None,
            /* Preparing    */ Drive.HoldVehicle,
            /* Accepting    */ Drive.HoldVehicle,
            /* Choosing     */ Drive.HoldVehicle,
            /* Gripping     */ Drive.HoldVehicle | Drive.Grip,
            /* Unlocking    */ Drive.HoldVehicle | Drive.Unlock,
            /* Lifting      */ Drive.HoldVehicle | Drive.Lift,
            /* Stowing      */ Drive.HoldVehicle | Drive.Stow,
            /* Fetching     */ Drive.HoldVehicle | Drive.Fetch,
            /* Placing      */ Drive.HoldVehicle | Drive.Place,
            /* Mating       */ Drive.HoldVehicle | Drive.Place,
            /* Locking      */ Drive.HoldVehicle | Drive.Lock,
            /* Verifying    */ Drive.HoldVehicle,
            /* Withdrawing  */ Drive.HoldVehicle | Drive.Withdraw,
            /* Releasing    */ Drive.ReleaseVehicle,
            /* Held         */ Drive.HoldVehicle | Drive.CallPerson,
            /* Stopped      */ Drive.HoldVehicle | Drive.CallPerson | Drive.SoundAlarm,
            /* OutOfService */ Drive.ShowClosed,
            /* Maintenance  */ Drive.HoldVehicle | Drive.ShowClosed,
            /* Admitting    */ Drive.OpenDoor,
            /* Inserting    */ Drive.None,
            /* Dispensing   */ Drive.OpenDoor,
            /* Taking       */ Drive.None,
            /* GivingBack   */ Drive.OpenDoor,
            /* Returning    */ Drive.None,
        };

        private readonly int[] _first = new int[Phases + 1];

        public readonly Row[] Rows;

        /// <summary>Reasons to stop, the first that holds names the fault.</summary>
        public readonly Cause[] Causes;

        /// <summary>The facts of those that count in a phase, by phase.</summary>
        public readonly Fact[] Stops = new Fact[Phases];

        /// <summary>What is asked for, by phase.</summary>
        public readonly Drive[] Drives;

        /// <summary>How long one try of a phase may last, milliseconds, by phase; 0: as long as it takes.</summary>
        public readonly long[] LimitMs = new long[Phases];

        /// <summary>How often a phase is tried again at its limit, by phase.</summary>
        public readonly int[] Retries = new int[Phases];

        /// <summary>How long a phase must last before it is settled.</summary>
        public readonly long SettleMs;

        /// <summary>What must be seen in every pass in which a vehicle is told to drive.</summary>
        public readonly Fact ReleaseNeeds;

        /// <summary>Packs of a vehicle, swapped one after another.</summary>
        public readonly int Packs;

        /// <param name="profile">One that <see cref="SwapProfile.Check"/> has found well.</param>
        public SwapTable(SwapProfile profile)
            : this(profile, RowWriter.Write(profile))
        {
        }

        /// <summary>A table of the given rows under the limits of a profile; proofs alter rows with it.</summary>
        public SwapTable(SwapProfile profile, Row[] rows)
            : this(profile, rows, SwapCauses.All, Outputs)
        {
        }

        /// <summary>The same with other causes to stop and other drives.</summary>
        public SwapTable(SwapProfile profile, Row[] rows, Cause[] causes, Drive[] drives)
        {
            Causes = causes;
            Drives = drives;
            SettleMs = profile.SettleMs;
            Packs = profile.Packs;
            ReleaseNeeds = profile.HasHoist ? Interlocks.Of(Drive.Withdraw) : Fact.None;

            // A person looks then: Idle would take who is still seen for the next one.
            LimitMs[(int)Phase.Releasing] = 600000;
            for (int i = 0; i < profile.Steps.Length; i++)
            {
                StepPlan step = profile.Steps[i];
                LimitMs[(int)step.Phase] = step.LimitMs;
                Retries[(int)step.Phase] = step.Retries;
            }

            Rows = new Row[rows.Length];
            int count = 0;
            for (int phase = 0; phase < Phases; phase++)
            {
                for (int i = 0; i < causes.Length; i++)
                {
                    Stops[phase] |= causes[i].Counts((Phase)phase) ? causes[i].Fact : Fact.None;
                }

                _first[phase] = count;
                for (int i = 0; i < rows.Length; i++)
                {
                    if ((int)rows[i].From == phase)
                    {
                        Rows[count] = rows[i];
                        count++;
                    }
                }
            }

            _first[Phases] = count;
        }

        /// <summary>True in the phases in which something may move.</summary>
        public static bool Moves(Phase phase)
        {
            return (Outputs[(int)phase] & Drive.Motion) != Drive.None;
        }

        /// <summary>The bay that goes with the drives of a phase; 0: none.</summary>
        public static int BayOf(Phase phase, int storeBay, int takeBay)
        {
            switch (phase)
            {
                case Phase.Stowing:
                case Phase.Admitting:
                case Phase.GivingBack:
                    return storeBay;
                case Phase.Fetching:
                case Phase.Dispensing:
                    return takeBay;
                default:
                    return 0;
            }
        }

        /// <summary>Nothing is under way: a restart need not hold.</summary>
        public static bool IsAtRest(Phase phase)
        {
            return phase == Phase.Idle || phase == Phase.OutOfService;
        }

        /// <summary>Number of rows that a step in a phase may look at.</summary>
        public int RowsOf(Phase phase)
        {
            return _first[(int)phase + 1] - _first[(int)phase];
        }

        /// <summary>Index of the row that the facts match, or -1: stay.</summary>
        public int Find(Phase phase, Fact seen)
        {
            Row[] rows = Rows;
            int end = _first[(int)phase + 1];
            for (int i = _first[(int)phase]; i < end; i++)
            {
                // All that it requires, and nothing that it forbids.
                Row row = rows[i];
                if ((seen & (row.Require | row.Forbid)) == row.Require)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
