using SwapEdge.Protocol;

namespace SwapEdge.Boards.Flash;

/// <summary>One node of a station file, in the form that goes onto the device.</summary>
/// <param name="Board">Kind of board, as its folder is named.</param>
/// <param name="DeviceForm">The settings file.</param>
/// <param name="Crc">As the header of the settings file and the node's birth say it.</param>
public sealed record NodeFile(
    string City, string Station, string Node, string Board, NodeKind Kind, ReadOnlyMemory<byte> DeviceForm, uint Crc)
{
    /// <summary>The station's broker speaks TLS: the node needs a certificate, its key and an authority.</summary>
    public bool Tls { get; init; }

    /// <summary>As in topics: <c>city/station/node</c>.</summary>
    public string Path => $"{City}/{Station}/{Node}";

    /// <summary>Key of <see cref="BoardDescription.Applications"/>.</summary>
    public string KindName => Kind switch
    {
        NodeKind.Lane => "lane",
        NodeKind.Bays => "bays",
        NodeKind.Cabinet => "cabinet",
        _ => "",
    };
}
