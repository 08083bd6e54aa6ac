using static SwapEdge.Firmware.LaneLevels;

namespace SwapEdge.Firmware
{
    /// <summary>What the inputs of a lane say, as the bits that lane and cabinet share.</summary>
    public static class InputLevels
    {
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
