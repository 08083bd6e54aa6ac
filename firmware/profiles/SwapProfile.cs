namespace SwapEdge.Firmware
{
    /// <summary>
    /// A kind of vehicle and station as data: the steps in order, the evidence each needs, limits and sensors. The swap
    /// machine is made from it; <see cref="Check"/> first.
    /// </summary>
    public sealed class SwapProfile
    {
        /// <summary>Most lock points of a vehicle.</summary>
        public const int MostLockPoints = 16;

        /// <summary>Most packs of a vehicle.</summary>
        public const int MostPacks = 4;

        /// <summary>Who it is for; 1 to 24 of a-z, 0-9 and '-'.</summary>
        public string Name = "";

        /// <summary>Counts the changes of the profile; part of each record of a swap.</summary>
        public int Version = 1;

        /// <summary>In order; the first follows Idle, Releasing follows the last.</summary>
        public StepPlan[] Steps = new StepPlan[0];

        /// <summary>A machine moves the pack; false: doors, and a person's hands.</summary>
        public bool HasHoist = true;

        /// <summary>Packs of a vehicle, swapped one after another.</summary>
        public int Packs = 1;

        /// <summary>Lock points of one pack, each with an input for open and one for closed.</summary>
        public int LockPoints = 1;

        /// <summary>The vehicle's controller reports lock and connector on the swap-pack bus; otherwise inputs do.
        /// </summary>
        public bool LockByFrame = true;

        /// <summary>The vehicle says its VIN on the swap-pack bus; otherwise a reader gives its own identity.</summary>
        public bool IdentityByVin = true;

        /// <summary>What the steps of a usual swap may last together, milliseconds (GB/T 29772-2024).</summary>
        public long SwapLimitMs = 360000;

        /// <summary>How long a state must last before Verifying believes it.</summary>
        public long SettleMs = 2000;

        /// <summary>How long a level must last before it is evidence; two passes at least.</summary>
        public long DebounceMs = 50;

        /// <summary>How long the lock's sources may disagree: the travel, and what a frame may be late.</summary>
        public long LockDisagreeMs = 1000;

        /// <summary>
        /// How long one in-place sensor may see the pack alone: a pack lands on one corner first, and the last 30 mm
        /// are pressed at 10 mm/s.
        /// </summary>
        public long SeatDisagreeMs = 5000;

        /// <summary>
        /// How long the connector may be mated without a pack that is seen: three periods of the frame that says it,
        /// and as much again.
        /// </summary>
        public long ConnectorDisagreeMs = 600;

        /// <summary>A lock that travels faster than this has not travelled.</summary>
        public long LockTravelMs = 100;

        /// <summary>
        /// The kind of pack the vehicle takes: the number of its mechanical and electrical interface, 1 to 254. The
        /// labels of QC/T 1201.1 annex E and 1201.3 annex C are not public, so the numbers are ours: 1 truck behind the
        /// cab, 2 car from below, 3 two- and three-wheeler, 4 wheel loader.
        /// </summary>
        public int InterfaceId = 1;

        /// <summary>A pack is given out at or above this state of charge.</summary>
        public int TargetChargePermille = 900;

        /// <summary>Alarm level of a BMS at which a pack is isolated, and not given out.</summary>
        public int AlarmLevelLimit = 2;

        /// <summary>Hottest cell that is accepted, °C.</summary>
        public int TemperatureLimitC = 55;

        /// <summary>Coldest cell that is accepted, °C; LFP cells are not to be discharged below.</summary>
        public int TemperatureLeastC = -30;

        /// <summary>Hottest contact of the swap connector, °C: 50 K above an air of 40 °C (GB/T 20234.1).</summary>
        public int ConnectorLimitC = 90;

        /// <summary>A pack must be authorised on the swap-pack bus before it is taken in.</summary>
        public bool NeedsAuthorisation;

        /// <summary>Least insulation, ohms per volt of the pack: 100 for DC (GB 18384).</summary>
        public int InsulationOhmPerVolt = 100;

        /// <summary>Bus-side voltage that counts as none, millivolts: the 60 V of voltage class A (GB 18384).</summary>
        public int SafeVoltageMv = 60000;

        /// <summary>Counts the changes of <see cref="PermittedPacks"/>; part of each record of a swap.</summary>
        public int RegisterVersion;

        /// <summary>Packs that are taken in, by their codes; none: every code of GB/T 34014 is.</summary>
        public PackRule[] PermittedPacks = new PackRule[0];

        /// <summary>Who runs the station, as the register names operators; empty: not said.</summary>
        public string Operator = "";

        /// <summary>What the pack register says against a pack with this code.</summary>
        public PackFinding Against(byte[] code, int length)
        {
            PackRule rule = PackRule.Of(PermittedPacks, code, length);
            return rule != null ? (rule.Permits(Operator) ? PackFinding.None : PackFinding.OtherOperator)
                : PermittedPacks.Length == 0 ? PackFinding.None : PackFinding.NotPermitted;
        }

        /// <summary>For changing, with a list of steps of its own.</summary>
        public SwapProfile Copy()
        {
            SwapProfile copy = (SwapProfile)MemberwiseClone();
            copy.Steps = new StepPlan[Steps.Length];
            System.Array.Copy(Steps, copy.Steps, Steps.Length);
            return copy;
        }

        /// <summary>0 when all is well; otherwise as <see cref="ProfileCheck.Of"/>.</summary>
        public int Check()
        {
            return ProfileCheck.Of(this);
        }
    }
}
