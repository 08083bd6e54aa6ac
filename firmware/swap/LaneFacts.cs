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
            return Level(reading, LaneSensor.VehiclePresent, Fact.VehiclePresent)
                | Level(reading, LaneSensor.VehicleInPosition, Fact.VehicleInPosition)
                | Level(reading, LaneSensor.VehicleStill, Fact.VehicleStill)
                | Level(reading, LaneSensor.HandbrakeOn, Fact.HandbrakeOn)
                | Level(reading, LaneSensor.GearNeutral, Fact.GearNeutral)
                | When(reading.IdentityRead, Fact.IdentityKnown)
                | When(reading.IdentityRead && reading.VehicleListed, Fact.VehicleAuthorised);
        }

        private static Fact People(LaneReading reading)
        {
            return Level(reading, LaneSensor.KeySwitchOn, Fact.KeySwitchOn)
                | When(reading.ConfirmEdge && reading.Has(LaneSensor.KeySwitchOn), Fact.Confirmed)
                | Level(reading, LaneSensor.AbortPressed, Fact.AbortPressed)
                | Level(reading, LaneSensor.DriverAborts, Fact.DriverAborts)
                | When(reading.CityAborts, Fact.CityAborts)
                | Level(reading, LaneSensor.ManualSelected, Fact.ManualSelected)
                | Level(reading, LaneSensor.MaintenanceSelected, Fact.MaintenanceSelected)
                | When(reading.OutOfService, Fact.OutOfService)
                | When(!reading.Has(LaneSensor.SafetyChainClosed), Fact.SafetyChainOpen)
                | Level(reading, LaneSensor.ReleasePermitted, Fact.ReleasePermitted)
                | When(!reading.Has(LaneSensor.FireLoopClosed), Fact.FireDetected)
                | When(reading.Committed, Fact.PhaseCommitted);
        }

        private static Fact Handling(LaneReading reading)
        {
            return Level(reading, LaneSensor.PackOnVehicle, Fact.PackOnVehicle)
                | When(reading.Has(LaneSensor.PackInPlace1) && reading.Has(LaneSensor.PackInPlace2), Fact.PackInPlace)
                | Level(reading, LaneSensor.HoistReady, Fact.HoistReady)
                | When(reading.Has(LaneSensor.HoistTongueLocked) && reading.Has(LaneSensor.HoistPinSeated),
                    Fact.HoistGrips)
                | Level(reading, LaneSensor.HoistRaised, Fact.HoistRaised)
                | Level(reading, LaneSensor.HoistLoaded, Fact.HoistLoaded)
                | Level(reading, LaneSensor.DoorOpen, Fact.DoorOpen)
                | Level(reading, LaneSensor.DoorsClosed, Fact.DoorsClosed)
                | When(reading.SensorsDisagree, Fact.SensorsContradict);
        }

        private static Fact Level(LaneReading reading, LaneSensor sensor, Fact fact)
        {
            return reading.Has(sensor) ? fact : Fact.None;
        }

        private static Fact When(bool seen, Fact fact)
        {
            return seen ? fact : Fact.None;
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
            return When(profile.LockByFrame, Fact.LockSignalAlive)
                | When(agreed && points == LockFrame.Unlocked, Fact.LockOpen)
                | When(agreed && points == LockFrame.Locked, Fact.LockClosed)
                | When(both || reading.LockDisagrees, Fact.LockContradicts)
                | When(reading.LockTooFast, Fact.LockImplausible)
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
            return When(off, Fact.HighVoltageOff)
                | When(reading.RelayWelded, Fact.RelayWelded)
                | When(reading.RunawayReported, Fact.RunawayDetected)
                | When(accepted, Fact.OldPackAccepted)
                | When(reading.Verdict == PackVerdict.Reject, Fact.OldPackRejected)
                | When(reading.PackHealthy, Fact.PackHealthy)
                | When(reading.PlannedSerialSeen, Fact.PlannedPackSeen | Fact.RightPackSeen)
                | When(reading.OldSerialSeen, Fact.RightPackSeen);
        }

        private static Fact Bays(LaneReading reading)
        {
            return When(reading.BothGranted, Fact.BaysReserved)
                | When(reading.NewPackReady, Fact.NewPackReady)
                | When(reading.StoreBayReady, Fact.StoreBayReady)
                | When(reading.StoreBayFilled, Fact.StoreBayFilled)
                | When(reading.TakeBayEmptied, Fact.TakeBayEmptied)
                | When(reading.BaySilent, Fact.BaySilent)
                | When(reading.BaySmoke, Fact.BaySmoke)
                | When(reading.StoreBayAlarm, Fact.StoreBayAlarm)
                | When(reading.TakeBayAlarm, Fact.TakeBayAlarm);
        }
    }
}
