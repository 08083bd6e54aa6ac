using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What a board that runs with threads meets outside: whatever stands before its ports, and a recorder.
/// </summary>
internal sealed class BoardOutside
{
    /// <summary>
    /// What stands before the ports of a node that is about to be made: of settings and ports, which are complete.
    /// </summary>
    public Action<NodePorts> Before { get; init; } = static _ => { };

    /// <summary>Null: nobody records it.</summary>
    public NodeRecorder? Recorder { get; init; }

    /// <summary>The ports that the node is made of.</summary>
    /// <param name="settings">As the node gets them.</param>
    /// <param name="ports">Its board's.</param>
    /// <param name="nowMs">Time of the world.</param>
    /// <param name="bornMs">Time of the world from which on the firmware counts.</param>
    public NodePorts Equip(NodeSettings settings, NodePorts ports, long nowMs, long bornMs)
    {
        Before(ports);
        return Recorder?.OpenThread(settings, ports, nowMs, bornMs) ?? ports;
    }
}
