using SwapEdge.Boards;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// A board on its bench: its drives are folders of the desk, and its wires are joined to what it opens.
/// </summary>
internal sealed class BenchBoard : NodeBoard
{
    private readonly NodeBoard _board;
    private readonly Action<NodePorts> _opened;

    /// <param name="board">What is on the bench.</param>
    /// <param name="folder">Has a folder for each of its drives.</param>
    /// <param name="opened">Gets the ports before the node does.</param>
    public BenchBoard(NodeBoard board, DirectoryInfo folder, Action<NodePorts> opened)
        : base(board.Name)
    {
        (_board, _opened) = (board, opened);
        (GivenRoot, Root) = (Drive(folder, board.GivenRoot), Drive(folder, board.Root));
        StoreBytes = board.StoreBytes;
        Profiles = board.Profiles;
        Heartbeat = board.Heartbeat;
        Chip = board.Chip;
        Lines = board.Lines;
        HeartbeatHeard = board.HeartbeatHeard;
    }

    /// <summary>The folder of a drive of the device, such as <c>I:\</c>, with its separator.</summary>
    public static string Drive(DirectoryInfo folder, string root) =>
        folder.CreateSubdirectory(root[..1]).FullName + Path.DirectorySeparatorChar;

    public override NodePorts Open(NodeSettings settings)
    {
        NodePorts ports = _board.Open(settings);
        (Pumps, Buses) = (_board.Pumps, _board.Buses);
        _opened(ports);
        return ports;
    }

    public override bool Fits(NodeSettings settings) => _board.Fits(settings);
}
