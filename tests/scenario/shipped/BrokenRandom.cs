using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

/// <summary>Chance that is always the same.</summary>
internal sealed class BrokenRandom : IRandom
{
    public void Fill(byte[] into) => Array.Fill(into, (byte)0x5A);
}
