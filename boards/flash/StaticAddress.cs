using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace SwapEdge.Boards.Flash;

/// <summary>An IPv4 address that is not given out by the network.</summary>
public sealed record StaticAddress
{
    public required string Ip { get; init; }

    public required string Mask { get; init; }

    public required string Gateway { get; init; }

    public required string Dns { get; init; }

    /// <summary>The field that cannot be, and why; null when a node could have this address.</summary>
    public string? Wrong()
    {
        const string Form = "four numbers up to 255, such as 10.0.0.7";
        uint? ip = Number(Ip), mask = Number(Mask), gateway = Number(Gateway);
        if (ip == null || mask == null || gateway == null || Number(Dns) == null)
        {
            return $"{(ip == null ? "ip" : mask == null ? "mask" : gateway == null ? "gateway" : "dns")}: {Form}";
        }

        // A mask is ones and then zeros, with room for two hosts and their network and broadcast addresses.
        uint hosts = ~mask.Value;
        if (mask == 0 || (hosts & (hosts + 1)) != 0 || hosts < 3)
        {
            return "mask: ones and then zeros, such as 255.255.255.0";
        }

        return (ip & hosts) == 0 || (ip & hosts) == hosts ? "ip: of the whole network, not of one in it"
            : (ip & mask) != (gateway & mask) ? "gateway: outside of the network of ip and mask"
            : ip == gateway ? "gateway: the node itself" : null;
    }

    /// <summary>As it is written by people: the library also takes 10.7 and 0x0A000007.</summary>
    private static uint? Number(string text) =>
        text.Count(letter => letter == '.') == 3 && IPAddress.TryParse(text, out IPAddress? address)
            && address.AddressFamily == AddressFamily.InterNetwork && address.ToString() == text
            ? BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes()) : null;
}
