using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>How a swap that is over is called.</summary>
    public static class SwapEnding
    {
        /// <param name="was">What the lane remembered before it became idle.</param>
        /// <param name="tally">Where the swap has been.</param>
        /// <param name="halves">Which packs changed hands.</param>
        /// <param name="packs">Packs of the vehicle.</param>
        public static SwapResult Of(SwapState was, SwapTally tally, SwapHalves halves, int packs)
        {
            if (halves.PacksOut >= packs)
            {
                return SwapResult.Completed;
            }

            if (was.Aborted)
            {
                return SwapResult.Aborted;
            }

            if (was.Phase == Phase.Held)
            {
                return SwapResult.VehicleLeft;
            }

            if (was.Phase != Phase.Releasing)
            {
                return SwapResult.NotServed;
            }

            // A cabinet has been at its doors.
            if (!tally.Has(Phase.Admitting))
            {
                return SwapResult.PutBack;
            }

            return halves.In ? SwapResult.NotTaken
                : tally.Has(Phase.Returning) ? SwapResult.GivenBack : SwapResult.NotInserted;
        }
    }
}
