using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SwapEdge.Simulator;

/// <summary>Keys a city shares with its nodes, by <c>city/station/node</c>. A node without one is not heard.</summary>
public sealed class NodeKeys
{
    private const int KeyLength = 32;

    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <summary>A key for a simulated node, from the seed of the run. Never for a real one.</summary>
    public static byte[] Derive(ulong seed, string node) =>
        HMACSHA256.HashData(BitConverter.GetBytes(seed), Encoding.ASCII.GetBytes(node));

    /// <summary>
    /// A line a node: <c>city/station/node</c>, a blank, 64 hexadecimal digits; # begins a comment. Null and the reason
    /// when a line is none.
    /// </summary>
    public static NodeKeys? Read(FileInfo file, out string refusal)
    {
        ArgumentNullException.ThrowIfNull(file);
        refusal = file.Exists ? "" : $"{file}: not there";
        NodeKeys keys = new();
        string[] lines = file.Exists ? File.ReadAllLines(file.FullName) : [];
        for (int i = 0; i < lines.Length && refusal.Length == 0; i++)
        {
            string[] words = lines[i].Split('#')[0].Split(
                (char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            bool sound = words.Length == 2 && words[1].Length == 2 * KeyLength && words[1].All(char.IsAsciiHexDigit)
                && CityTopic.TryParse(CityTopic.Of(words[0], "event"), out _);
            if (sound)
            {
                keys.Add(words[0], Convert.FromHexString(words[1]));
            }
            else if (words.Length > 0)
            {
                refusal = $"{file}:{i + 1}: not 'city/station/node' and a key of 64 hexadecimal digits";
            }
        }

        return refusal.Length == 0 ? keys : null;
    }

    public void Add(string node, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _keys[node] = [.. key];
    }

    public bool TryGet(string node, [NotNullWhen(true)] out byte[]? key) => _keys.TryGetValue(node, out key);
}
