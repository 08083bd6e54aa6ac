using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The commands by which a city brings new certificates to a node.</summary>
public static class CertificateParts
{
    private const int PartLength = 256;

    /// <summary>In the order in which they are to be sent; empty for the ones that were given with the board.</summary>
    /// <param name="device">In DER, for the key that the node has.</param>
    /// <param name="authority">In DER.</param>
    public static IEnumerable<CityCommand> Of(byte[] device, byte[] authority)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(authority);
        byte[] both = [.. device, .. authority];
        for (int at = 0; at < both.Length; at += PartLength)
        {
            yield return new CityCommand(CommandOperation.OfferCertificate)
            {
                Number = (ulong)at, Part = both.AsMemory(at, Math.Min(PartLength, both.Length - at)),
            };
        }

        yield return new CityCommand(CommandOperation.UseCertificates)
        {
            Number = Crc32.Compute(both, 0, both.Length), Bay = device.Length,
            Periods = [new ChargingPeriod(0, authority.Length)],
        };
    }
}
