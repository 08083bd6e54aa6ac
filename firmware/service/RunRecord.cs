using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// How the runs of a board began and ended, kept over restarts: why the last one ended, and how many in a row ended
    /// by a fault or without a word before they had lasted. After so many the board starts in safe mode: no outputs,
    /// uplink and diagnostics only. A power loss cannot be told from a hang and counts alike. The store is its own, for
    /// the watch over the loop writes as well; its owner locks.
    /// </summary>
    public sealed class RunRecord
    {
        public const int FailuresToSafe = 4;

        /// <summary>A run that lasts so long was no failed start.</summary>
        public const long LastsMs = 60000;

        private readonly LatestRecord _latest;
        private bool _lasted;

        /// <summary>Why the run before this one ended.</summary>
        public BootReason LastEnd;

        /// <summary>Runs before this one, in a row, that did not last.</summary>
        public int Failures;

        public RunRecord(IStore store)
        {
            _latest = new LatestRecord(store, "run-", 2);
        }

        public bool IsSafe
        {
            get { return Failures >= FailuresToSafe; }
        }

        /// <summary>Once at start. One append: until a word is said, this run has ended without one.</summary>
        public void Open()
        {
            _latest.Open();
            LastEnd = (BootReason)_latest.Payload[0];
            Failures = _latest.Payload[1];
            Keep(BootReason.Unknown, Failures < FailuresToSafe ? Failures + 1 : Failures);
        }

        /// <summary>
        /// In a pass in which nothing moves: an append, once. Safe mode lasts until a restart, too.
        /// </summary>
        public void Pass(long nowMs)
        {
            if (!_lasted && nowMs >= LastsMs)
            {
                _lasted = Keep(BootReason.Unknown, 0);
            }
        }

        /// <summary>The run is about to end. A planned end is no failed start, however early.</summary>
        public void End(BootReason reason)
        {
            bool failed = !_lasted && (reason == BootReason.Fault || reason == BootReason.Watchdog);
            Keep(reason, failed ? _latest.Payload[1] : 0);
        }

        private bool Keep(BootReason reason, int failures)
        {
            _latest.Payload[0] = (byte)reason;
            _latest.Payload[1] = (byte)failures;
            return _latest.Keep();
        }
    }
}
