using System;
using SwapEdge.Firmware;

namespace SwapEdge.DeviceTests
{
    /// <summary>No protection, but every byte counts: enough for a chain to be told from another.</summary>
    public sealed class SumMac : IMac
    {
        public void Compute(byte[] data, int offset, int length, byte[] into)
        {
            Array.Clear(into, 0, into.Length);
            uint sum = 2166136261;
            for (int i = 0; i < length; i++)
            {
                sum = (sum ^ data[offset + i]) * 16777619;
                into[i % into.Length] ^= (byte)(sum >> 24);
            }
        }

        public void ComputeDerived(byte[] nonce, byte[] data, int offset, int length, byte[] into)
        {
            Compute(data, offset, length, into);
        }
    }
}
