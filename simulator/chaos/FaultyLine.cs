using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A node's end of a serial line on which bytes get lost or corrupted.</summary>
public sealed class FaultyLine(IByteLink line, Prng random) : IByteLink
{
    /// <summary>Share of the bytes that come wrong, per mille.</summary>
    public int CorruptedPermille { get; set; }

    /// <summary>Nothing comes.</summary>
    public bool Silent { get; set; }

    public int Read(byte[] into, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(into);
        int taken = line.Read(into, offset, count);
        for (int i = offset; CorruptedPermille > 0 && i < offset + taken; i++)
        {
            if (random.Between(0, 999) < CorruptedPermille)
            {
                into[i] ^= (byte)(1 << random.Between(0, 7));
            }
        }

        return Silent ? 0 : taken;
    }

    public bool Write(byte[] data, int offset, int count) => line.Write(data, offset, count);
}
