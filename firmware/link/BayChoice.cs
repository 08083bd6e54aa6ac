using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Which bay stores the old pack and which gives the new one: bounded, and the same for the same view.
    /// </summary>
    public static class BayChoice
    {
        /// <summary>
        /// Lowest number that is empty, powered off and free; 0 when there is none. Index 0 of the array is unused.
        /// </summary>
        public static int ToStore(BayView[] bays, int lane, long nowMs)
        {
            for (int number = 1; number < bays.Length; number++)
            {
                if (IsFree(bays[number], lane, nowMs) && bays[number].Last.Presence == BayPresence.Empty
                    && bays[number].Last.PowerOff)
                {
                    return number;
                }
            }

            return 0;
        }

        /// <summary>
        /// Most charge at or above the target, of two equal ones the lower number; 0 when there is none.
        /// </summary>
        public static int ToTake(BayView[] bays, int lane, int targetPermille, long nowMs)
        {
            int best = 0;
            for (int number = 1; number < bays.Length; number++)
            {
                BayStatusFrame last = bays[number].Last;
                if (IsFree(bays[number], lane, nowMs) && last.Presence == BayPresence.Occupied && last.PackSerialKnown
                    && last.ChargeKnown && last.ChargePermille >= targetPermille
                    && (best == 0 || last.ChargePermille > bays[best].Last.ChargePermille))
                {
                    best = number;
                }
            }

            return best;
        }

        private static bool IsFree(BayView bay, int lane, long nowMs)
        {
            return bay.IsFresh(nowMs) && bay.Last.Healthy && !bay.Last.Isolated && bay.Refused == BayAnswer.None
                && (bay.Last.ReservedBy == 0 || bay.Last.ReservedBy == lane);
        }
    }
}
