namespace SwapEdge.Firmware
{
    /// <summary>
    /// Which door takes the old pack or gives the new one, why that one, and why not the others: bounded, and the same
    /// for the same doors.
    /// </summary>
    public sealed class DoorChoice : ChoiceNotes
    {
        /// <summary>Lowest place of those that are empty, with the charger off; -1 when there is none.</summary>
        public int ToStore(CabinetDoor[] doors)
        {
            Clear();
            int best = -1;
            int fitting = 0;
            for (int i = 0; i < doors.Length; i++)
            {
                PassedOver why = doors[i].ForStoring();
                Note(why);
                if (why == PassedOver.None)
                {
                    best = best < 0 ? i : best;
                    fitting++;
                }
            }

            Reason = fitting == 0 ? ChoiceReason.None
                : fitting == 1 ? ChoiceReason.OnlyOne : ChoiceReason.LowestEmptyNumber;
            return best;
        }

        /// <summary>
        /// Most charge at or above the target; of equal ones the coolest, of equally warm ones the lowest place; -1
        /// when there is none. A pack that is being charged is taken: its charger stops when it is chosen.
        /// </summary>
        public int ToTake(CabinetDoor[] doors, int targetPermille, long nowMs)
        {
            Clear();
            int best = -1;
            int equal = 0;
            int equallyWarm = 0;
            int fitting = 0;
            for (int i = 0; i < doors.Length; i++)
            {
                PassedOver why = doors[i].ForTaking(targetPermille, true, nowMs);
                Note(why);
                if (why != PassedOver.None)
                {
                    continue;
                }

                fitting++;
                int charge = best < 0 ? 1 : doors[i].Pack.ChargePermille - doors[best].Pack.ChargePermille;
                int warmth = best < 0 ? 0 : doors[i].Pack.HottestC - doors[best].Pack.HottestC;
                bool better = charge > 0 || (charge == 0 && warmth < 0);
                equal = charge > 0 ? 1 : charge == 0 ? equal + 1 : equal;
                equallyWarm = better ? 1 : charge == 0 && warmth == 0 ? equallyWarm + 1 : equallyWarm;
                best = better ? i : best;
            }

            Reason = fitting == 0 ? ChoiceReason.None
                : fitting == 1 ? ChoiceReason.OnlyOne
                : equal == 1 ? ChoiceReason.FullestAtTarget
                : equallyWarm == 1 ? ChoiceReason.CoolestOfEqual : ChoiceReason.LowestOfEqual;
            return best;
        }
    }
}
