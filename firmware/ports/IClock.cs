using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Civil time. Logic never uses it: elapsed time comes from the milliseconds given to Node.Pass.
    /// </summary>
    public interface IClock
    {
        /// <summary>Unix milliseconds; means nothing while the quality is unknown. May jump.</summary>
        long UtcMs { get; }

        TimeQuality UtcQuality { get; }
    }
}
