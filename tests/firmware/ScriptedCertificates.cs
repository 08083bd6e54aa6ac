using System.Buffers.Binary;
using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

/// <summary>Certificates that are 8 bytes of their end and then anything; of no use when they are shorter.</summary>
public sealed class ScriptedCertificates : ICertificates
{
    private byte[]? _candidate;
    private bool _tried;

    public byte[] Given { get; set; } = CertificateDesk.Ending(40);

    /// <summary>Null: as given.</summary>
    public byte[]? InUse { get; private set; }

    /// <summary>What a connection would be made with; null: as given.</summary>
    public byte[]? Now => _tried ? _candidate : InUse;

    public bool Tells { get; set; } = true;

    public static byte[] Ending(long utcMs, int length = 300)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, utcMs);
        return bytes;
    }

    public bool Offer(byte[] data, int offset, int deviceLength, int authorityLength)
    {
        (_candidate, _tried) = (null, false);
        if (deviceLength is > 0 and < 8 || authorityLength is > 0 and < 8)
        {
            return false;
        }

        _candidate = data[offset..(offset + deviceLength + authorityLength)];
        DeviceLength = deviceLength;
        return true;
    }

    public int DeviceLength { get; private set; }

    public void Use(bool candidate) => _tried = candidate;

    public void TakeOver() => (InUse, _candidate, _tried) = (_candidate, null, false);

    public bool NotAfter(bool authority, out long utcMs)
    {
        byte[] now = Now ?? [];
        ReadOnlySpan<byte> one = authority ? now.AsSpan(Math.Min(DeviceLength, now.Length))
            : now.AsSpan(0, Math.Min(DeviceLength, now.Length));
        utcMs = BinaryPrimitives.ReadInt64LittleEndian(one.Length < 8 ? Given : one);
        return Tells;
    }
}
