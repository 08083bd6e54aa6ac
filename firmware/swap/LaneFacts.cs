using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Readings into facts: no clock, no memory, the same facts for the same reading. What is seen by several sensors
    /// is a fact only while all of them say so.
    /// </summary>
    public static class LaneFacts
    {
        /// <summary>Who has not been seen for so long has left: no flicker lasts, no next one comes so soon.</summary>
        public const long AwayMs = 1000;

        private const Fact Prepared = Fact.VehiclePresent | Fact.VehicleInPosition | Fact.VehicleStill
            | Fact.HandbrakeOn | Fact.GearNeutral;

        /// <summary>Facts that no vehicle leaves behind.</summary>
        private const Fact StandsThere = Fact.VehicleInPosition | Fact.PackOnVehicle | Fact.ConnectorMated;

        /// <summary>All that is known now, but for what the step derives itself.</summary>
        public static Fact Of(LaneReading reading, SwapProfile profile)
        {
            Fact vehicle = Vehicle(reading);
            Fact loose = profile.HasHoist && (vehicle & Prepared) != Prepared ? Fact.VehicleUnprepared : Fact.None;
            Fact others = Lock(reading, profile) | Handling(reading);
            bool stays = reading.UnderWay && (!reading.IsAway || ((vehicle | others) & StandsThere) != Fact.None);
            return vehicle | (stays ? Fact.VehiclePresent : Fact.None) | loose | others
                | People(reading) | Pack(reading) | Bays(reading);
        }

        /// <summary>What the lock points say: LockFrame.Unlocked when all are open and none closed, and so
        /// on.</summary>
        public static int LockByPoints(LaneReading reading, SwapProfile profile)
        {
            int all = (1 << profile.LockPoints) - 1;
            int open = reading.LockOpenPoints & all;
            int closed = reading.LockClosedPoints & all;
            return all == 0 ? LockFrame.Neither
                : open == all && closed == 0 ? LockFrame.Unlocked
                : closed == all && open == 0 ? LockFrame.Locked : LockFrame.Neither;
        }

        /// <summary>The points say one thing and a frame that lives says another.</summary>
        public static bool LockDiffers(LaneReading reading, SwapProfile profile)
        {
            return profile.LockByFrame && reading.LockFrameAlive
                && LockByPoints(reading, profile) != reading.LockFramePin;
        }

        /// <summary>One in-place sensor sees the pack and the other does not.</summary>
        public static bool SeatDiffers(LaneReading reading)
        {
            return reading.Has(LaneSensor.PackInPlace1) != reading.Has(LaneSensor.PackInPlace2);
        }

        /// <summary>The connector is mated with a pack that is not there.</summary>
        public static bool ConnectorDiffers(LaneReading reading, SwapProfile profile)
        {
            return (Connector(reading, profile) & Fact.ConnectorMated) != Fact.None
                && !reading.Has(LaneSensor.PackOnVehicle);
        }

        private static Fact Vehicle(LaneReading reading)
        {
            uint levels = (uint)reading.Levels;
            return ((levels & LaneLevels.VehiclePresent) != 0 ? Fact.VehiclePresent : Fact.None)
                | ((levels & LaneLevels.VehicleInPosition) != 0 ? Fact.VehicleInPosition : Fact.None)
                | ((levels & LaneLevels.VehicleStill) != 0 ? Fact.VehicleStill : Fact.None)
                | ((levels & LaneLevels.HandbrakeOn) != 0 ? Fact.HandbrakeOn : Fact.None)
                | ((levels & LaneLevels.GearNeutral) != 0 ? Fact.GearNeutral : Fact.None)
                | (reading.IdentityRead ? Fact.IdentityKnown : Fact.None)
                | (reading.OtherIdentity ? Fact.OtherVehicle : Fact.None)
                | (reading.IdentityRead && reading.VehicleListed ? Fact.VehicleAuthorised : Fact.None);
        }

        private static Fact People(LaneReading reading)
        {
            uint levels = (uint)reading.Levels;
            return ((levels & LaneLevels.KeySwitchOn) != 0 ? Fact.KeySwitchOn : Fact.None)
                | (reading.ConfirmEdge && (levels & LaneLevels.KeySwitchOn) != 0 ? Fact.Confirmed : Fact.None)
                | ((levels & LaneLevels.AbortPressed) != 0 ? Fact.AbortPressed : Fact.None)
                | ((levels & LaneLevels.DriverAborts) != 0 ? Fact.DriverAborts : Fact.None)
                | (reading.CityAborts ? Fact.CityAborts : Fact.None)
                | ((levels & LaneLevels.ManualSelected) != 0 ? Fact.ManualSelected : Fact.None)
                | ((levels & LaneLevels.MaintenanceSelected) != 0 ? Fact.MaintenanceSelected : Fact.None)
                | (reading.OutOfService ? Fact.OutOfService : Fact.None)
                | ((levels & LaneLevels.SafetyChainClosed) == 0 ? Fact.SafetyChainOpen : Fact.None)
                | ((levels & LaneLevels.ReleasePermitted) != 0 ? Fact.ReleasePermitted : Fact.None)
                | ((levels & LaneLevels.FireLoopClosed) == 0 ? Fact.FireDetected : Fact.None)
                | (reading.Committed ? Fact.PhaseCommitted : Fact.None);
        }

        private static Fact Handling(LaneReading reading)
        {
            uint levels = (uint)reading.Levels;
            return ((levels & LaneLevels.PackOnVehicle) != 0 ? Fact.PackOnVehicle : Fact.None)
                | ((levels & LaneLevels.InPlace) == LaneLevels.InPlace ? Fact.PackInPlace : Fact.None)
                | ((levels & LaneLevels.HoistReady) != 0 ? Fact.HoistReady : Fact.None)
                | ((levels & LaneLevels.Grips) == LaneLevels.Grips ? Fact.HoistGrips : Fact.None)
                | ((levels & LaneLevels.HoistRaised) != 0 ? Fact.HoistRaised : Fact.None)
                | ((levels & LaneLevels.HoistLoaded) != 0 ? Fact.HoistLoaded : Fact.None)
                | ((levels & LaneLevels.DoorOpen) != 0 ? Fact.DoorOpen : Fact.None)
                | ((levels & LaneLevels.DoorsClosed) != 0 ? Fact.DoorsClosed : Fact.None)
                | (reading.SensorsDisagree ? Fact.SensorsContradict : Fact.None);
        }

        private static Fact Lock(LaneReading reading, SwapProfile profile)
        {
            if (profile.LockByFrame && !reading.LockFrameAlive)
            {
                return Fact.LockSignalLost;
            }

            int points = LockByPoints(reading, profile);
            bool agreed = !profile.LockByFrame || points == reading.LockFramePin;
            int all = (1 << profile.LockPoints) - 1;
            bool both = (reading.LockOpenPoints & reading.LockClosedPoints & all) != 0;
            return (profile.LockByFrame ? Fact.LockSignalAlive : Fact.None)
                | (agreed && points == LockFrame.Unlocked ? Fact.LockOpen : Fact.None)
                | (agreed && points == LockFrame.Locked ? Fact.LockClosed : Fact.None)
                | (both || reading.LockDisagrees ? Fact.LockContradicts : Fact.None)
                | (reading.LockTooFast ? Fact.LockImplausible : Fact.None)
                | Connector(reading, profile);
        }

        private static Fact Connector(LaneReading reading, SwapProfile profile)
        {
            if (!profile.LockByFrame)
            {
                bool mated = reading.Has(LaneSensor.ConnectorMated);
                bool parted = reading.Has(LaneSensor.ConnectorParted);
                return mated == parted ? Fact.None : mated ? Fact.ConnectorMated : Fact.ConnectorParted;
            }

            int first = reading.ConnectorLoop;
            bool same = first == reading.DischargeCircuit && first == reading.ChargeCircuit;
            return !same || !reading.LockFrameAlive ? Fact.None
                : first == LockFrame.Connected ? Fact.ConnectorMated
                : first == 0 ? Fact.ConnectorParted : Fact.None;
        }

        private static Fact Pack(LaneReading reading)
        {
            bool off = reading.StageIsOff && reading.MainPositiveOpen
                && reading.MainNegativeOpen && reading.BusSideSafe;
            bool accepted = reading.Verdict == PackVerdict.Normal || reading.Verdict == PackVerdict.Isolate;
            return (off ? Fact.HighVoltageOff : Fact.None)
                | (reading.RelayWelded ? Fact.RelayWelded : Fact.None)
                | (reading.LiveSigns != 0 ? Fact.HighVoltageOn : Fact.None)
                | (reading.RunawayReported ? Fact.RunawayDetected : Fact.None)
                | (accepted ? Fact.OldPackAccepted : Fact.None)
                | (reading.Verdict == PackVerdict.Reject ? Fact.OldPackRejected : Fact.None)
                | (reading.PackHealthy ? Fact.PackHealthy : Fact.None)
                | (reading.PlannedSerialSeen ? Fact.PlannedPackSeen | Fact.RightPackSeen : Fact.None)
                | (reading.OldSerialSeen ? Fact.RightPackSeen : Fact.None);
        }

        private static Fact Bays(LaneReading reading)
        {
            return (reading.BothGranted ? Fact.BaysReserved : Fact.None)
                | (reading.NewPackReady ? Fact.NewPackReady : Fact.None)
                | (reading.StoreBayReady ? Fact.StoreBayReady : Fact.None)
                | (reading.StoreBayFilled ? Fact.StoreBayFilled : Fact.None)
                | (reading.TakeBayEmptied ? Fact.TakeBayEmptied : Fact.None)
                | (reading.BaySilent ? Fact.BaySilent : Fact.None)
                | (reading.BaySmoke ? Fact.BaySmoke : Fact.None)
                | (reading.StoreBayAlarm ? Fact.StoreBayAlarm : Fact.None)
                | (reading.TakeBayAlarm ? Fact.TakeBayAlarm : Fact.None);
        }
    }
}
