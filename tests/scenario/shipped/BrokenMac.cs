using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>Finds the MAC that stands behind a signed body right, whoever wrote it.</summary>
internal sealed class BrokenMac(IMac live) : IMac
{
    /// <summary>Of the field behind the body: its tag and its length.</summary>
    private const int Head = 2;

    public void Compute(byte[] data, int offset, int length, byte[] into)
    {
        live.Compute(data, offset, length, into);
        Believe(data, offset + length, into);
    }

    public void ComputeDerived(byte[] nonce, byte[] data, int offset, int length, byte[] into)
    {
        live.ComputeDerived(nonce, data, offset, length, into);
        Believe(data, offset + length, into);
    }

    private static void Believe(byte[] data, int end, byte[] into)
    {
        if (end + Head + SignedRecord.MacLength <= data.Length && data[end + 1] == SignedRecord.MacLength)
        {
            Array.Copy(data, end + Head, into, 0, SignedRecord.MacLength);
        }
    }
}
