using SwapEdge.Firmware;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Commissioning;

/// <summary>What stands there to be commissioned: a world, nodes over it, a technician. Time goes on in passes.
/// </summary>
internal abstract class CommissionPlace
{
    public abstract long NowMs { get; }

    /// <summary>Who hears the tool when it walks through that node.</summary>
    public abstract Technician TechnicianAt(string node);

    public abstract IEnumerable<(NodeSettings Settings, NodeOutside Outside)> Nodes();

    /// <summary>People act and the world goes on, before the nodes pass.</summary>
    public abstract void Advance(IReadOnlyList<StationNode> nodes);

    /// <summary>The nodes have passed.</summary>
    public virtual void Passed()
    {
    }
}
