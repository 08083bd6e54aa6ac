using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// Something small that a node keeps over a restart, with what it has promised. Power may fail in each of its writes:
/// then it is what it was before or what it was to become.
/// </summary>
internal interface ICutRecord
{
    /// <summary>As at a start of the node; may write.</summary>
    void Start(IStore store, Journal journal);

    /// <summary>One of the things that happen to it while the node runs.</summary>
    void Act(Prng random);

    /// <summary>What a start on this store would find; null: what was promised.</summary>
    CutFlaw? Judge(IStore store);

    /// <summary>Power has failed in earnest: of the old and the new, what the store has counts.</summary>
    void Settle(IStore store);
}
