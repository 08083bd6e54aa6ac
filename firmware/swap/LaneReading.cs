using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// All that a lane's facts are made of, each source apart: levels that have been filtered over time, what the buses
    /// say, and judgements that need a clock. <see cref="LaneFacts"/> turns it into facts.
    /// </summary>
    public sealed class LaneReading
    {
        /// <summary>A bit for each <see cref="LaneSensor"/>.</summary>
        public ulong Levels;

        /// <summary>The confirm button went down; true in one pass.</summary>
        public bool ConfirmEdge;

        /// <summary>The city asks for an end of the swap; true in one pass.</summary>
        public bool CityAborts;
        public bool OutOfService;

        /// <summary>The phase is stored.</summary>
        public bool Committed;

        // The vehicle's lock frame; of meaning while it is alive.
        public bool LockFrameAlive;

        /// <summary>LockFrame.Neither, Unlocked or Locked.</summary>
        public int LockFramePin;

        // Three signals of the frame: 0 open, 1 made, others say nothing.
        public int ConnectorLoop;
        public int DischargeCircuit;
        public int ChargeCircuit;

        // Judged over time.

        /// <summary>Lock points and frame have disagreed for longer than the travel explains.</summary>
        public bool LockDisagrees;

        /// <summary>A lock point was at both ends within less than its travel.</summary>
        public bool LockTooFast;

        /// <summary>In-place sensors, or connector and pack, have disagreed for longer than the motion explains.
        /// </summary>
        public bool SensorsDisagree;

        // The vehicle.

        /// <summary>A swap is under way: who is not seen has left only when nothing else says otherwise.</summary>
        public bool UnderWay;

        /// <summary>The vehicle, or the person, has not been seen for so long that it is no flicker.</summary>
        public bool IsAway;
        public bool IdentityRead;
        public bool VehicleListed;
        public bool OtherIdentity;

        // The pack on the vehicle, as its BMS says just now.
        public bool StageIsOff;
        public bool MainPositiveOpen;
        public bool MainNegativeOpen;
        public bool BusSideSafe;
        public bool RelayWelded;

        /// <summary>Signs of high voltage, a bit each: main positive closed, main negative closed, voltage behind them.
        /// </summary>
        public int LiveSigns;
        public bool RunawayReported;

        /// <summary>May it come in?</summary>
        public PackVerdict Verdict;

        /// <summary>What is wrong with it first; goes with the verdict.</summary>
        public PackFinding Finding;

        /// <summary>Known, and nothing speaks against driving with it.</summary>
        public bool PackHealthy;

        /// <summary>Its code names the pack that was to come from the take bay.</summary>
        public bool PlannedSerialSeen;

        /// <summary>Its code names the pack that the vehicle came with.</summary>
        public bool OldSerialSeen;

        // The bays, over the station link.
        public bool BothGranted;
        public bool NewPackReady;
        public bool StoreBayReady;
        public bool StoreBayFilled;
        public bool TakeBayEmptied;
        public bool BaySilent;
        public bool BaySmoke;
        public bool StoreBayAlarm;
        public bool TakeBayAlarm;

        /// <summary>The bit of a sensor.</summary>
        public static ulong Bit(LaneSensor sensor)
        {
            return 1UL << (int)sensor;
        }

        public bool Has(LaneSensor sensor)
        {
            return (Levels & Bit(sensor)) != 0;
        }

        public void Set(LaneSensor sensor, bool level)
        {
            Levels = level ? Levels | Bit(sensor) : Levels & ~Bit(sensor);
        }

        /// <summary>Points at their open end, bit n for point n + 1.</summary>
        public int LockOpenPoints
        {
            get { return (int)(Levels >> (int)LaneSensor.LockOpen) & 0xFFFF; }
        }

        /// <summary>Points at their closed end, bit n for point n + 1.</summary>
        public int LockClosedPoints
        {
            get { return (int)(Levels >> (int)LaneSensor.LockClosed) & 0xFFFF; }
        }
    }
}
