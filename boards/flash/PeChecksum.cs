namespace SwapEdge.Boards.Flash;

/// <summary>
/// The runtime's checksum of assemblies: CRC-32 with the polynomial 04C11DB7h, highest bit first, from 0, not inverted
/// (CRC-32/CKSUM before its last inversion; 89A1897Fh for "123456789").
/// </summary>
public static class PeChecksum
{
    private static readonly uint[] Table = Build();

    public static uint Of(ReadOnlySpan<byte> bytes, uint begun = 0)
    {
        uint crc = begun;
        foreach (byte one in bytes)
        {
            crc = (crc << 8) ^ Table[(crc >> 24) ^ one];
        }

        return crc;
    }

    private static uint[] Build()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint crc = i << 24;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80000000) != 0 ? (crc << 1) ^ 0x04C11DB7 : crc << 1;
            }

            table[i] = crc;
        }

        return table;
    }
}
