using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator.Settings;

/// <summary>A node of a station file, ready to be deployed.</summary>
/// <param name="Name">Of the node, within the station.</param>
/// <param name="Kind">Lane, bays or cabinet.</param>
/// <param name="Board">Kind of board, as its folder is named.</param>
/// <param name="DeviceForm">The file for the device: protocol/settings/README.md.</param>
/// <param name="Crc">As the header and the node's birth say it (<c>settings_crc</c>).</param>
/// <param name="Settings">What the firmware reads from the device form.</param>
public sealed record CompiledNode(
    string Name, NodeKind Kind, string Board, byte[] DeviceForm, uint Crc, NodeSettings Settings);
