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

        public static ulong Of(LaneInputs inputs)
        {
            return People(inputs) | Vehicle(inputs) | Handling(inputs)
                | (ulong)(inputs.LockOpenPoints & 0xFFFF) << (int)LaneSensor.LockOpen
                | (ulong)(inputs.LockClosedPoints & 0xFFFF) << (int)LaneSensor.LockClosed;
        }

        private static uint People(LaneInputs inputs)
        {
            return (inputs.SafetyChainClosed ? SafetyChainClosed : 0)
                | (inputs.ReleasePermitted ? ReleasePermitted : 0)
                | (inputs.FireLoopClosed ? FireLoopClosed : 0)
                | (inputs.KeySwitchOn ? KeySwitchOn : 0)
                | (inputs.ConfirmPressed ? ConfirmPressed : 0)
                | (inputs.AbortPressed ? AbortPressed : 0)
                | (inputs.DriverAborts ? DriverAborts : 0)
                | (inputs.ManualSelected ? ManualSelected : 0)
                | (inputs.MaintenanceSelected ? MaintenanceSelected : 0);
        }

        private static uint Vehicle(LaneInputs inputs)
        {
            return (inputs.VehiclePresent ? VehiclePresent : 0)
                | (inputs.VehicleInPosition ? VehicleInPosition : 0)
                | (inputs.VehicleStill ? VehicleStill : 0)
                | (inputs.HandbrakeOn ? HandbrakeOn : 0)
                | (inputs.GearNeutral ? GearNeutral : 0);
        }

        private static uint Handling(LaneInputs inputs)
        {
            return (inputs.PackOnVehicle ? PackOnVehicle : 0)
                | (inputs.PackInPlace1 ? PackInPlace1 : 0)
                | (inputs.PackInPlace2 ? PackInPlace2 : 0)
                | (inputs.HoistReady ? HoistReady : 0)
                | (inputs.HoistTongueLocked ? HoistTongueLocked : 0)
                | (inputs.HoistPinSeated ? HoistPinSeated : 0)
                | (inputs.HoistRaised ? HoistRaised : 0)
                | (inputs.HoistLoaded ? HoistLoaded : 0)
                | (inputs.ConnectorMated ? ConnectorMated : 0)
                | (inputs.ConnectorParted ? ConnectorParted : 0);
        }
    }
}
