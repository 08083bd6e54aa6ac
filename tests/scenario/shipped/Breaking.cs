using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

/// <summary>What makes a claim untrue: something between the firmware and its world, or another text.</summary>
internal sealed record Breaking
{
    /// <summary>
    /// Given the settings, which it may change, and a copy of the ports at each start of a node, changes the ports.
    /// </summary>
    public Action<NodeSettings, NodePorts>? Ports { get; init; }

    /// <summary>Once in the file; empty: the text stays.</summary>
    public string Old { get; init; } = "";

    public string New { get; init; } = "";

    /// <summary>Only at the node of that name.</summary>
    public Breaking At(string node) => this with
    {
        Ports = (settings, ports) =>
        {
            if (settings.Node == node)
            {
                Ports?.Invoke(settings, ports);
            }
        },
    };

    /// <summary>Both.</summary>
    public Breaking And(Breaking other) => this with { Ports = Ports + other.Ports };

    public NodePorts Between(NodeSettings settings, NodePorts ports)
    {
        NodePorts copy = Copy(ports);
        Ports?.Invoke(settings, copy);
        return copy;
    }

    public string Alter(string text)
    {
        if (Old.Length == 0)
        {
            return text;
        }

        int at = text.IndexOf(Old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{Old}' is not in the text");
        Assert.True(text.IndexOf(Old, at + 1, StringComparison.Ordinal) < 0, $"'{Old}' is in the text more than once");
        return text.Replace(Old, New, StringComparison.Ordinal);
    }

    /// <summary>A node starts more than once on the same ports, and they are broken only once each time.</summary>
    private static NodePorts Copy(NodePorts ports)
    {
        NodePorts copy = ports switch
        {
            LanePorts lane => new LanePorts { Link = lane.Link, Lane = lane.Lane, PackBus = lane.PackBus },
            BayPorts bays => new BayPorts { Link = bays.Link, Bays = bays.Bays, ChargerBuses = [.. bays.ChargerBuses] },
            CabinetPorts cabinet => new CabinetPorts { Cabinet = cabinet.Cabinet, PackLine = cabinet.PackLine },
            _ => new SafePorts(ports.Kind),
        };
        copy.Clock = ports.Clock;
        copy.Store = ports.Store;
        copy.Uplink = ports.Uplink;
        copy.Mac = ports.Mac;
        copy.Random = ports.Random;
        copy.Heartbeat = ports.Heartbeat;
        copy.Restart = ports.Restart;
        copy.Certificates = ports.Certificates;
        copy.Vitals = ports.Vitals;
        return copy;
    }
}
