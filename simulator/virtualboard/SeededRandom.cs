using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Random bytes that are the same in every run of a seed.</summary>
public sealed class SeededRandom(Prng random) : IRandom
{
    public void Fill(byte[] into)
    {
        ArgumentNullException.ThrowIfNull(into);
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = (byte)random.Next();
        }
    }
}
