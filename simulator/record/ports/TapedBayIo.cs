using SwapEdge.Firmware;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>The pins of a node's bays with a tape before them.</summary>
internal sealed class TapedBayIo(PortTape tape, int[] bays, IBayIo? live) : IBayIo
{
    private readonly TapedLevels<BayInputs>[] _levels =
        [.. bays.Select(bay => new TapedLevels<BayInputs>(tape, Invariant($"bay {bay}")))];

    private readonly int[] _permits = [.. bays.Select(bay => tape.Channel(Invariant($"bay {bay}.Write")))];

    public void Read(int index, BayInputs into)
    {
        live?.Read(index, into);
        _levels[index].Take(into);
    }

    public void Write(int index, bool chargePermitted)
    {
        live?.Write(index, chargePermitted);
        tape.Give(_permits[index], [(byte)(chargePermitted ? 1 : 0)], []);
    }
}
