namespace SwapEdge.Firmware
{
    /// <summary>
    /// A kind of vehicle and station as data. The values here are those of the top-lift heavy truck: each phase has a
    /// limit so that the sum of usual durations stays within the 360 s of GB/T 29772-2024 for commercial vehicles.
    /// </summary>
    public sealed class SwapProfile
    {
        /// <summary>How long a phase may last, milliseconds, by phase; 0: as long as it takes.</summary>
        public readonly long[] LimitMs = new long[SwapTable.Phases]
        {
            /* Idle        */ 0,
            /* Identifying */ 60000,
            /* Positioning */ 180000,
            /* Preparing   */ 120000,
            /* Accepting   */ 30000,
            /* Choosing    */ 180000,
            /* Gripping    */ 90000,
            /* Unlocking   */ 10000,
            /* Lifting     */ 60000,
            /* Stowing     */ 120000,
            /* Fetching    */ 120000,
            /* Placing     */ 120000,
            /* Mating      */ 20000,
            /* Locking     */ 10000,
            /* Verifying   */ 30000,
            /* Withdrawing */ 60000,
            /* Releasing   */ 0,
            /* Held        */ 0,
            /* Stopped     */ 0,
        };

        /// <summary>How long a state must last before Verifying believes it.</summary>
        public long SettleMs = 2000;

        /// <summary>How long the lock's sources may disagree: the travel, and what a frame may be late.</summary>
        public long LockDisagreeMs = 1000;

        /// <summary>A pack is given out at or above this state of charge.</summary>
        public int TargetChargePermille = 900;

        /// <summary>Alarm level of a BMS at which a pack is not accepted.</summary>
        public int AlarmLevelLimit = 2;

        /// <summary>Hottest cell that is accepted, °C.</summary>
        public int TemperatureLimitC = 55;

        /// <summary>Least insulation, ohms per volt of the pack: 100 for DC (GB 18384).</summary>
        public int InsulationOhmPerVolt = 100;

        /// <summary>Bus-side voltage that counts as none, millivolts: the 60 V of voltage class A (GB 18384).</summary>
        public int SafeVoltageMv = 60000;

        /// <summary>Null when all is well; otherwise the field that is wrong and why.</summary>
        public string Check()
        {
            for (int phase = 0; phase < LimitMs.Length; phase++)
            {
                bool moves = SwapTable.Moves((Phase)phase);
                if (LimitMs[phase] < 0 || (moves && LimitMs[phase] == 0))
                {
                    return "LimitMs: a phase that moves something has a limit";
                }
            }

            if (SettleMs <= 0 || SettleMs >= LimitMs[(int)Phase.Verifying])
            {
                return "SettleMs: more than 0, less than the limit of Verifying";
            }

            if (TargetChargePermille <= 0 || TargetChargePermille > 1000)
            {
                return "TargetChargePermille: 1 to 1000";
            }

            return null;
        }
    }
}
