using System.Security.Cryptography;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>HMAC-SHA256 with a node's key.</summary>
public sealed class HmacMac(byte[] key) : IMac
{
    private readonly byte[] _key = [.. key];

    public void Compute(byte[] data, int offset, int length, byte[] into) =>
        HMACSHA256.HashData(_key, data.AsSpan(offset, length), into);

    public void ComputeDerived(byte[] nonce, byte[] data, int offset, int length, byte[] into) =>
        HMACSHA256.HashData(Derive(_key, nonce), data.AsSpan(offset, length), into);

    /// <summary>The key that a nonce derives from the one that a node was given.</summary>
    public static byte[] Derive(byte[] key, byte[] nonce) =>
        HMACSHA256.HashData(key, (byte[])[8, (byte)SignedKind.Key, .. nonce]);
}
