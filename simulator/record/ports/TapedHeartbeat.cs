using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The heartbeat output with a tape before it.</summary>
internal sealed class TapedHeartbeat(PortTape tape, IHeartbeat? live) : IHeartbeat
{
    private readonly int _toggled = tape.Channel("heartbeat.Toggle");

    public void Toggle()
    {
        live?.Toggle();
        tape.Give(_toggled, [], []);
    }
}
