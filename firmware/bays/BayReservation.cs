using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Which lane has a bay. One lane at a time, over a link that loses, doubles and reorders frames and delays them by
    /// up to a second, and over restarts of both sides:
    /// a lane believes it has a bay only while it hears the bay say so (BayHold); a bay that was let go
    /// of goes to another lane only after <see cref="GuardMs"/>, when nothing old is believed any more; a bay that has
    /// started gives nothing for <see cref="ListenMs"/> and takes over what one lane claims; what two claim, none gets.
    /// </summary>
    public sealed class BayReservation
    {
        /// <summary>After a start: six announcements of each lane.</summary>
        public const int ListenMs = 3000;

        /// <summary>Longer than three periods of a bay's status and a second of delay.</summary>
        public const int GuardMs = 2000;

        /// <summary>
        /// A lane that stood still when it was last heard loses its bays after this: longer than the longest step.
        /// One that was moving never does: its hoist may stand in the bay, so a person has to look.
        /// </summary>
        public const int SilentMs = 600000;

        private const int Unnamed = 2;

        private bool _listening = true;
        private long _listenMs;
        private int _claimant;
        private bool _claimToTake;
        private int _kept;
        private bool _keptToTake;
        private int _lastLane;
        private long _freedMs;
        private long _heardMs;
        private bool _moving;
        private int _unnamed;

        /// <summary>Lane that has the bay, 0 for none.</summary>
        public int Lane;

        /// <summary>It has it to take the pack out; otherwise to store one.</summary>
        public bool ToTake;

        /// <summary>Nothing is granted yet after a start, or two lanes claim the bay.</summary>
        public bool IsListening
        {
            get { return _listening; }
        }

        /// <summary>What is to be kept over a restart: the lane that has the bay, or had it before the last
        /// one.</summary>
        public int KeptLane
        {
            get { return _listening ? _kept : Lane; }
        }

        public bool KeptToTake
        {
            get { return _listening ? _keptToTake : ToTake; }
        }

        /// <summary>Begins to listen, with what was kept over the restart: it counts as one more claim.</summary>
        public void Start(int keptLane, bool keptToTake, long nowMs)
        {
            Lane = 0;
            _kept = keptLane;
            _keptToTake = keptToTake;
            Listen(nowMs);
        }

        /// <summary>Ends the listening, and lets go of what a silent lane held still.</summary>
        public void Poll(long nowMs)
        {
            if (_listening && nowMs - _listenMs >= ListenMs)
            {
                EndListening(nowMs);
            }
            else if (Lane != 0 && !_moving && nowMs - _heardMs > SilentMs)
            {
                Free(nowMs);
            }
        }

        /// <summary>
        /// An announcement of a lane, newer than its last one. What it no longer names twice in a row it has let go of.
        /// </summary>
        /// <param name="lane">Who.</param>
        /// <param name="named">It names this bay.</param>
        /// <param name="toTake">To take from it.</param>
        /// <param name="holds">It was granted to it.</param>
        /// <param name="moving">A motion request of it is on.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public void Hear(int lane, bool named, bool toTake, bool holds, bool moving, long nowMs)
        {
            if (_listening)
            {
                HearClaim(lane, named && holds, toTake, nowMs);
            }
            else if (lane == Lane)
            {
                _heardMs = nowMs;
                _moving = moving;
                _unnamed = named ? 0 : _unnamed + 1;
                if (_unnamed >= Unnamed)
                {
                    Free(nowMs);
                }
            }
            else if (Lane == 0 && named && holds && MayGo(lane, nowMs))
            {
                Take(lane, toTake, nowMs);
            }
        }

        /// <summary>
        /// Whether the bay may be given to a lane as far as other lanes are concerned: Granted, RefusedReserved, or
        /// None for "not yet, ask again".
        /// </summary>
        public BayAnswer Judge(int lane, bool toTake, long nowMs)
        {
            if (_listening)
            {
                return BayAnswer.None;
            }

            if (Lane != 0)
            {
                return Lane == lane && ToTake == toTake ? BayAnswer.Granted : BayAnswer.RefusedReserved;
            }

            return MayGo(lane, nowMs) ? BayAnswer.Granted : BayAnswer.None;
        }

        public void Take(int lane, bool toTake, long nowMs)
        {
            Lane = lane;
            ToTake = toTake;
            _heardMs = nowMs;
            _moving = false;
            _unnamed = 0;
        }

        /// <summary>The lane lets go of the bay.</summary>
        public void Release(int lane, long nowMs)
        {
            if (Lane == lane && !_listening)
            {
                Free(nowMs);
            }
        }

        /// <summary>
        /// A person has looked: nothing of a lane is in the bay. A lane that still claims it gets it again. False while
        /// the lane that has it is heard.
        /// </summary>
        public bool FreeByHand(long nowMs)
        {
            if (Lane != 0 && nowMs - _heardMs < GuardMs)
            {
                return false;
            }

            _kept = 0;
            _claimant = 0;
            _listening = false;
            Free(nowMs);
            return true;
        }

        private void HearClaim(int lane, bool claims, bool toTake, long nowMs)
        {
            if (!claims)
            {
                _claimant = _claimant == lane ? 0 : _claimant;
                _kept = _kept == lane ? 0 : _kept;
                return;
            }

            bool alone = (_claimant == 0 || _claimant == lane) && (_kept == 0 || _kept == lane);
            if (!alone)
            {
                // Two lanes: heard again from the beginning, until only one of them claims it.
                Listen(nowMs);
                return;
            }

            _claimant = lane;
            _claimToTake = toTake;
        }

        private void Listen(long nowMs)
        {
            _listening = true;
            _listenMs = nowMs;
            _claimant = 0;
        }

        private void EndListening(long nowMs)
        {
            _listening = false;
            _lastLane = 0;
            if (_claimant != 0)
            {
                Take(_claimant, _claimToTake, nowMs);
            }
            else if (_kept != 0)
            {
                // Not heard since the start, so perhaps it stopped in the middle of a motion.
                Take(_kept, _keptToTake, nowMs);
                _moving = true;
                _heardMs = nowMs - GuardMs;
            }

            _kept = 0;
        }

        private bool MayGo(int lane, long nowMs)
        {
            return _lastLane == 0 || _lastLane == lane || nowMs - _freedMs >= GuardMs;
        }

        private void Free(long nowMs)
        {
            // Set free by hand while nobody had it: whoever believed to have it is not known.
            _lastLane = Lane != 0 ? Lane : -1;
            _freedMs = nowMs;
            Lane = 0;
            ToTake = false;
        }
    }
}
