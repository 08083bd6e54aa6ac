using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What every node touches the world with. A lane, bays and a cabinet each have theirs beside it, and by them a
    /// board says what its node is.
    /// </summary>
    public abstract class NodePorts
    {
        /// <summary>Settings of another kind are not for this board.</summary>
        public readonly NodeKind Kind;

        public IClock Clock;
        public IStore Store;
        public IUplink Uplink;
        public IMac Mac;
        public IRandom Random;
        public IHeartbeat Heartbeat;

        /// <summary>Null where a node cannot start itself anew.</summary>
        public IRestart Restart;

        /// <summary>Null where certificates are not the node's business.</summary>
        public ICertificates Certificates;

        /// <summary>Null where a board knows nothing of itself.</summary>
        public IVitals Vitals;

        protected NodePorts(NodeKind kind)
        {
            Kind = kind;
        }

        /// <summary>Makes what the node is there for; takes all its memory.</summary>
        public abstract NodeRole Open(NodeSettings settings, Journal journal, EventWriter events, ServiceLatch latch);
    }
}
