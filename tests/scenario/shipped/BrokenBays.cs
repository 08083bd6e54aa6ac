using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

internal sealed class BrokenBays(IBayIo live) : IBayIo
{
    private readonly bool[] _here = new bool[NodeSettings.StationBays];

    public Action<BayInputs>? Shown { get; init; }

    /// <summary>Given whether a pack stands there: charging is permitted.</summary>
    public Func<bool, bool>? Permit { get; init; }

    public void Read(int index, BayInputs into)
    {
        live.Read(index, into);
        _here[index] = into.PackPresent;
        Shown?.Invoke(into);
    }

    public void Write(int index, bool chargePermitted) =>
        live.Write(index, Permit?.Invoke(_here[index]) ?? chargePermitted);
}
