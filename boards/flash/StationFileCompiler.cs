using System.Text;
using SwapEdge.Simulator.Settings;

namespace SwapEdge.Boards.Flash;

/// <summary>Station settings (<c>protocol/settings</c>) by the same compiler as <c>swapsim settings</c>.</summary>
public sealed class StationFileCompiler : ISettingsCompiler
{
    public IReadOnlyList<NodeFile>? Compile(string text, string file, out string refusal)
    {
        StationFile station = StationFile.Parse(Encoding.UTF8.GetBytes(text));
        refusal = string.Join("; ", station.Errors.Select(error => error.In(file)));
        return station.Errors.Count > 0 ? null : [.. station.Nodes.Select(node => new NodeFile(
            station.City, station.Station, node.Name, node.Board, node.Kind, node.DeviceForm, node.Crc)
        {
            Tls = station.Broker is { Tls: true },
        })];
    }
}
