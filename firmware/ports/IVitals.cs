using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a board knows of itself.</summary>
    public interface IVitals
    {
        /// <summary>
        /// Why the run before this one ended, as it was noted before: what ends a run without a word is unknown.
        /// </summary>
        BootReason LastEnd { get; }

        /// <summary>Bits of <see cref="SelfTestFinding"/>: what only the board can see, as it is now.</summary>
        int Findings { get; }

        /// <summary>
        /// Bytes of memory; false when they cannot be told. It may take as long as a collection of garbage, so the
        /// firmware asks once a minute and while nothing moves.
        /// </summary>
        /// <param name="freeBytes">Of the heap that managed code has.</param>
        /// <param name="nativeFreeBytes">Of the heap that drivers and TLS have.</param>
        /// <param name="nativeLargestBytes">The largest block of the latter.</param>
        bool ReadMemory(out int freeBytes, out int nativeFreeBytes, out int nativeLargestBytes);
    }
}
