using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The two halves of a swap: the old pack in its bay, the new one on the vehicle. Each is recorded once a pack,
    /// when its custody changes; one that has not met the other when the swap ends is an event of its own.
    /// </summary>
    public sealed class SwapHalves
    {
        private const int OnlyIn = 1;
        private const int OnlyOut = 2;

        private readonly SwapKey _key;
        private readonly EventWriter _events;
        private readonly SwapPackBus _bus;
        private readonly BayBoard _bays;
        private readonly SwapProfile _profile;
        private readonly PackNote _old = new PackNote();
        private readonly PackNote _new = new PackNote();
        private bool _shouldIn;
        private bool _shouldOut;
        private bool _orphaned;
        private long _partedMs;
        private int _newOwner;

        /// <summary>The old pack of the present pair is recorded as in the station's custody.</summary>
        public bool In;

        /// <summary>The new pack of the present pair is recorded as the vehicle's.</summary>
        public bool Out;

        /// <summary>New packs that the vehicle has.</summary>
        public int PacksOut;

        public SwapHalves(SwapKey key, EventWriter events, SwapPackBus bus, BayBoard bays, SwapProfile profile)
        {
            _key = key;
            _events = events;
            _bus = bus;
            _bays = bays;
            _profile = profile;
        }

        public void Clear()
        {
            Forget();
            PacksOut = 0;
            _partedMs = 0;
        }

        /// <summary>What was heard before belongs to the pack before; a half of it that is alone is said so.</summary>
        public void NextPack(long nowMs)
        {
            Orphan(nowMs);
            Forget();
            _partedMs = nowMs;
        }

        /// <summary>Takes what the pack that is about to be unlocked says, and writes it into its step.</summary>
        public void RememberOld(EventRecord step)
        {
            _old.Take(_bus, _partedMs);
            _old.Write(step);
        }

        /// <summary>Records the half that a change of phase completes.</summary>
        public void Change(Phase from, Phase to, Fact seen, long nowMs)
        {
            if (TakesIn(from, to, seen))
            {
                BatteryIn(nowMs);
            }

            if (GivesOut(from, to, seen))
            {
                _new.Take(_bus, _partedMs);
                _new.Owner = _newOwner;
                BatteryOut(nowMs);
            }

            if (to == Phase.Fetching)
            {
                _newOwner = (int)_bays.PlannedOwner(nowMs);
            }

            if (to == Phase.Fetching || to == Phase.Placing)
            {
                // What was heard before belongs to the pack that left.
                _partedMs = nowMs;
            }
        }

        /// <summary>Says so when one half of the present pair has not met the other.</summary>
        public void Orphan(long nowMs)
        {
            if (In == Out || _orphaned)
            {
                return;
            }

            _orphaned = true;
            if (In)
            {
                Add(EventKind.SwapOrphaned, _old, OldSerial, _bays.StoreBay, OnlyIn, nowMs);
            }
            else
            {
                Add(EventKind.SwapOrphaned, _new, _new.Serial, _bays.TakeBay, OnlyOut, nowMs);
            }
        }

        /// <summary>Takes over what the journal has of this swap, event by event.</summary>
        public void Recall(EventRecord found)
        {
            switch (found.Kind)
            {
                case EventKind.SwapStep:
                    RecallStep(found);
                    break;
                case EventKind.BatteryIn:
                    In = true;
                    _old.Take(found, found.PackSerial);
                    break;
                case EventKind.BatteryOut:
                    Out = true;
                    PacksOut++;
                    _new.Take(found, found.PackSerial);
                    break;
                case EventKind.SwapOrphaned:
                    _orphaned = true;
                    break;
                default:
                    break;
            }
        }

        /// <summary>Records again what a torn write took away: the step says it, its half is not there.</summary>
        public void Mend(long nowMs)
        {
            if (_shouldIn)
            {
                BatteryIn(nowMs);
            }

            if (_shouldOut)
            {
                BatteryOut(nowMs);
            }
        }

        private void RecallStep(EventRecord step)
        {
            Phase from = (Phase)step.PreviousPhase;
            Phase to = (Phase)step.Phase;
            if (IsNextPack(from, to))
            {
                Forget();
                return;
            }

            _shouldIn = _shouldIn || TakesIn(from, to, (Fact)step.Facts);
            _shouldOut = _shouldOut || GivesOut(from, to, (Fact)step.Facts);
            if (to == Phase.Gripping)
            {
                _old.Take(step, step.OldSerial);
            }
        }

        private static bool IsNextPack(Phase from, Phase to)
        {
            return from == Phase.Withdrawing && to == Phase.Accepting;
        }

        /// <summary>The old pack stays in the station.</summary>
        private static bool TakesIn(Phase from, Phase to, Fact seen)
        {
            bool stowed = from == Phase.Stowing && to == Phase.Fetching;
            bool found = from == Phase.Held && (to == Phase.Fetching || to == Phase.Placing || to == Phase.Mating
                || to == Phase.Releasing || to == Phase.Idle);
            bool inserted = from == Phase.Accepting && to == Phase.Dispensing;
            return (seen & Fact.StoreBayFilled) != Fact.None && (stowed || found || inserted);
        }

        /// <summary>The vehicle has the new pack, verified; or a person took it out of its door.</summary>
        private static bool GivesOut(Phase from, Phase to, Fact seen)
        {
            bool verified = from == Phase.Verifying && to == Phase.Withdrawing
                && (seen & Fact.PlannedPackSeen) != Fact.None;
            bool taken = (from == Phase.Taking || from == Phase.Held) && to == Phase.Releasing
                && (seen & Fact.TakeBayEmptied) != Fact.None;
            return verified || taken;
        }

        private void BatteryIn(long nowMs)
        {
            if (!In)
            {
                In = true;
                Add(EventKind.BatteryIn, _old, OldSerial, _bays.StoreBay, 0, nowMs);
            }
        }

        private void BatteryOut(long nowMs)
        {
            if (!Out)
            {
                Out = true;
                PacksOut++;
                Add(EventKind.BatteryOut, _new, _bays.PlannedSerial, _bays.TakeBay, 0, nowMs);
            }
        }

        private uint OldSerial
        {
            get { return _old.Serial != 0 ? _old.Serial : _key.OldSerial; }
        }

        private void Add(EventKind kind, PackNote pack, uint serial, int bay, int value, long nowMs)
        {
            EventRecord record = _events.Begin(kind, nowMs);
            record.Bay = bay;
            record.Value = value;
            pack.Write(record);
            PackRule.TellOwner(_profile.PermittedPacks, record.PackCode, record.PackCodeLength, record);
            record.PackSerial = serial;
            _key.Write(record);
            _events.Add();
        }

        private void Forget()
        {
            _old.Clear();
            _new.Clear();
            In = false;
            Out = false;
            _shouldIn = false;
            _shouldOut = false;
            _orphaned = false;
            _newOwner = 0;
        }
    }
}
