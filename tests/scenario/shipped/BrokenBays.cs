using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenBays(IBayIo live) : IBayIo
{
    public Action<BayInputs>? Shown { get; init; }

    public Func<bool, bool>? Permit { get; init; }

    public void Read(int index, BayInputs into)
    {
        live.Read(index, into);
        Shown?.Invoke(into);
    }

    public void Write(int index, bool chargePermitted) =>
        live.Write(index, Permit?.Invoke(chargePermitted) ?? chargePermitted);
}
