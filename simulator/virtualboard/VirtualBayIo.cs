using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The pins of a node's bays, over the world's bays.</summary>
public sealed class VirtualBayIo(IReadOnlyList<SwapBay> bays) : IBayIo
{
    public void Read(int index, BayInputs into) => bays[index].Sense(into);

    public void Write(int index, bool chargePermitted) => bays[index].ChargePermitted = chargePermitted;
}
