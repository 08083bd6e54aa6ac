using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Civil time. Logic never uses it: elapsed time comes from the milliseconds given to Node.Pass. A board's says
    /// Sntp from its first answer of a time server on, ClockChip while it has only its chip's word, and Unknown
    /// otherwise.
    /// </summary>
    public interface IClock
    {
        /// <summary>Unix milliseconds; means nothing while the quality is unknown. May jump.</summary>
        long UtcMs { get; }

        TimeQuality UtcQuality { get; }
    }
}
