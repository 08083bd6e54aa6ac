using System.Security.Cryptography;
using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

public sealed class KeyedMac(byte[] key) : IMac
{
    public void Compute(byte[] data, int offset, int length, byte[] into) =>
        HMACSHA256.HashData(key, data.AsSpan(offset, length), into);

    public void ComputeDerived(byte[] nonce, byte[] data, int offset, int length, byte[] into) => HMACSHA256.HashData(
        HMACSHA256.HashData(key, (byte[])[8, 9, .. nonce]), data.AsSpan(offset, length), into);
}
