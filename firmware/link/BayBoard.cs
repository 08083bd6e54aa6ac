using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// A lane's side of the station link: what every bay reports, which two this lane wants, and whether they are
    /// granted. Works without city and LAN.
    /// </summary>
    public sealed class BayBoard
    {
        private readonly ICanBus _link;
        private readonly NodeSettings _settings;
        private readonly BayView[] _bays = new BayView[NodeSettings.StationBays + 1];
        private readonly BayStatusFrame _status = new BayStatusFrame();
        private readonly BayGrantFrame _grant = new BayGrantFrame();
        private readonly BayRequestFrame _request = new BayRequestFrame();
        private readonly LanePhaseFrame _phase = new LanePhaseFrame();
        private readonly CanFrame _in = new CanFrame();
        private readonly CanFrame _out = new CanFrame();
        private long _requestedMs;
        private long _announcedMs;
        private int _requestId;
        private bool _storeGranted;
        private bool _takeGranted;
        private bool _resumed;

        /// <summary>Bay for the old pack, 0 while none is chosen.</summary>
        public int StoreBay;

        /// <summary>Bay that gives the new pack, 0 while none is chosen.</summary>
        public int TakeBay;

        /// <summary>Serial of the pack that was in the take bay when it was granted; 0 when not known.</summary>
        public uint PlannedSerial;

        public BayBoard(ICanBus link, NodeSettings settings)
        {
            _link = link;
            _settings = settings;
            for (int i = 0; i < _bays.Length; i++)
            {
                _bays[i] = new BayView();
            }
        }

        public BayView Bay(int number)
        {
            return _bays[number];
        }

        /// <summary>Takes all that has arrived.</summary>
        public void Listen(long nowMs)
        {
            while (_link.Receive(_in))
            {
                if (_status.Read(_in) == DecodeResult.Ok && _status.Bay <= NodeSettings.StationBays)
                {
                    _bays[_status.Bay].Take(_status, nowMs);
                }
                else if (_grant.Read(_in) == DecodeResult.Ok)
                {
                    TakeGrant();
                }
            }
        }

        /// <summary>Begins to look for two bays under a request id (its low 16 bits go over the link).</summary>
        public void Begin(uint requestId)
        {
            Release();
            _requestId = (int)(requestId & 0xFFFF);
        }

        /// <summary>Forgets both bays; the lane's announcement tells them so.</summary>
        public void Release()
        {
            StoreBay = 0;
            TakeBay = 0;
            PlannedSerial = 0;
            _storeGranted = false;
            _takeGranted = false;
            _resumed = false;
            for (int i = 0; i < _bays.Length; i++)
            {
                _bays[i].Refused = BayAnswer.None;
            }
        }

        /// <summary>
        /// Goes on with the bays of a swap that a restart interrupted: they are asked for again until they are granted,
        /// and announced meanwhile, so that nobody frees them.
        /// </summary>
        public void Resume(uint requestId, int storeBay, int takeBay, uint plannedSerial)
        {
            Begin(requestId);
            StoreBay = storeBay;
            TakeBay = takeBay;
            PlannedSerial = plannedSerial;
            _resumed = true;
        }

        /// <summary>Bays of an interrupted swap are not granted again yet.</summary>
        public bool IsResuming
        {
            get { return _resumed && StoreBay != 0 && TakeBay != 0 && !BothGranted; }
        }

        /// <summary>Chooses what is not chosen yet and asks for what is not granted yet.</summary>
        public void Request(long nowMs)
        {
            if (!_storeGranted && StoreBay == 0)
            {
                StoreBay = BayChoice.ToStore(_bays, _settings.Lane, nowMs);
            }

            if (!_takeGranted && TakeBay == 0)
            {
                TakeBay = BayChoice.ToTake(_bays, _settings.Lane, _settings.Profile.TargetChargePermille, nowMs);
            }

            if (nowMs - _requestedMs < BayRequestFrame.PeriodMs)
            {
                return;
            }

            _requestedMs = nowMs;
            _request.Life = (_request.Life + 1) & 0xFF;
            if (StoreBay != 0 && !_storeGranted)
            {
                SendRequest(StoreBay, BayOperation.ReserveToStore);
            }

            if (TakeBay != 0 && !_takeGranted)
            {
                SendRequest(TakeBay, BayOperation.ReserveToTake);
            }
        }

        /// <summary>
        /// Tells the station where this lane stands, every period; bays free what it no longer names.
        /// </summary>
        public void Announce(Phase phase, bool moving, long nowMs)
        {
            if (nowMs - _announcedMs < LanePhaseFrame.PeriodMs)
            {
                return;
            }

            _announcedMs = nowMs;
            _phase.Source = _settings.LinkAddress;
            _phase.Life = (_phase.Life + 1) & 0xFF;
            _phase.Lane = _settings.Lane;
            _phase.Phase = (int)phase;
            _phase.StoreBay = StoreBay;
            _phase.TakeBay = TakeBay;
            _phase.Moving = moving;
            if (_phase.Write(_out))
            {
                _link.Send(_out);
            }
        }

        public bool BothGranted
        {
            get { return _storeGranted && _takeGranted; }
        }

        /// <summary>
        /// The pack to take: enough charge, no alarm, charger stopped and relays open, heard just now.
        /// </summary>
        public bool NewPackReady(long nowMs)
        {
            if (!_takeGranted)
            {
                return false;
            }

            BayView bay = _bays[TakeBay];
            return bay.IsFresh(nowMs) && bay.Last.Presence == BayPresence.Occupied && bay.Last.Healthy
                && bay.Last.PowerOff && bay.Last.PackSerialKnown && bay.Last.PackSerial == PlannedSerial
                && bay.Last.ChargeKnown && bay.Last.ChargePermille >= _settings.Profile.TargetChargePermille;
        }

        /// <summary>The bay for the old pack: empty, no alarm, its charger off, heard just now.</summary>
        public bool StoreBayReady(long nowMs)
        {
            return _storeGranted && HasPresence(StoreBay, BayPresence.Empty, nowMs)
                && _bays[StoreBay].Last.Healthy && _bays[StoreBay].Last.PowerOff;
        }

        public bool StoreBayFilled(long nowMs)
        {
            return HasPresence(StoreBay, BayPresence.Occupied, nowMs);
        }

        public bool TakeBayEmptied(long nowMs)
        {
            return HasPresence(TakeBay, BayPresence.Empty, nowMs);
        }

        /// <summary>A chosen bay is not heard.</summary>
        public bool IsSilent(long nowMs)
        {
            return (StoreBay != 0 && !_bays[StoreBay].IsFresh(nowMs))
                || (TakeBay != 0 && !_bays[TakeBay].IsFresh(nowMs));
        }

        private bool HasPresence(int number, BayPresence presence, long nowMs)
        {
            return number != 0 && _bays[number].IsFresh(nowMs) && _bays[number].Last.Presence == presence;
        }

        private void SendRequest(int bay, BayOperation operation)
        {
            _request.Source = _settings.LinkAddress;
            _request.Lane = _settings.Lane;
            _request.Bay = bay;
            _request.Operation = operation;
            _request.RequestId = _requestId;
            if (_request.Write(_out))
            {
                _link.Send(_out);
            }
        }

        private void TakeGrant()
        {
            if (_grant.Lane != _settings.Lane || _grant.RequestId != _requestId)
            {
                return;
            }

            bool granted = _grant.Answer == BayAnswer.Granted;
            if (_grant.Operation == BayOperation.ReserveToStore && _grant.Bay == StoreBay && !_storeGranted)
            {
                _storeGranted = granted;
                StoreBay = granted ? StoreBay : Refuse(StoreBay);
            }
            else if (_grant.Operation == BayOperation.ReserveToTake && _grant.Bay == TakeBay && !_takeGranted)
            {
                TakeTakeGrant(granted);
            }
        }

        private void TakeTakeGrant(bool granted)
        {
            if (PlannedSerial == 0)
            {
                PlannedSerial = granted && _bays[TakeBay].Last.PackSerialKnown ? _bays[TakeBay].Last.PackSerial : 0;
            }

            _takeGranted = granted && PlannedSerial != 0;
            TakeBay = _takeGranted ? TakeBay : Refuse(TakeBay);
        }

        /// <summary>The bay is not tried again in this swap; one that was already ours is asked for until it answers.</summary>
        private int Refuse(int bay)
        {
            if (_resumed)
            {
                return bay;
            }

            _bays[bay].Refused = _grant.Answer;
            return 0;
        }
    }
}
