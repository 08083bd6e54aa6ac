using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Levels of a lane's inputs, true when the named thing is so. Unpowered or broken wire reads false.
    /// </summary>
    public sealed class LaneInputs
    {
        // Copies of the safety chain's signals.

        /// <summary>Emergency stops released, guards closed, nobody in the lane.</summary>
        public bool SafetyChainClosed;

        /// <summary>The safety chain enables the release of the lock.</summary>
        public bool ReleasePermitted;

        /// <summary>The fire alarm's loop is closed: no alarm, and no broken wire.</summary>
        public bool FireLoopClosed;

        // The operator's panel.
        public bool KeySwitchOn;
        public bool ConfirmPressed;
        public bool AbortPressed;

        /// <summary>The selector stands on manual; on neither of the two it is automatic.</summary>
        public bool ManualSelected;
        public bool MaintenanceSelected;

        /// <summary>The selector stands on closed: with the key, no further vehicle is served.</summary>
        public bool ClosedSelected;

        /// <summary>The one drive that a technician asks for on the pendant; None when no button is held.</summary>
        public Drive Hand;

        // The vehicle.

        /// <summary>The driver has called it off, on the post beside the lane.</summary>
        public bool DriverAborts;
        public bool VehiclePresent;
        public bool VehicleStill;
        public bool VehicleInPosition;
        public bool HandbrakeOn;
        public bool GearNeutral;

        /// <summary>
        /// What the reader at the lane has read of a vehicle that does not say its VIN; as many bytes as
        /// <see cref="TagLength"/>. The port copies into it.
        /// </summary>
        public readonly byte[] Tag = new byte[EventRecord.VehicleRoom];

        /// <summary>0 while nothing is read.</summary>
        public int TagLength;

        /// <summary>The reader of the vehicle has told its mileage, too.</summary>
        public bool MileageKnown;

        /// <summary>What the vehicle has driven, tenths of a kilometre.</summary>
        public int MileageTenthKm;

        // The pack position that was named last: both ends of each lock point, the connector, the pack's seat.

        /// <summary>Lock points at their open end, bit n for point n + 1.</summary>
        public int LockOpenPoints;

        /// <summary>Lock points at their closed end, bit n for point n + 1.</summary>
        public int LockClosedPoints;

        /// <summary>Both circuits made. Only where the vehicle has no frame that says so.</summary>
        public bool ConnectorMated;

        /// <summary>Both circuits open.</summary>
        public bool ConnectorParted;
        public bool PackOnVehicle;
        public bool PackInPlace1;
        public bool PackInPlace2;

        // The hoist.

        /// <summary>In automatic, without a fault, ready for a request.</summary>
        public bool HoistReady;

        public bool HoistTongueLocked;
        public bool HoistPinSeated;
        public bool HoistRaised;
        public bool HoistLoaded;
    }
}
