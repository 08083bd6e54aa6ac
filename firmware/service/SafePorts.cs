using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Safe mode, after several starts in a row that did not last: a node of any kind that drives nothing and reads
    /// nothing. Uplink, commands and diagnostics are as ever.
    /// </summary>
    public sealed class SafePorts : NodePorts
    {
        public SafePorts(NodeKind kind)
            : base(kind)
        {
        }

        public override NodeRole Open(NodeSettings settings, Journal journal, EventWriter events, ServiceLatch latch)
        {
            return new SafeRole(settings);
        }
    }
}
