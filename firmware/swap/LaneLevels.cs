namespace SwapEdge.Firmware
{
    /// <summary>The inputs of a lane as bits, numbered as <see cref="LaneSensor"/> says.</summary>
    public static class LaneLevels
    {
        // Every sensor of one side, below the lock points.
        public const uint SafetyChainClosed = 1u << (int)LaneSensor.SafetyChainClosed;
        public const uint ReleasePermitted = 1u << (int)LaneSensor.ReleasePermitted;
        public const uint FireLoopClosed = 1u << (int)LaneSensor.FireLoopClosed;
        public const uint KeySwitchOn = 1u << (int)LaneSensor.KeySwitchOn;
        public const uint ConfirmPressed = 1u << (int)LaneSensor.ConfirmPressed;
        public const uint AbortPressed = 1u << (int)LaneSensor.AbortPressed;
        public const uint DriverAborts = 1u << (int)LaneSensor.DriverAborts;
        public const uint ManualSelected = 1u << (int)LaneSensor.ManualSelected;
        public const uint MaintenanceSelected = 1u << (int)LaneSensor.MaintenanceSelected;
        public const uint VehiclePresent = 1u << (int)LaneSensor.VehiclePresent;
        public const uint VehicleInPosition = 1u << (int)LaneSensor.VehicleInPosition;
        public const uint VehicleStill = 1u << (int)LaneSensor.VehicleStill;
        public const uint HandbrakeOn = 1u << (int)LaneSensor.HandbrakeOn;
        public const uint GearNeutral = 1u << (int)LaneSensor.GearNeutral;
        public const uint PackOnVehicle = 1u << (int)LaneSensor.PackOnVehicle;
        public const uint PackInPlace1 = 1u << (int)LaneSensor.PackInPlace1;
        public const uint PackInPlace2 = 1u << (int)LaneSensor.PackInPlace2;
        public const uint HoistReady = 1u << (int)LaneSensor.HoistReady;
        public const uint HoistTongueLocked = 1u << (int)LaneSensor.HoistTongueLocked;
        public const uint HoistPinSeated = 1u << (int)LaneSensor.HoistPinSeated;
        public const uint HoistRaised = 1u << (int)LaneSensor.HoistRaised;
        public const uint HoistLoaded = 1u << (int)LaneSensor.HoistLoaded;
        public const uint ConnectorMated = 1u << (int)LaneSensor.ConnectorMated;
        public const uint ConnectorParted = 1u << (int)LaneSensor.ConnectorParted;
        public const uint DoorOpen = 1u << (int)LaneSensor.DoorOpen;
        public const uint DoorsClosed = 1u << (int)LaneSensor.DoorsClosed;

        /// <summary>Both sensors that see a pack in its place.</summary>
        public const uint InPlace = PackInPlace1 | PackInPlace2;

        /// <summary>Both sensors that see the hoist hold a pack.</summary>
        public const uint Grips = HoistTongueLocked | HoistPinSeated;
    }
}
