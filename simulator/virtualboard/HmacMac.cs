using System.Security.Cryptography;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>HMAC-SHA256 with a node's key.</summary>
public sealed class HmacMac(byte[] key) : IMac
{
    private readonly byte[] _key = [.. key];

    public void Compute(byte[] data, int offset, int length, byte[] into) =>
        HMACSHA256.HashData(_key, data.AsSpan(offset, length), into);
}
