using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A restart with a tape before it.</summary>
internal sealed class TapedRestart(PortTape tape, IRestart? live) : IRestart
{
    private readonly int _restarted = tape.Channel("node.Restart");

    public void Restart(BootReason reason)
    {
        live?.Restart(reason);
        tape.Give(_restarted, [(byte)reason], []);
    }
}
