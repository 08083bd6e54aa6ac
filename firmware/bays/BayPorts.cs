using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a node of bays touches the world with.</summary>
    public sealed class BayPorts : NodePorts
    {
        /// <summary>Station link.</summary>
        public ICanBus Link;

        public IBayIo Bays;

        /// <summary>Charger bus of each bay, in the order of the settings.</summary>
        public ICanBus[] ChargerBuses;

        public BayPorts()
            : base(NodeKind.Bays)
        {
        }

        public override NodeRole Open(NodeSettings settings, Journal journal, EventWriter events, ServiceLatch latch)
        {
            return new BayGroup(settings, this, events);
        }
    }
}
