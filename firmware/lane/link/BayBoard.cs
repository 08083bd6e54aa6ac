using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// A lane's side of the station link: what every bay reports, which two this lane wants, and whether they are its
    /// own. Works without city and LAN.
    /// </summary>
    public sealed class BayBoard
    {
        private readonly ICanBus _link;
        private readonly NodeSettings _settings;
        private readonly BayView[] _bays = new BayView[NodeSettings.StationBays + 1];
        private readonly BayHold _store = new BayHold(BayOperation.ReserveToStore);
        private readonly BayHold _take = new BayHold(BayOperation.ReserveToTake);
        private readonly BayStatusFrame _status = new BayStatusFrame();
        private readonly BayPackFrame _pack = new BayPackFrame();
        private readonly BayGrantFrame _grant = new BayGrantFrame();
        private readonly LaneVoice _voice;
        private int _requestId;

        /// <summary>Serial of the pack that was in the take bay when it was granted; 0 when not known.</summary>
        public uint PlannedSerial;

        /// <summary>
        /// The old pack is not to stand among others: it goes to an isolation bay. Set before a bay is chosen; for one
        /// swap.
        /// </summary>
        public bool Isolate;

        /// <summary>The last frame that came.</summary>
        public readonly CanFrame Last = new CanFrame();

        /// <summary>How the last choices fell.</summary>
        public readonly BayChoice StoreChoice = new BayChoice();
        public readonly BayChoice TakeChoice = new BayChoice();

        public BayBoard(ICanBus link, NodeSettings settings)
        {
            _link = link;
            _settings = settings;
            _voice = new LaneVoice(link, settings);
            for (int i = 0; i < _bays.Length; i++)
            {
                _bays[i] = new BayView();
            }
        }

        /// <summary>Bay for the old pack, 0 while none is chosen.</summary>
        public int StoreBay
        {
            get { return _store.Bay; }
        }

        /// <summary>Bay that gives the new pack, 0 while none is chosen.</summary>
        public int TakeBay
        {
            get { return _take.Bay; }
        }

        /// <summary>
        /// Some bay of the station said so last; one that has fallen silent since may have burnt, so it still counts.
        /// </summary>
        public bool IsSmoky { get; private set; }

        /// <summary>Bays of an interrupted swap are not granted again yet.</summary>
        public bool IsResuming
        {
            get { return _store.Resumed && !(_store.Granted && _take.Granted); }
        }

        /// <summary>Takes all that has arrived.</summary>
        public void Listen(long nowMs)
        {
            while (_link.Receive(Last))
            {
                if (IsRepeated(nowMs))
                {
                    continue;
                }

                if (_status.Read(Last) == DecodeResult.Ok && _status.Bay <= NodeSettings.StationBays)
                {
                    BayView bay = _bays[_status.Bay];
                    bool smoke = bay.Last.Smoke;
                    bay.Take(_status, Bytes.ReadUInt64(Last.Data, 0), nowMs);
                    IsSmoky = bay.Last.Smoke == smoke ? IsSmoky : BayView.AnySmoke(_bays);
                }
                else if (_pack.Read(Last) == DecodeResult.Ok && _pack.Bay <= NodeSettings.StationBays)
                {
                    _bays[_pack.Bay].TakePack(_pack, Bytes.ReadUInt64(Last.Data, 0), nowMs);
                }
                else if (_grant.Read(Last) == DecodeResult.Ok)
                {
                    TakeGrant();
                }
            }
        }

        /// <summary>Begins to look for two bays under a request id (its low 16 bits go over the link).</summary>
        public void Begin(uint requestId)
        {
            bool isolate = Isolate;
            Release();
            Isolate = isolate;
            _requestId = (int)(requestId & 0xFFFF);
        }

        /// <summary>Forgets both bays; the lane's announcement tells them so.</summary>
        public void Release()
        {
            _store.Clear();
            _take.Clear();
            StoreChoice.Clear();
            TakeChoice.Clear();
            TakeChoice.OldSerial = 0;
            PlannedSerial = 0;
            Isolate = false;
            for (int i = 0; i < _bays.Length; i++)
            {
                _bays[i].IsRefused = false;
            }
        }

        /// <summary>
        /// Goes on with the bays of a swap that a restart interrupted: they are claimed, so that nobody frees them and
        /// a bay that has forgotten takes them over, and asked for until they are granted.
        /// </summary>
        public void Resume(uint requestId, int storeBay, int takeBay, uint plannedSerial)
        {
            Begin(requestId);
            PlannedSerial = plannedSerial;
            if (storeBay != 0 && takeBay != 0)
            {
                _store.Resume(storeBay);
                _take.Resume(takeBay);
                StoreChoice.Reason = ChoiceReason.Resumed;
                TakeChoice.Reason = ChoiceReason.Resumed;
            }
        }

        /// <summary>Chooses the bay to take from anew; the one that has the old pack stays.</summary>
        public void TakeAnother()
        {
            _take.Clear();
            _store.Resumed = true;
            PlannedSerial = 0;
            for (int i = 0; i < _bays.Length; i++)
            {
                _bays[i].IsRefused = i == StoreBay;
            }
        }

        /// <summary>Chooses what is not chosen yet and asks for what is not granted yet.</summary>
        public void Request(long nowMs)
        {
            Refuse(_store, _store.IsUnanswered(nowMs));
            Refuse(_take, _take.IsUnanswered(nowMs));
            if (StoreBay == 0)
            {
                _store.Choose(StoreChoice.ToStore(_bays, _settings.Lane, Isolate, nowMs), nowMs);
            }

            if (TakeBay == 0)
            {
                _take.Choose(TakeChoice.ToTake(_bays, _settings.Lane, _settings.Profile, nowMs), nowMs);
            }

            _voice.Ask(_store, _take, _requestId, nowMs);
        }

        /// <summary>A pack could be given out, were a vehicle to ask now; before a bay is chosen.</summary>
        public bool HasPack(long nowMs)
        {
            return TakeChoice.ToTake(_bays, _settings.Lane, _settings.Profile, nowMs) != 0;
        }

        /// <summary>A pack could be taken in, were a vehicle to ask now; before a bay is chosen.</summary>
        public bool HasEmpty(long nowMs)
        {
            return StoreChoice.ToStore(_bays, _settings.Lane, false, nowMs) != 0;
        }

        /// <summary>
        /// Tells the station where this lane stands, every period; bays free what it no longer names, and take over
        /// what it has.
        /// </summary>
        public void Announce(Phase phase, bool moving, long nowMs)
        {
            _voice.Announce(phase, moving, _store, _take, nowMs);
        }

        public bool HoldsStore(long nowMs)
        {
            return _store.IsHeld(_bays, _settings.Lane, nowMs);
        }

        public bool HoldsTake(long nowMs)
        {
            return _take.IsHeld(_bays, _settings.Lane, nowMs);
        }

        /// <summary>
        /// What the two bays say just now, into the reading of this pass. The planned pack is ready: of the vehicle's
        /// kind, with enough charge, no alarm, not isolated, not warming up, its charger off. The bay for the old pack
        /// is: empty, no alarm, its charger off.
        /// </summary>
        public void Gather(LaneReading into, long nowMs)
        {
            // Number 0, none, is never heard.
            BayView store = _bays[_store.Bay];
            BayView take = _bays[_take.Bay];
            bool storeFresh = store.IsFresh(nowMs);
            bool takeFresh = take.IsFresh(nowMs);
            bool holdsStore = storeFresh && _store.Granted && store.Last.ReservedBy == _settings.Lane;
            bool holdsTake = takeFresh && _take.Granted && take.Last.ReservedBy == _settings.Lane;
            into.BothGranted = holdsStore && holdsTake;
            into.NewPackReady = holdsTake && take.Last.PackSerial == PlannedSerial
                && BayChoice.Pack(take, _settings.Profile, false, nowMs) == PassedOver.None;
            into.StoreBayReady = holdsStore && store.Last.Presence == BayPresence.Empty && store.Last.Healthy
                && store.Last.PowerOff;
            into.StoreBayFilled = storeFresh && store.Last.Presence == BayPresence.Occupied;
            into.TakeBayEmptied = takeFresh && take.Last.Presence == BayPresence.Empty;
            into.BaySilent = (!storeFresh && _store.Bay != 0) || (!takeFresh && _take.Bay != 0);
            into.BaySmoke = IsSmoky;
            into.StoreBayAlarm = store.Heard && !store.Last.Healthy;
            into.TakeBayAlarm = take.Heard && !take.Last.Healthy;
        }

        /// <summary>Whose the pack to take is, as its bay says while it stands there.</summary>
        public PackOwner PlannedOwner(long nowMs)
        {
            BayView bay = _bays[TakeBay];
            bool told = TakeBay != 0 && bay.IsPackHeard(nowMs) && bay.Pack.PackSerial == PlannedSerial;
            return told ? bay.Pack.Owner : PackOwner.Unknown;
        }

        /// <summary>The last frame says again what its bay said before, in its status or of its pack.</summary>
        private bool IsRepeated(long nowMs)
        {
            ulong word = Last.Extended && Last.Length == StationLink.Length ? Bytes.ReadUInt64(Last.Data, 0) : 0;
            int number = (int)(word >> 8) & 0xFF;
            return number != 0 && number <= NodeSettings.StationBays
                && _bays[number].TakeAgain(J1939.Pgn(Last.Id), word, nowMs);
        }

        /// <summary>It is not tried again in this swap.</summary>
        private void Refuse(BayHold hold, bool refused)
        {
            if (refused)
            {
                _bays[hold.Bay].IsRefused = true;
                hold.Clear();
            }
        }

        private void TakeGrant()
        {
            BayHold hold = _grant.Operation == BayOperation.ReserveToTake ? _take : _store;
            if (_grant.Lane != _settings.Lane || _grant.RequestId != _requestId || _grant.Operation != hold.Operation
                || _grant.Bay != hold.Bay || hold.Granted)
            {
                return;
            }

            bool granted = _grant.Answer == BayAnswer.Granted && (hold != _take || KnowsPlanned());
            if (granted)
            {
                hold.Granted = true;
            }
            else
            {
                // One that was already ours is asked for until it grants.
                Refuse(hold, !hold.Resumed);
            }
        }

        private bool KnowsPlanned()
        {
            if (PlannedSerial == 0 && _bays[TakeBay].Last.PackSerialKnown)
            {
                PlannedSerial = _bays[TakeBay].Last.PackSerial;
            }

            return PlannedSerial != 0;
        }
    }
}
