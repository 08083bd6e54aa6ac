using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One door of a cabinet: what is behind it, whether it is shut, whether its pack may be charged, accepted or given
    /// out, and its records.
    /// </summary>
    public sealed class CabinetDoor
    {
        // Bits of the filtered levels.
        public const int ClosedLevel = 1;
        public const int OpenLevel = 2;
        public const int PresentLevel = 4;
        public const int ClearLevel = 8;
        public const int ContactorOpenLevel = 16;

        /// <summary>A pack of this level is accepted or kept, but apart.</summary>
        private const int IsolationLevel = 2;

        private readonly PackWatch _watch;
        private readonly BayCustody _custody;
        private IsolationReason _remembered;
        private bool _hadPack;
        private bool _knew;
        private bool _looked;
        private bool _charging;
        private bool _foreign;

        /// <summary>Number of the door, from 1.</summary>
        public readonly int Number;

        public readonly UartPackMonitor Pack;
        public readonly DoorRecords Records;

        public BayPresence Presence;
        public bool IsClosed;
        public bool IsOpen;
        public bool ContactorOpen;

        /// <summary>Its smoke detector says so, in this pass.</summary>
        public bool SmokeFree;

        /// <summary>Detector, panel and permit as <see cref="PlaceLevels"/>.</summary>
        public ulong Panel;

        /// <summary>Its charge permit is given.</summary>
        public bool IsPermitted;

        /// <summary>The swap under way is about this door.</summary>
        public bool IsPlanned;

        /// <summary>And takes the pack from it: one that comes is not the swap's.</summary>
        public bool Gives;

        /// <summary>Another pack of the cabinet has the same serial number.</summary>
        public bool ClaimedTwice;

        /// <summary>
        /// The pack here has warned: it is neither charged nor given out until a person has looked or taken it.
        /// </summary>
        public bool Isolated;

        public CabinetDoor(int number, NodeSettings settings, EventWriter events)
        {
            Number = number;
            Pack = new UartPackMonitor(settings.Profile);
            Records = new DoorRecords(number, events, Pack);
            _watch = new PackWatch(settings.WatchMs);
            _custody = new BayCustody(Records);
        }

        /// <summary>What was remembered before the start.</summary>
        public void Start(BayMemory memory, int index)
        {
            _knew = memory.Knows(index, Number);
            _hadPack = memory.HadPack(index, Number);
            _remembered = memory.Damaged ? IsolationReason.MemoryLost
                : memory.WasIsolated(index, Number) ? IsolationReason.Remembered : IsolationReason.None;
        }

        /// <summary>What is to be remembered, once the contacts have said something.</summary>
        public void Remember(BayMemory memory, int index)
        {
            if (_looked)
            {
                memory.Set(index, Number, Records.HasPack, Isolated, 0, false);
            }
        }

        /// <summary>Takes the levels that count.</summary>
        public void Take(int levels, long nowMs)
        {
            IsClosed = (levels & ClosedLevel) != 0;
            IsOpen = (levels & OpenLevel) != 0;
            ContactorOpen = (levels & ContactorOpenLevel) != 0;
            bool present = (levels & PresentLevel) != 0;
            bool clear = (levels & ClearLevel) != 0;
            Presence = present
                ? (clear ? BayPresence.Contradictory : BayPresence.Occupied)
                : (clear ? BayPresence.Empty : BayPresence.Unknown);
            if (Presence == BayPresence.Occupied && !Records.HasPack)
            {
                Pack.Reset(nowMs);
                _watch.Begin(nowMs);
                Records.Arrived(nowMs);
                bool found = !_looked && (_hadPack || !_knew);
                _foreign = Gives && !found;
                if (!found && (!IsPlanned || Gives))
                {
                    _custody.Arrived(nowMs);
                }

                Isolate(_foreign ? IsolationReason.Unexplained
                    : _looked ? IsolationReason.None : _remembered, nowMs);
            }
            else if (Presence == BayPresence.Empty && (Records.HasPack || (!_looked && _hadPack)))
            {
                // Between the two contacts a pack that is being moved is neither here nor away.
                Leave(nowMs);
                Pack.Reset(nowMs);
                Isolated = false;
                _charging = false;
            }

            _custody.Poll(nowMs);
            _looked = _looked || Presence == BayPresence.Occupied || Presence == BayPresence.Empty;
        }

        /// <summary>The next pack that comes or goes without a swap does so for this reason.</summary>
        public void Expect(CustodyReason reason, long nowMs)
        {
            _custody.Expect(reason, nowMs);
        }

        /// <summary>An answer of the pack behind this door.</summary>
        public void Hear(byte[] frame, long nowMs)
        {
            Pack.Accept(frame, nowMs);
            if (Pack.HottestKnown)
            {
                _watch.Take(Pack.HottestC, nowMs);
            }
        }

        /// <summary>Judges the pack and records what has changed.</summary>
        public void Judge(long nowMs)
        {
            if (Presence == BayPresence.Occupied)
            {
                Pack.Poll(nowMs);
            }

            if (Pack.IsCharging != _charging)
            {
                _charging = Pack.IsCharging;
                Records.Charging(_charging, nowMs);
            }

            PackWarnings warnings = Pack.Warnings;
            warnings.Set(PackWarning.SmokeDetected, !SmokeFree, EventWriter.AlarmLevel, 0, nowMs);
            warnings.Set(PackWarning.IdentityClaimedTwice, ClaimedTwice, EventWriter.AlarmLevel - 1, 0, nowMs);
            Records.Warnings(nowMs);
            bool warns = Presence == BayPresence.Occupied && (IsBad() || IsDoubtful());
            Isolate(warns ? IsolationReason.Alarm : IsolationReason.None, nowMs);
        }

        /// <summary>
        /// A person has looked at the pack: it may be charged and given out again. False while its alarm stands, and
        /// when nothing is isolated.
        /// </summary>
        public bool ClearIsolation(long nowMs)
        {
            if (!Isolated || IsBad() || IsDoubtful())
            {
                return false;
            }

            Isolated = false;
            Records.Cleared(nowMs);
            return true;
        }

        /// <summary>What becomes of the pack that was put in here.</summary>
        public PackVerdict Verdict(long nowMs)
        {
            return Presence != BayPresence.Occupied || !Pack.IsKnown(nowMs) ? PackVerdict.Unknown
                : !Pack.CodeFits || ClaimedTwice || IsBad() ? PackVerdict.Reject
                : IsDoubtful() ? PackVerdict.Isolate
                : PackVerdict.Normal;
        }

        /// <summary>What keeps the door from being opened for a pack that comes.</summary>
        public PassedOver ForStoring()
        {
            return Presence != BayPresence.Empty ? PassedOver.NotEmpty
                : !SmokeFree ? PassedOver.Alarm
                : !ContactorOpen ? PassedOver.PowerOn
                : PassedOver.None;
        }

        /// <summary>What keeps the pack here from being given out.</summary>
        /// <param name="targetPermille">Least charge.</param>
        /// <param name="mayCharge">Its charger need not be off yet.</param>
        /// <param name="nowMs">Time of this pass.</param>
        public PassedOver ForTaking(int targetPermille, bool mayCharge, long nowMs)
        {
            return Presence != BayPresence.Occupied ? PassedOver.NoPack
                : IsBad() ? PassedOver.Alarm
                : Isolated ? PassedOver.Isolated
                : !ContactorOpen && !mayCharge ? PassedOver.PowerOn
                : !Pack.IsKnown(nowMs) || !Pack.CodeFits || ClaimedTwice ? PassedOver.PackUnknown
                : Pack.ChargePermille < targetPermille ? PassedOver.ChargeLow
                : _watch.Holds(nowMs) ? PassedOver.Watched
                : PassedOver.None;
        }

        /// <summary>A pack that is known, sound and shut in, and that no swap is about.</summary>
        public bool MayCharge(long nowMs)
        {
            return Presence == BayPresence.Occupied && IsClosed && SmokeFree && !Isolated && !ClaimedTwice
                && Pack.IsKnown(nowMs) && Pack.CodeFits && Pack.Warnings.Highest() < IsolationLevel;
        }

        private void Leave(long nowMs)
        {
            if (!IsPlanned || _foreign)
            {
                _custody.Left(nowMs);
            }

            _custody.Flush(nowMs);
            Records.Left(nowMs);
        }

        public void Describe(BayStatusFrame into)
        {
            into.Bay = Number;
            into.Presence = Presence;
            into.PowerOff = ContactorOpen;
            into.Healthy = !IsBad();
            into.Isolated = Isolated;
            into.ChargeKnown = Pack.ChargePermille >= 0;
            into.ChargePermille = Pack.ChargePermille;
            into.PackSerial = Pack.Serial;
        }

        /// <summary>As the station's telemetry tells it.</summary>
        public int State
        {
            get
            {
                ChargeStage stage = Pack.IsCharging ? ChargeStage.Charging : ChargeStage.None;
                return TelemetrySources.BayState(Presence, stage, Isolated)
                    | (IsClosed ? TelemetrySources.ClosedBit : 0);
            }
        }

        /// <summary>Names the pack here and reads it; false when there is none.</summary>
        public bool Read(long nowMs, TelemetryReading subject, PackReading into)
        {
            subject.Bay = Number;
            subject.Serial = Pack.Serial;
            subject.Name = Pack.Code;
            subject.NameLength = Pack.CodeLength;
            subject.Alarm = IsBad();
            Pack.Read(nowMs, into);
            return Presence == BayPresence.Occupied;
        }

        private void Isolate(IsolationReason reason, long nowMs)
        {
            if (!Isolated && reason != IsolationReason.None)
            {
                Isolated = true;
                Records.Isolated(reason, nowMs);
            }
        }

        /// <summary>Its pack, or what is behind it, has an alarm.</summary>
        public bool IsBad()
        {
            return Pack.Warnings.Highest() >= EventWriter.AlarmLevel;
        }

        /// <summary>It works, and a person is to look at it before it goes out again.</summary>
        private bool IsDoubtful()
        {
            return Pack.Warnings.Level(PackWarning.OverCurrent) >= IsolationLevel
                || Pack.Warnings.Level(PackWarning.CellsApart) >= IsolationLevel;
        }
    }
}
