namespace SwapEdge.Boards
{
    /// <summary>Places in the wiring of a lane: of its inputs, and of the inputs of one pack position.</summary>
    public static class LaneLine
    {
        public const int SafetyChainClosed = 0;
        public const int ReleasePermitted = 1;
        public const int FireLoopClosed = 2;
        public const int KeySwitchOn = 3;
        public const int ConfirmPressed = 4;
        public const int AbortPressed = 5;
        public const int ManualSelected = 6;
        public const int MaintenanceSelected = 7;
        public const int ClosedSelected = 8;
        public const int DriverAborts = 9;
        public const int VehiclePresent = 10;
        public const int VehicleStill = 11;
        public const int VehicleInPosition = 12;
        public const int HandbrakeOn = 13;
        public const int GearNeutral = 14;
        public const int HoistReady = 15;
        public const int HoistTongueLocked = 16;
        public const int HoistPinSeated = 17;
        public const int HoistRaised = 18;
        public const int HoistLoaded = 19;

        /// <summary>Buttons of the pendant, one for each of the eight lowest bits of a Drive.</summary>
        public const int Hand = 20;
        public const int HandLines = 8;
        public const int Count = 28;

        // One pack position; behind them the open end and the closed end of each lock point in turn.
        public const int ConnectorMated = 0;
        public const int ConnectorParted = 1;
        public const int PackOnVehicle = 2;
        public const int PackInPlace1 = 3;
        public const int PackInPlace2 = 4;
        public const int LockPoints = 5;
    }
}
