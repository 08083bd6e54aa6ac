namespace SwapEdge.Firmware
{
    /// <summary>
    /// The swap, decided. Reads <c>now</c> and <c>seen</c>, writes <c>next</c> and <c>output</c>, touches nothing else.
    /// </summary>
    public static class SwapMachine
    {
        /// <summary>What the step derives itself; given from outside it is ignored.</summary>
        public const Fact Derived = Fact.MustStop | Fact.Emergency | Fact.PhaseExpired | Fact.PhaseSettled
            | Fact.RetryLeft | Fact.MorePacks | Fact.SwapAborted | Fact.MayGoOn;

        /// <summary>
        /// One step. <paramref name="next"/> is wholly written. A phase that has just been entered moves nothing: its
        /// drives come once the caller has stored it and says so with <see cref="Fact.PhaseCommitted"/>.
        /// </summary>
        public static void Step(
            SwapTable table, SwapState now, Fact seen, long nowMs, SwapState next, SwapOutput output)
        {
            Take(table, now, Derive(table, now, seen, nowMs), nowMs, next, output);
        }

        /// <summary>The facts with those that follow from the state and the clock.</summary>
        public static Fact Derive(SwapTable table, SwapState now, Fact seen, long nowMs)
        {
            int phase = (int)now.Phase;
            long lastedMs = nowMs - now.EnteredMs;
            Fact facts = seen & ~Derived;
            facts |= (seen & table.Stops[phase]) != Fact.None ? Fact.MustStop : Fact.None;
            facts |= (seen & SwapCauses.Emergencies) != Fact.None ? Fact.Emergency : Fact.None;
            facts |= table.LimitMs[phase] > 0 && lastedMs >= table.LimitMs[phase] ? Fact.PhaseExpired : Fact.None;
            facts |= lastedMs >= table.SettleMs ? Fact.PhaseSettled : Fact.None;
            facts |= now.Retries < table.Retries[phase] ? Fact.RetryLeft : Fact.None;
            facts |= now.Pack < table.Packs && !now.Aborted ? Fact.MorePacks : Fact.None;
            facts |= now.Aborted ? Fact.SwapAborted : Fact.None;
            bool mayGoOn = (seen & Fact.ManualSelected) == Fact.None || (seen & Fact.Confirmed) != Fact.None;
            return facts | (mayGoOn ? Fact.MayGoOn : Fact.None);
        }

        /// <summary>Takes the row that the facts, derived ones included, match.</summary>
        public static void Take(
            SwapTable table, SwapState now, Fact facts, long nowMs, SwapState next, SwapOutput output)
        {
            int index = table.Find(now.Phase, facts);
            output.Row = index;
            output.Seen = facts;
            next.Hand = Drive.None;
            if (index < 0)
            {
                next.Phase = now.Phase;
                next.EnteredMs = now.EnteredMs;
                next.Fault = now.Fault;
                next.Retries = now.Retries;
                next.Pack = now.Pack;
            }
            else
            {
                Enter(table, table.Rows[index], now, facts, nowMs, next);
            }

            bool other = next.Phase == Phase.Identifying && (facts & Fact.OtherVehicle) != Fact.None;
            bool over = next.Phase == Phase.Idle || other || HasLeft(table, now.Phase, facts);
            next.Pack = over ? 1 : next.Pack;
            next.Aborted = !over && (now.Aborted || IsAborted(now.Phase, facts));
            bool mayMove = index < 0 && (facts & Fact.PhaseCommitted) != Fact.None
                && (facts & Fact.MustStop) == Fact.None;
            Drive drives = table.Drives[(int)next.Phase];
            drives |= next.Phase == Phase.Maintenance ? Interlocks.ByHand(now.Hand, facts) : Drive.None;
            output.Drives = Released(table, next.Phase, facts, mayMove ? drives : drives & ~Drive.Stored);
        }

        /// <summary>The vehicle of a held swap has left, and nothing hangs: whoever comes begins anew.</summary>
        public static bool HasLeft(SwapTable table, Phase phase, Fact facts)
        {
            return phase == Phase.Held && table.ReleaseNeeds != Fact.None
                && (facts & (Fact.VehiclePresent | Fact.HoistLoaded)) == Fact.None;
        }

        /// <summary>
        /// A person confirms at a vehicle that has given its old pack, and its new one is not to be had.
        /// </summary>
        public static bool LacksPack(Phase phase, Fact facts)
        {
            const Fact bare = Fact.Confirmed | Fact.VehiclePresent | Fact.LockOpen | Fact.ConnectorParted
                | Fact.HoistRaised | Fact.StoreBayFilled;
            const Fact other = Fact.MustStop | Fact.NewPackReady | Fact.PackOnVehicle | Fact.PackInPlace
                | Fact.ConnectorMated | Fact.HoistLoaded | Fact.HoistGrips;
            return phase == Phase.Held && (facts & (bare | other)) == bare;
        }

        /// <summary>
        /// A released vehicle is not held back by a fire, but people are called; it is told to drive only while it is
        /// seen locked and mated and nobody presses a stop, and somebody is called when it is not.
        /// </summary>
        private static Drive Released(SwapTable table, Phase phase, Fact facts, Drive drives)
        {
            if (phase != Phase.Releasing)
            {
                return drives;
            }

            bool whole = (facts & table.ReleaseNeeds) == table.ReleaseNeeds
                && (facts & (Fact.SafetyChainOpen | Fact.AbortPressed)) == Fact.None;
            bool emergency = (facts & Fact.Emergency) != Fact.None;
            drives |= emergency ? Drive.CallPerson | Drive.SoundAlarm : Drive.None;
            return whole ? drives : (drives & ~Drive.ReleaseVehicle) | Drive.CallPerson;
        }

        private static void Enter(SwapTable table, Row row, SwapState now, Fact facts, long nowMs, SwapState next)
        {
            bool again = row.To == row.From;
            bool nextPack = row.From == Phase.Withdrawing && row.To == Phase.Accepting;
            next.Phase = row.To;
            next.EnteredMs = nowMs;
            Fault fault = (row.Require & Fact.MustStop) != Fact.None ? SwapCauses.Of(table.Causes, now.Phase, facts)
                : row.Fault;
            next.Fault = fault != Fault.None ? fault : row.To == Phase.Idle ? Fault.None : now.Fault;
            next.Retries = again ? now.Retries + 1 : 0;
            next.Pack = row.To == Phase.Idle ? 1 : nextPack ? now.Pack + 1 : now.Pack;
        }

        /// <summary>A swap is ended by an abort from when the vehicle is looked at until it is released.</summary>
        private static bool IsAborted(Phase phase, Fact facts)
        {
            return phase != Phase.Idle && phase != Phase.Releasing && phase != Phase.OutOfService
                && phase != Phase.Maintenance && (facts & SwapCauses.Aborts) != Fact.None;
        }
    }
}
