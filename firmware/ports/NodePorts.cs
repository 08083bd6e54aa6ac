namespace SwapEdge.Firmware
{
    /// <summary>Everything a node touches the world with. What its settings do not own stays null.</summary>
    public sealed class NodePorts
    {
        public IClock Clock;
        public IStore Store;
        public IUplink Uplink;
        public IMac Mac;
        public IRandom Random;
        public IHeartbeat Heartbeat;

        /// <summary>Null where a node cannot start itself anew.</summary>
        public IRestart Restart;

        /// <summary>Station link.</summary>
        public ICanBus Link;

        // A lane.
        public ILaneIo Lane;

        /// <summary>Swap-pack bus of the vehicle in the lane.</summary>
        public ICanBus PackBus;

        // Bays.
        public IBayIo Bays;

        /// <summary>Charger bus of each bay, in the order of the settings.</summary>
        public ICanBus[] ChargerBuses;

        // A cabinet.
        public ICabinetIo Cabinet;

        /// <summary>RS485 line to the BMS of the selected door.</summary>
        public IByteLink PackLine;
    }
}
