using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What a swap took, added up step by step: times and tries by phase, how often it was held and confirmed. After a
    /// restart it is made again from the steps in the journal.
    /// </summary>
    public sealed class SwapTally
    {
        private readonly long[] _ms = new long[SwapTable.Phases];
        private readonly int[] _tries = new int[SwapTable.Phases];
        private readonly int[] _limitMs = new int[SwapTable.Phases];
        private readonly int[] _order = new int[SwapTable.Phases];
        private int _count;

        public int Held;
        public int Confirmed;
        public int Restarts;

        /// <summary>Tries after the first, all phases.</summary>
        public int Retries;

        /// <summary>All phases together, as long as the node had power.</summary>
        public long TotalMs;

        public void Clear()
        {
            System.Array.Clear(_ms, 0, SwapTable.Phases);
            System.Array.Clear(_tries, 0, SwapTable.Phases);
            System.Array.Clear(_limitMs, 0, SwapTable.Phases);
            _count = 0;
            Held = 0;
            Confirmed = 0;
            Restarts = 0;
            Retries = 0;
            TotalMs = 0;
        }

        /// <summary>Takes a SwapStep. Numbers of phases that this version does not know are left out.</summary>
        public void Add(EventRecord step)
        {
            int from = step.PreviousPhase;
            bool restarted = step.Fault == (int)Fault.PowerLost && step.Facts == 0;
            bool again = from == step.Phase && step.DurationMs == 0 && !restarted;
            if (from <= (int)Phase.Idle || from >= SwapTable.Phases || again)
            {
                return;
            }

            if (_tries[from] == 0)
            {
                _order[_count] = from;
                _count++;
            }

            _tries[from]++;
            _ms[from] += step.DurationMs;
            _limitMs[from] = step.LimitMs;
            TotalMs += step.DurationMs;
            bool waited = IsWaiting(from);
            Restarts += restarted ? 1 : 0;
            Retries += from == step.Phase && !restarted ? 1 : 0;
            Held += IsWaiting(step.Phase) && !waited ? 1 : 0;
            Fact seen = (Fact)step.Facts;
            bool asked = waited || (seen & Fact.ManualSelected) != Fact.None;
            Confirmed += asked && (seen & Fact.Confirmed) != Fact.None ? 1 : 0;
        }

        /// <summary>The swap has been in that phase.</summary>
        public bool Has(Phase phase)
        {
            return _tries[(int)phase] > 0;
        }

        public void Write(SwapSummary summary)
        {
            summary.Held = Held;
            summary.Confirmed = Confirmed;
            summary.ConfirmedBy = Confirmed > 0 ? Issuer.Local : Issuer.None;
            summary.Restarts = Restarts;
            summary.StepCount = _count < SwapSummary.StepRoom ? _count : SwapSummary.StepRoom;
            for (int i = 0; i < summary.StepCount; i++)
            {
                int phase = _order[i];
                summary.StepPhase[i] = phase;
                summary.StepTries[i] = _tries[phase];
                summary.StepMs[i] = Milliseconds(_ms[phase]);
                summary.StepLimitMs[i] = _limitMs[phase];
            }
        }

        /// <summary>A lane may wait for longer than an int counts.</summary>
        public static int Milliseconds(long lasted)
        {
            return lasted > 0x7FFFFFFF ? 0x7FFFFFFF : (int)lasted;
        }

        private static bool IsWaiting(int phase)
        {
            return phase == (int)Phase.Held || phase == (int)Phase.Stopped;
        }
    }
}
