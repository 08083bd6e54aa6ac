using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a lane touches the world with.</summary>
    public sealed class LanePorts : NodePorts
    {
        /// <summary>Station link.</summary>
        public ICanBus Link;

        public ILaneIo Lane;

        /// <summary>Swap-pack bus of the vehicle in the lane.</summary>
        public ICanBus PackBus;

        public LanePorts()
            : base(NodeKind.Lane)
        {
        }

        public override NodeRole Open(NodeSettings settings, Journal journal, EventWriter events, ServiceLatch latch)
        {
            return new Lane(settings, this, journal, events, latch);
        }
    }
}
