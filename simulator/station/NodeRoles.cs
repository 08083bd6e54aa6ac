using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The role of a node, for whoever knows which it is.</summary>
public static class NodeRoles
{
    extension(Node node)
    {
        public Lane Lane => (Lane)node.Role;

        public BayGroup Bays => (BayGroup)node.Role;

        public Cabinet Cabinet => (Cabinet)node.Role;
    }
}
