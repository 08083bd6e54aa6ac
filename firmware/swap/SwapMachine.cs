namespace SwapEdge.Firmware
{
    /// <summary>
    /// The swap, decided. Reads <c>now</c> and <c>seen</c>, writes <c>next</c> and <c>output</c>, touches nothing else.
    /// </summary>
    public static class SwapMachine
    {
        /// <summary>
        /// One step. <paramref name="next"/> is wholly written. A phase that has just been entered moves nothing: its
        /// drives come once the caller has stored it and says so with <see cref="Fact.PhaseCommitted"/>.
        /// </summary>
        public static void Step(SwapState now, Fact seen, long nowMs, SwapState next, SwapOutput output)
        {
            Fault cause = CauseOf(now.Phase, seen);
            Fact facts = cause == Fault.None ? seen & ~Fact.MustStop : seen | Fact.MustStop;
            int index = Find(now.Phase, facts);

            output.Row = index;
            output.Seen = facts;
            if (index < 0)
            {
                next.Phase = now.Phase;
                next.EnteredMs = now.EnteredMs;
                next.Fault = now.Fault;
            }
            else
            {
                Row row = SwapTable.Rows[index];
                next.Phase = row.To;
                next.EnteredMs = nowMs;
                next.Fault = (row.Require & Fact.MustStop) != Fact.None ? cause : row.Fault;
            }

            Drive drives = SwapTable.Outputs[(int)next.Phase];
            bool mayMove = index < 0 && (facts & Fact.PhaseCommitted) != Fact.None && cause == Fault.None;
            output.Drives = mayMove ? drives : drives & ~Drive.Motion;
        }

        /// <summary>First cause in the list that holds, or none.</summary>
        public static Fault CauseOf(Phase phase, Fact seen)
        {
            Cause[] causes = SwapTable.Causes;
            for (int i = 0; i < causes.Length; i++)
            {
                if (causes[i].Holds(phase, seen))
                {
                    return causes[i].Fault;
                }
            }

            return Fault.None;
        }

        private static int Find(Phase phase, Fact seen)
        {
            Row[] rows = SwapTable.Rows;
            for (int i = 0; i < rows.Length; i++)
            {
                if (rows[i].From == phase && rows[i].Matches(seen))
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
