using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Readings into facts: no clock, no memory, the same facts for the same reading. What is seen by several sensors
    /// is a fact only while all of them say so.
    /// </summary>
    public static class LaneFacts
    {
        private const Fact Prepared = Fact.VehiclePresent | Fact.VehicleInPosition | Fact.VehicleStill
            | Fact.HandbrakeOn | Fact.GearNeutral;

        /// <summary>All that is known now, but for what the step derives itself.</summary>
        public static Fact Of(LaneReading reading, SwapProfile profile)
        {
            Fact vehicle = Vehicle(reading);
            return vehicle | (profile.HasHoist && (vehicle & Prepared) != Prepared ? Fact.VehicleUnprepared : Fact.None)
                | People(reading) | Handling(reading) | Lock(reading, profile) | Pack(reading) | Bays(reading);
        }

        /// <summary>What the lock points say: LockFrame.Unlocked when all are open and none closed, and so on.</summary>
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
            Fact seen = Fact.None;
            seen |= reading.Has(LaneSensor.VehiclePresent) ? Fact.VehiclePresent : Fact.None;
            seen |= reading.Has(LaneSensor.VehicleInPosition) ? Fact.VehicleInPosition : Fact.None;
            seen |= reading.Has(LaneSensor.VehicleStill) ? Fact.VehicleStill : Fact.None;
            seen |= reading.Has(LaneSensor.HandbrakeOn) ? Fact.HandbrakeOn : Fact.None;
            seen |= reading.Has(LaneSensor.GearNeutral) ? Fact.GearNeutral : Fact.None;
            seen |= reading.IdentityRead ? Fact.IdentityKnown : Fact.None;
            seen |= reading.IdentityRead && reading.VehicleListed ? Fact.VehicleAuthorised : Fact.None;
            return seen;
        }

        private static Fact People(LaneReading reading)
        {
            bool keyOn = reading.Has(LaneSensor.KeySwitchOn);
            Fact seen = Fact.None;
            seen |= keyOn ? Fact.KeySwitchOn : Fact.None;
            seen |= keyOn && reading.ConfirmEdge ? Fact.Confirmed : Fact.None;
            seen |= reading.Has(LaneSensor.AbortPressed) ? Fact.AbortPressed : Fact.None;
            seen |= reading.Has(LaneSensor.DriverAborts) ? Fact.DriverAborts : Fact.None;
            seen |= reading.CityAborts ? Fact.CityAborts : Fact.None;
            seen |= reading.Has(LaneSensor.ManualSelected) ? Fact.ManualSelected : Fact.None;
            seen |= reading.Has(LaneSensor.MaintenanceSelected) ? Fact.MaintenanceSelected : Fact.None;
            seen |= reading.OutOfService ? Fact.OutOfService : Fact.None;
            seen |= reading.Has(LaneSensor.SafetyChainClosed) ? Fact.None : Fact.SafetyChainOpen;
            seen |= reading.Has(LaneSensor.ReleasePermitted) ? Fact.ReleasePermitted : Fact.None;
            seen |= reading.Has(LaneSensor.FireLoopClosed) ? Fact.None : Fact.FireDetected;
            seen |= reading.Committed ? Fact.PhaseCommitted : Fact.None;
            return seen;
        }

        private static Fact Handling(LaneReading reading)
        {
            Fact seen = Fact.None;
            seen |= reading.Has(LaneSensor.PackOnVehicle) ? Fact.PackOnVehicle : Fact.None;
            seen |= reading.Has(LaneSensor.PackInPlace1) && reading.Has(LaneSensor.PackInPlace2)
                ? Fact.PackInPlace : Fact.None;
            seen |= reading.Has(LaneSensor.HoistReady) ? Fact.HoistReady : Fact.None;
            seen |= reading.Has(LaneSensor.HoistTongueLocked) && reading.Has(LaneSensor.HoistPinSeated)
                ? Fact.HoistGrips : Fact.None;
            seen |= reading.Has(LaneSensor.HoistRaised) ? Fact.HoistRaised : Fact.None;
            seen |= reading.Has(LaneSensor.HoistLoaded) ? Fact.HoistLoaded : Fact.None;
            seen |= reading.Has(LaneSensor.DoorOpen) ? Fact.DoorOpen : Fact.None;
            seen |= reading.Has(LaneSensor.DoorsClosed) ? Fact.DoorsClosed : Fact.None;
            seen |= reading.SensorsDisagree ? Fact.SensorsContradict : Fact.None;
            return seen;
        }

        private static Fact Lock(LaneReading reading, SwapProfile profile)
        {
            if (profile.LockByFrame && !reading.LockFrameAlive)
            {
                return Fact.LockSignalLost;
            }

            Fact seen = profile.LockByFrame ? Fact.LockSignalAlive : Fact.None;
            int points = LockByPoints(reading, profile);
            bool agreed = !profile.LockByFrame || points == reading.LockFramePin;
            seen |= agreed && points == LockFrame.Unlocked ? Fact.LockOpen : Fact.None;
            seen |= agreed && points == LockFrame.Locked ? Fact.LockClosed : Fact.None;
            int all = (1 << profile.LockPoints) - 1;
            bool both = (reading.LockOpenPoints & reading.LockClosedPoints & all) != 0;
            seen |= both || reading.LockDisagrees ? Fact.LockContradicts : Fact.None;
            seen |= reading.LockTooFast ? Fact.LockImplausible : Fact.None;
            return seen | Connector(reading, profile);
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
            Fact seen = Fact.None;
            seen |= reading.StageIsOff && reading.MainPositiveOpen && reading.MainNegativeOpen && reading.BusSideSafe
                ? Fact.HighVoltageOff : Fact.None;
            seen |= reading.RelayWelded ? Fact.RelayWelded : Fact.None;
            seen |= reading.RunawayReported ? Fact.RunawayDetected : Fact.None;
            seen |= reading.Verdict == PackVerdict.Normal || reading.Verdict == PackVerdict.Isolate
                ? Fact.OldPackAccepted : Fact.None;
            seen |= reading.Verdict == PackVerdict.Reject ? Fact.OldPackRejected : Fact.None;
            seen |= reading.PackHealthy ? Fact.PackHealthy : Fact.None;
            seen |= reading.PlannedSerialSeen ? Fact.PlannedPackSeen | Fact.RightPackSeen : Fact.None;
            seen |= reading.OldSerialSeen ? Fact.RightPackSeen : Fact.None;
            return seen;
        }

        private static Fact Bays(LaneReading reading)
        {
            Fact seen = Fact.None;
            seen |= reading.BothGranted ? Fact.BaysReserved : Fact.None;
            seen |= reading.NewPackReady ? Fact.NewPackReady : Fact.None;
            seen |= reading.StoreBayReady ? Fact.StoreBayReady : Fact.None;
            seen |= reading.StoreBayFilled ? Fact.StoreBayFilled : Fact.None;
            seen |= reading.TakeBayEmptied ? Fact.TakeBayEmptied : Fact.None;
            seen |= reading.BaySilent ? Fact.BaySilent : Fact.None;
            return seen;
        }
    }
}
