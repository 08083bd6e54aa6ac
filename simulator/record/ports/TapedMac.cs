using System.Buffers.Binary;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// A MAC with a tape before it: a record has what was computed, not the key; and of the data only a checksum, for what
/// counts of it is stored or sent.
/// </summary>
internal sealed class TapedMac(PortTape tape, IMac? live) : IMac
{
    private const int Length = 32;

    private readonly int _computed = tape.Channel("mac.Compute");
    private readonly int _derived = tape.Channel("mac.ComputeDerived");

    public void Compute(byte[] data, int offset, int length, byte[] into)
    {
        live?.Compute(data, offset, length, into);
        Give(_computed, Crc32.Compute(data, offset, length), length, into);
    }

    public void ComputeDerived(byte[] nonce, byte[] data, int offset, int length, byte[] into)
    {
        live?.ComputeDerived(nonce, data, offset, length, into);
        uint sum = Crc32.Extend(Crc32.Compute(nonce, 0, nonce.Length), data, offset, length);
        Give(_derived, sum, length, into);
    }

    private void Give(int channel, uint sum, int length, byte[] into)
    {
        byte[] given = new byte[4 + 4];
        BinaryPrimitives.WriteUInt32LittleEndian(given, sum);
        BinaryPrimitives.WriteInt32LittleEndian(given.AsSpan(4), length);
        byte[] answer = tape.Give(channel, given, live is null ? [] : into[..Length]);
        answer.AsSpan(0, Math.Min(answer.Length, Length)).CopyTo(into);
    }
}
