using System.Security.Cryptography;
using System.Text;

namespace SwapEdge.Boards.Flash;

/// <summary>
/// The sources of the firmware have its version with eight zeros behind it (<c>Node.Build</c>). The zeros become the
/// first digits of a SHA-256 of the image as it was built, so that a birth names the very bytes that run: other code,
/// of ours or of a library, is another build, and no build machine, clock or repository has a part in it.
/// </summary>
public static class BuildStamp
{
    private const int Digits = 8;

    private static ReadOnlySpan<byte> Blank => "+00000000\0"u8;

    /// <summary>The same assemblies with the stamp; null and the reason when none has a place for it.</summary>
    /// <param name="assemblies">In the order in which they are written.</param>
    /// <param name="build">As the device will say it.</param>
    /// <param name="refusal">Empty when all is well.</param>
    public static IReadOnlyList<PeAssembly>? Apply(
        IReadOnlyList<PeAssembly> assemblies, out string build, out string refusal)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (PeAssembly one in assemblies)
        {
            hash.AppendData(one.Bytes.Span);
        }

        string digits = Convert.ToHexString(hash.GetHashAndReset())[..Digits];
        HashSet<string> builds = [];
        List<PeAssembly> stamped = [.. assemblies.Select(one => Stamp(one, digits, builds))];
        build = builds.FirstOrDefault() ?? "";
        refusal = builds.Count switch
        {
            1 => "",
            0 => "none of the assemblies has a place for the build id",
            _ => $"assemblies of several versions: {string.Join(", ", builds.Order(StringComparer.Ordinal))}",
        };
        return refusal.Length == 0 ? stamped : null;
    }

    private static PeAssembly Stamp(PeAssembly assembly, string digits, HashSet<string> builds)
    {
        byte[] bytes = assembly.Bytes.ToArray();
        Range strings = PeAssembly.Strings(bytes);
        int found = 0;
        for (int at = Next(bytes, strings, 0); at >= 0; at = Next(bytes, strings, at + 1))
        {
            int begin = bytes.AsSpan(0, at).LastIndexOf((byte)0) + 1;
            Encoding.ASCII.GetBytes(digits, bytes.AsSpan(at + 1, Digits));
            builds.Add(Encoding.ASCII.GetString(bytes, begin, at + 1 + Digits - begin));
            found++;
        }

        return found == 0 ? assembly : assembly with { Bytes = PeAssembly.Seal(bytes) };
    }

    /// <summary>Where the next blank begins among the strings; -1: there is none.</summary>
    private static int Next(byte[] bytes, Range strings, int from)
    {
        int begin = Math.Max(strings.Start.Value, from);
        int at = begin < strings.End.Value ? bytes.AsSpan(begin..strings.End).IndexOf(Blank) : -1;
        return at < 0 ? -1 : begin + at;
    }
}
