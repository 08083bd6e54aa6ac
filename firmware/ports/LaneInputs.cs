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

        // The vehicle.
        public bool VehiclePresent;
        public bool VehicleStill;
        public bool VehicleInPosition;
        public bool HandbrakeOn;
        public bool GearNeutral;

        // Both ends of the lock's travel, and the pack's seat on the vehicle.
        public bool LockOpen;
        public bool LockClosed;
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
