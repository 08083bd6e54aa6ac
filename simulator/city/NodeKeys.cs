using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SwapEdge.Simulator;

/// <summary>Keys a city shares with its nodes, by <c>city/station/node</c>. A node without one is not heard.</summary>
public sealed class NodeKeys
{
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <summary>A key for a simulated node, from the seed of the run. Never for a real one.</summary>
    public static byte[] Derive(ulong seed, string node) =>
        HMACSHA256.HashData(BitConverter.GetBytes(seed), Encoding.ASCII.GetBytes(node));

    public void Add(string node, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _keys[node] = [.. key];
    }

    public bool TryGet(string node, [NotNullWhen(true)] out byte[]? key) => _keys.TryGetValue(node, out key);
}
