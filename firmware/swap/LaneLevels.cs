namespace SwapEdge.Firmware
{
    /// <summary>The inputs of a lane as bits, numbered as <see cref="LaneSensor"/> says.</summary>
    public static class LaneLevels
    {
        public static ulong Of(LaneInputs inputs)
        {
            return People(inputs) | Vehicle(inputs) | Handling(inputs)
                | (ulong)(inputs.LockOpenPoints & 0xFFFF) << (int)LaneSensor.LockOpen
                | (ulong)(inputs.LockClosedPoints & 0xFFFF) << (int)LaneSensor.LockClosed;
        }

        private static ulong People(LaneInputs inputs)
        {
            return Bit(inputs.SafetyChainClosed, LaneSensor.SafetyChainClosed)
                | Bit(inputs.ReleasePermitted, LaneSensor.ReleasePermitted)
                | Bit(inputs.FireLoopClosed, LaneSensor.FireLoopClosed)
                | Bit(inputs.KeySwitchOn, LaneSensor.KeySwitchOn)
                | Bit(inputs.ConfirmPressed, LaneSensor.ConfirmPressed)
                | Bit(inputs.AbortPressed, LaneSensor.AbortPressed)
                | Bit(inputs.DriverAborts, LaneSensor.DriverAborts)
                | Bit(inputs.ManualSelected, LaneSensor.ManualSelected)
                | Bit(inputs.MaintenanceSelected, LaneSensor.MaintenanceSelected);
        }

        private static ulong Vehicle(LaneInputs inputs)
        {
            return Bit(inputs.VehiclePresent, LaneSensor.VehiclePresent)
                | Bit(inputs.VehicleInPosition, LaneSensor.VehicleInPosition)
                | Bit(inputs.VehicleStill, LaneSensor.VehicleStill)
                | Bit(inputs.HandbrakeOn, LaneSensor.HandbrakeOn)
                | Bit(inputs.GearNeutral, LaneSensor.GearNeutral);
        }

        private static ulong Handling(LaneInputs inputs)
        {
            return Bit(inputs.PackOnVehicle, LaneSensor.PackOnVehicle)
                | Bit(inputs.PackInPlace1, LaneSensor.PackInPlace1)
                | Bit(inputs.PackInPlace2, LaneSensor.PackInPlace2)
                | Bit(inputs.HoistReady, LaneSensor.HoistReady)
                | Bit(inputs.HoistTongueLocked, LaneSensor.HoistTongueLocked)
                | Bit(inputs.HoistPinSeated, LaneSensor.HoistPinSeated)
                | Bit(inputs.HoistRaised, LaneSensor.HoistRaised)
                | Bit(inputs.HoistLoaded, LaneSensor.HoistLoaded)
                | Bit(inputs.ConnectorMated, LaneSensor.ConnectorMated)
                | Bit(inputs.ConnectorParted, LaneSensor.ConnectorParted);
        }

        private static ulong Bit(bool level, LaneSensor sensor)
        {
            return level ? 1UL << (int)sensor : 0;
        }
    }
}
