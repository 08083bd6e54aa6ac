using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Which bay stores the old pack or gives the new one, why that one, and why not the others: bounded, and the same
    /// for the same view.
    /// </summary>
    public sealed class BayChoice : ChoiceNotes
    {
        /// <summary>Serial number of the pack that comes in; 0 while it is not known.</summary>
        public uint OldSerial;

        /// <summary>
        /// Lowest number of those that are empty, powered off and free; 0 when there is none. A pack for isolation goes
        /// to an isolation bay and nowhere else, any other one never. Index 0 of the array is unused.
        /// </summary>
        public int ToStore(BayView[] bays, int lane, bool isolate, long nowMs)
        {
            Clear();
            int best = 0;
            int fitting = 0;
            for (int number = 1; number < bays.Length; number++)
            {
                if (Note(bays[number], ForStoring(bays[number], lane, isolate, nowMs)))
                {
                    best = best == 0 ? number : best;
                    fitting++;
                }
            }

            Reason = fitting == 0 ? ChoiceReason.None
                : isolate ? ChoiceReason.Isolation
                : fitting == 1 ? ChoiceReason.OnlyOne : ChoiceReason.LowestEmptyNumber;
            return best;
        }

        /// <summary>
        /// Most charge at or above the target; of equal ones the coolest, of equally warm ones the lowest number; 0
        /// when there is none.
        /// </summary>
        public int ToTake(BayView[] bays, int lane, SwapProfile profile, long nowMs)
        {
            Clear();
            int best = 0;
            int equal = 0;
            int equallyWarm = 0;
            int fitting = 0;
            for (int number = 1; number < bays.Length; number++)
            {
                if (!Note(bays[number], ForTaking(bays[number], lane, profile, nowMs)))
                {
                    continue;
                }

                fitting++;
                int charge = best == 0 ? 1 : bays[number].Last.ChargePermille - bays[best].Last.ChargePermille;
                int warmth = best == 0 ? 0 : Warmth(bays[number]) - Warmth(bays[best]);
                bool better = charge > 0 || (charge == 0 && warmth < 0);
                equal = charge > 0 ? 1 : charge == 0 ? equal + 1 : equal;
                equallyWarm = better ? 1 : charge == 0 && warmth == 0 ? equallyWarm + 1 : equallyWarm;
                best = better ? number : best;
            }

            Reason = fitting == 0 ? ChoiceReason.None
                : fitting == 1 ? ChoiceReason.OnlyOne
                : equal == 1 ? ChoiceReason.FullestAtTarget
                : equallyWarm == 1 ? ChoiceReason.CoolestOfEqual : ChoiceReason.LowestOfEqual;
            return best;
        }

        /// <summary>What keeps the pack of a bay, which this lane has or may have, from being given out.</summary>
        /// <param name="bay">As it was last heard.</param>
        /// <param name="profile">What the vehicle needs.</param>
        /// <param name="mayCharge">Its charger need not be off yet.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public static PassedOver Pack(BayView bay, SwapProfile profile, bool mayCharge, long nowMs)
        {
            BayStatusFrame last = bay.Last;
            return !bay.IsFresh(nowMs) ? PassedOver.NotHeard
                : last.Presence != BayPresence.Occupied ? PassedOver.NoPack
                : !last.Healthy ? PassedOver.Alarm
                : last.Isolated ? PassedOver.Isolated
                : !last.PowerOff && !mayCharge ? PassedOver.PowerOn
                : !last.PackSerialKnown || !last.ChargeKnown || !bay.IsPackHeard(nowMs) ? PassedOver.PackUnknown
                : profile.InterfaceId == 0 || bay.Pack.Interface != profile.InterfaceId ? PassedOver.OtherInterface
                : last.ChargePermille < profile.TargetChargePermille ? PassedOver.ChargeLow
                : bay.Pack.Watched ? PassedOver.Watched
                : PassedOver.None;
        }

        private static PassedOver ForStoring(BayView bay, int lane, bool isolate, long nowMs)
        {
            PassedOver free = Free(bay, lane, nowMs);
            BayStatusFrame last = bay.Last;
            return free != PassedOver.None ? free
                : last.Presence != BayPresence.Empty ? PassedOver.NotEmpty
                : !last.Healthy ? PassedOver.Alarm
                : last.Isolated && !isolate ? PassedOver.Isolated
                : !last.Isolated && isolate ? PassedOver.NotForIsolation
                : !last.PowerOff ? PassedOver.PowerOn
                : PassedOver.None;
        }

        /// <summary>A pack that is being charged is taken: the charger stops when the bay is reserved.</summary>
        private PassedOver ForTaking(BayView bay, int lane, SwapProfile profile, long nowMs)
        {
            PassedOver free = Free(bay, lane, nowMs);
            PassedOver why = free != PassedOver.None ? free : Pack(bay, profile, true, nowMs);
            return why == PassedOver.None && bay.Last.PackSerial == OldSerial ? PassedOver.SameSerial : why;
        }

        private static PassedOver Free(BayView bay, int lane, long nowMs)
        {
            return !bay.IsFresh(nowMs) ? PassedOver.NotHeard
                : bay.Last.ReservedBy != 0 && bay.Last.ReservedBy != lane ? PassedOver.Reserved
                : bay.IsRefused ? PassedOver.Refused
                : PassedOver.None;
        }

        /// <summary>Counts what speaks against a bay that the station has; true when nothing does.</summary>
        private bool Note(BayView bay, PassedOver why)
        {
            if (bay.Heard)
            {
                Note(why);
            }

            return why == PassedOver.None;
        }

        /// <summary>What is not known counts as the warmest.</summary>
        private static int Warmth(BayView bay)
        {
            return bay.Pack.HottestKnown ? bay.Pack.HottestC : 0xFF;
        }
    }
}
