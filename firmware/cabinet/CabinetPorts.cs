using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a cabinet touches the world with.</summary>
    public sealed class CabinetPorts : NodePorts
    {
        public ICabinetIo Cabinet;

        /// <summary>RS485 line to the BMS of the selected door.</summary>
        public IByteLink PackLine;

        public CabinetPorts()
            : base(NodeKind.Cabinet)
        {
        }

        public override NodeRole Open(NodeSettings settings, Journal journal, EventWriter events, ServiceLatch latch)
        {
            return new Cabinet(settings, this, journal, events, latch);
        }
    }
}
