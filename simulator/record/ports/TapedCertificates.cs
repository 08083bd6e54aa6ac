using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Certificates with a tape before them; they are public, and the key stays behind the port.</summary>
internal sealed class TapedCertificates(PortTape tape, ICertificates? live) : ICertificates
{
    private readonly int _offered = tape.Channel("certificates.Offer");
    private readonly int _used = tape.Channel("certificates.Use");
    private readonly int _takenOver = tape.Channel("certificates.TakeOver");
    private readonly int[] _known = [tape.Channel("device certificate.Known"), tape.Channel("authority.Known")];
    private readonly int[] _ends = [tape.Channel("device certificate.NotAfter"), tape.Channel("authority.NotAfter")];

    public bool Offer(byte[] data, int offset, int deviceLength, int authorityLength)
    {
        byte[] answer = live is null
            ? [] : [(byte)(live.Offer(data, offset, deviceLength, authorityLength) ? 1 : 0)];
        ReadOnlySpan<byte> both = data.AsSpan(offset, deviceLength + authorityLength);
        byte[] given = new RecordBytes().Number(deviceLength).Raw(both).ToArray();
        return tape.Give(_offered, given, answer) is [1];
    }

    public void Use(bool candidate)
    {
        live?.Use(candidate);
        tape.Give(_used, [(byte)(candidate ? 1 : 0)], []);
    }

    public void TakeOver()
    {
        live?.TakeOver();
        tape.Give(_takenOver, [], []);
    }

    public bool NotAfter(bool authority, out long utcMs)
    {
        long end = 0;
        bool known = live is not null && live.NotAfter(authority, out end);
        int which = authority ? 1 : 0;
        utcMs = tape.Value(_ends[which], end);
        return tape.Value(_known[which], known ? 1 : 0) != 0;
    }
}
