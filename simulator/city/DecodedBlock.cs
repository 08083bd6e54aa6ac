using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A telemetry block as a city reads it, by protocol/telemetry/SPEC.md alone.</summary>
/// <param name="UtcMs">Of the first sample, Unix milliseconds; null while the node knows no civil time.</param>
public sealed record DecodedBlock(
    TelemetrySubject Subject,
    long Bay,
    long Serial,
    string Name,
    long Boot,
    long StartMs,
    TimeQuality TimeQuality,
    long? UtcMs,
    long IntervalMs,
    IReadOnlyList<DecodedSample> Samples)
{
    private const byte Version = 1;
    private const int FieldLimit = 31;

    /// <summary>Null when these bytes are no block, or one of a later version.</summary>
    public static DecodedBlock? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 3 || bytes[0] != Version || bytes[2] > FieldLimit)
        {
            return null;
        }

        int fields = bytes[2];
        BlockBytes left = new(bytes[3..]);
        ulong bay = left.Number();
        ulong serial = left.Number();
        string name = left.Text();
        ulong boot = left.Number();
        ulong start = left.Number();
        ulong quality = left.Number();
        ulong utc = left.Number();
        ulong interval = left.Number();
        List<DecodedSample> samples = [];
        long[] values = new long[fields];
        ulong qualities = 0;
        while (left is { Sound: true, AtEnd: false })
        {
            ulong mask = left.Number();
            for (int field = 0; field < fields; field++)
            {
                if ((mask >> field & 1) == 1)
                {
                    values[field] = Wrapped(values[field] + left.Signed());
                }
            }

            qualities = (mask >> fields & 1) == 1 ? left.Number() : qualities;
            if (mask >> fields > 1)
            {
                return null;
            }

            samples.Add(new DecodedSample([.. values], [.. Enumerable.Range(0, fields).Select(Quality)]));
        }

        bool fits = Math.Max(Math.Max(bay, serial), Math.Max(boot, interval)) <= uint.MaxValue
            && Math.Max(start, utc) <= long.MaxValue;
        return !left.Sound || !fits || interval == 0 ? null : new DecodedBlock(
            (TelemetrySubject)bytes[1], (long)bay, (long)serial, name, (long)boot, (long)start,
            (TimeQuality)Math.Min(quality, byte.MaxValue), quality == 0 ? null : (long)utc, (long)interval, samples);

        Quality Quality(int field) => (Quality)(qualities >> (2 * field) & 3);
    }

    /// <summary>Values are 32 bits wide and wrap.</summary>
    private static long Wrapped(long value) => unchecked((int)value);
}
