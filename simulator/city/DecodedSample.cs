using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>One sample: a value and its quality for each field; a value that is not available means nothing.</summary>
public sealed record DecodedSample(IReadOnlyList<long> Values, IReadOnlyList<Quality> Qualities)
{
    /// <summary>What the sender has said of a field, null for nothing.</summary>
    public long? this[int field] =>
        field < Values.Count && Qualities[field] != Quality.NotAvailable ? Values[field] : null;
}
