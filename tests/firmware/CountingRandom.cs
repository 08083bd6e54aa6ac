using SwapEdge.Firmware;

namespace SwapEdge.Tests.Firmware;

/// <summary>Bytes 1, 2, 3 and so on: every identity it makes is another.</summary>
public sealed class CountingRandom : IRandom
{
    private byte _next;

    public void Fill(byte[] into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = ++_next;
        }
    }
}
