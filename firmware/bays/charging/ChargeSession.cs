using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The charging session of one bay as a listener understands it: stage, what is missing, what the two sides report,
    /// who ended it and why, pause, attempts. Nothing of it depends on a charger that speaks to us.
    /// </summary>
    public sealed class ChargeSession
    {
        public ChargeStage Stage;

        /// <summary>When the stage began.</summary>
        public long StageMs;

        /// <summary>The stage that lasted, or lasts, longer than it may; None when none does.</summary>
        public ChargeStage Overdue;

        /// <summary>Attempts since the pack came, or since the last charge that ended in order.</summary>
        public int Attempts;
        public ChargeParty StoppedBy;
        public bool IsPaused;
        public long PausedMs;

        /// <summary>A bit for each message that must have come by now and has not.</summary>
        public uint Missing;

        /// <summary>What the BMS says about its pack.</summary>
        public readonly PackFlags Flags = new PackFlags();

        /// <summary>What the two sides report to have missed, and why they stopped.</summary>
        public readonly ChargeReports Reports = new ChargeReports();

        private readonly ChargeBus _bus;
        private readonly ChargeArrivals _arrivals;
        private int _outputPermission = Ccs.Allowed;
        private long _anyMs;
        private bool _errorSeen;
        private long _errorMs;
        private long _endMs;
        private bool _demandAgain;
        private bool _outputAgain;

        // Poll looked then, and whatever arrives nothing can be late or over before so long has passed.
        private long _polledMs;
        private long _calmMs = -1;

        public ChargeSession(ChargeBus bus)
        {
            _bus = bus;
            _arrivals = new ChargeArrivals((int)ChargeMessage.Cem + 1);
        }

        /// <summary>A message that must have come by now has not.</summary>
        public bool IsMissing(ChargeMessage message)
        {
            return (Missing & (1u << (int)message)) != 0;
        }

        /// <summary>
        /// Takes a message that the bus has just completed. Diagnostics and those of a dialect do not move a session.
        /// </summary>
        public void Accept(ChargeMessage message, long nowMs)
        {
            if (message > ChargeMessage.Cem)
            {
                return;
            }

            byte[] data = _bus.Slot(message).Data;
            _anyMs = nowMs;
            if (Stage != ChargeStage.Charging || (message != ChargeMessage.Bcl && message != ChargeMessage.Bcs))
            {
                // What a BMS repeats all through a charge moves nothing.
                Move(message, data, nowMs);
            }

            Missing &= ~(1u << (int)message);
            _arrivals.Take(message, data, nowMs);
            if (Stage == ChargeStage.Stopping && _arrivals.Has(ChargeMessage.Bsd) && _arrivals.Has(ChargeMessage.Csd))
            {
                Enter(ChargeStage.Ended, nowMs);
            }
        }

        /// <summary>Finds what did not come. Call it after the frames that have arrived were accepted.</summary>
        public void Poll(long nowMs)
        {
            if (nowMs - _polledMs <= _calmMs || Stage == ChargeStage.None || Stage == ChargeStage.Ended
                || Stage == ChargeStage.Failed)
            {
                return;
            }

            _polledMs = nowMs;
            _calmMs = ChargeLimits.GeneralMs;
            FindMissing(nowMs);
            int limitMs = ChargeLimits.StageMs(Stage);
            if (limitMs != 0 && IsPast(limitMs - (nowMs - StageMs)))
            {
                Overdue = Stage;
            }

            bool over = Stage == ChargeStage.Stopping
                ? Overdue == ChargeStage.Stopping
                : IsPast(ChargeLimits.SilenceMs(Stage) - (nowMs - _anyMs));
            if (over || IsOneSideSilent(nowMs))
            {
                Fail(nowMs);
            }
        }

        /// <summary>The pack is gone.</summary>
        public void Reset()
        {
            Begin();
            Stage = ChargeStage.None;
            StageMs = 0;
            Attempts = 0;
            _errorSeen = false;
        }

        private void Move(ChargeMessage message, byte[] data, long nowMs)
        {
            switch (message)
            {
                case ChargeMessage.Chm:
                    MoveOnHandshake(nowMs);
                    break;
                case ChargeMessage.Bhm:
                    Advance(ChargeStage.None, ChargeStage.Handshake, nowMs);
                    break;
                case ChargeMessage.Crm:
                    MoveOnIdentification(Crm.Recognised.Read(data), nowMs);
                    break;
                case ChargeMessage.Brm:
                    Advance(ChargeStage.Handshake, ChargeStage.Identification, nowMs);
                    break;
                case ChargeMessage.Bcp:
                case ChargeMessage.Cts:
                case ChargeMessage.Cml:
                case ChargeMessage.Bro:
                case ChargeMessage.Cro:
                    Advance(ChargeStage.Identification, ChargeStage.Parameters, nowMs);
                    break;
                case ChargeMessage.Bcl:
                case ChargeMessage.Bcs:
                case ChargeMessage.Ccs:
                    MoveOnCharge(message, data, nowMs);
                    break;
                case ChargeMessage.Bsm:
                    MoveOnState(data, nowMs);
                    break;
                case ChargeMessage.Bst:
                case ChargeMessage.Cst:
                case ChargeMessage.Bsd:
                case ChargeMessage.Csd:
                    MoveOnStop(message, data, nowMs);
                    break;
                case ChargeMessage.Bem:
                case ChargeMessage.Cem:
                    MoveOnError(message, data, nowMs);
                    break;
                default:
                    break;
            }
        }

        // A charger goes on with CHM until it has seen the BMS, so CHM is a new attempt only when it had got further.
        private void MoveOnHandshake(long nowMs)
        {
            bool over = Stage == ChargeStage.Ended || Stage == ChargeStage.Failed;
            bool further = Stage > ChargeStage.Identification || _arrivals.Has(ChargeMessage.Crm);
            if (Stage == ChargeStage.None || (further && !over) || (over && IsQuiet(nowMs)))
            {
                Attempt(ChargeStage.Handshake, nowMs);
            }
        }

        private void MoveOnIdentification(int recognised, long nowMs)
        {
            if (recognised != Crm.No && recognised != Crm.Yes)
            {
                return;
            }

            bool over = Stage == ChargeStage.Ended || Stage == ChargeStage.Failed;
            ChargeStage to = recognised == Crm.Yes ? ChargeStage.Parameters : ChargeStage.Identification;
            if ((over && IsQuiet(nowMs)) || (!over && recognised == Crm.No && Stage > ChargeStage.Identification))
            {
                Attempt(to, nowMs);
            }
            else
            {
                Advance(recognised == Crm.Yes ? ChargeStage.Identification : ChargeStage.Handshake, to, nowMs);
            }
        }

        private void MoveOnState(byte[] data, long nowMs)
        {
            ChargeStage before = Stage;
            Advance(ChargeStage.None, ChargeStage.Charging, nowMs);
            Flags.Accept(data);
            if (Flags.Changed || Stage != before)
            {
                Pause(nowMs);
            }
        }

        private void MoveOnCharge(ChargeMessage message, byte[] data, long nowMs)
        {
            ChargeStage before = Stage;
            int permission = _outputPermission;
            Advance(ChargeStage.Parameters, ChargeStage.Charging, nowMs);
            if (message == ChargeMessage.Ccs)
            {
                _outputPermission = TwoBits.Keep(_outputPermission, Ccs.Permission.Raw(data));
            }

            if (_outputPermission != permission || Stage != before)
            {
                Pause(nowMs);
            }

            if (Stage <= ChargeStage.Charging || nowMs - StageMs <= ChargeLimits.GeneralMs
                || nowMs - _endMs <= ChargeLimits.GeneralMs)
            {
                return;
            }

            // Demand and output again, long after the end: the beginning of this charge was not heard.
            _demandAgain |= message == ChargeMessage.Bcl;
            _outputAgain |= message == ChargeMessage.Ccs;
            if (_demandAgain && _outputAgain)
            {
                Attempt(ChargeStage.Charging, nowMs);
            }
        }

        private void MoveOnStop(ChargeMessage message, byte[] data, long nowMs)
        {
            End(nowMs);
            Advance(ChargeStage.Charging, ChargeStage.Stopping, nowMs);
            if (Stage == ChargeStage.Stopping)
            {
                Reports.TakeStop(message, data);
                if (StoppedBy == ChargeParty.None && message == ChargeMessage.Bst)
                {
                    StoppedBy = ChargeParty.Bms;
                }
                else if (StoppedBy == ChargeParty.None && message == ChargeMessage.Cst)
                {
                    StoppedBy = ChargeParty.Charger;
                }
            }
        }

        private void MoveOnError(ChargeMessage message, byte[] data, long nowMs)
        {
            End(nowMs);
            if (!Reports.TakeError(message, data))
            {
                return;
            }

            _errorSeen = true;
            _errorMs = nowMs;
            if (Stage != ChargeStage.Ended && Stage != ChargeStage.Failed)
            {
                Fail(nowMs);
            }
        }

        private void End(long nowMs)
        {
            _endMs = nowMs;
            _demandAgain = false;
            _outputAgain = false;
        }

        // BSM: the permission alone is a pause; with anything else abnormal it is the way to a stop.
        private void Pause(long nowMs)
        {
            bool paused = Stage == ChargeStage.Charging && ((Flags.Permission == Bsm.Forbidden && Flags.IsNormal)
                || _outputPermission == Ccs.Paused);
            if (paused && !IsPaused)
            {
                PausedMs = nowMs;
            }

            IsPaused = paused;
        }

        private void FindMissing(long nowMs)
        {
            ChargeExpectation[] rows = ChargeLimits.Expectations;
            for (int i = 0; i < rows.Length; i++)
            {
                ChargeExpectation row = rows[i];
                if (row.Stage == Stage && IsPast(_arrivals.LeftMs(row, StageMs, nowMs)))
                {
                    // What comes late can be late again after its limit.
                    Missing |= 1u << (int)row.Message;
                    IsPast(row.LimitMs);
                }
            }
        }

        /// <summary>Nothing is left of a limit; otherwise it need not be looked at before.</summary>
        private bool IsPast(long leftMs)
        {
            _calmMs = leftMs >= 0 && leftMs < _calmMs ? leftMs : _calmMs;
            return leftMs < 0;
        }

        private bool IsOneSideSilent(long nowMs)
        {
            return Stage == ChargeStage.Charging
                && (IsPast(ChargeLimits.GeneralMs - _arrivals.SilentMs(ChargeMessage.Bcl, StageMs, nowMs))
                    || IsPast(ChargeLimits.GeneralMs - _arrivals.SilentMs(ChargeMessage.Ccs, StageMs, nowMs)));
        }

        private bool IsQuiet(long nowMs)
        {
            return !_errorSeen || nowMs - _errorMs > ChargeLimits.QuietMs;
        }

        // Forward only, from any stage up to the last one given.
        private void Advance(ChargeStage last, ChargeStage to, long nowMs)
        {
            if (Stage > last || Stage >= to)
            {
                return;
            }

            if (Stage == ChargeStage.None)
            {
                Attempt(to, nowMs);
                return;
            }

            Enter(to, nowMs);
        }

        private void Attempt(ChargeStage to, long nowMs)
        {
            Attempts = Stage == ChargeStage.Ended ? 1 : Attempts + 1;
            Begin();
            _anyMs = nowMs;
            Enter(to, nowMs);
        }

        private void Enter(ChargeStage to, long nowMs)
        {
            Stage = to;
            StageMs = nowMs;
            Overdue = ChargeStage.None;
            IsPaused = false;
            Missing = 0;
            _calmMs = -1;
        }

        // What is missing or overdue stays: it is why.
        private void Fail(long nowMs)
        {
            Stage = ChargeStage.Failed;
            StageMs = nowMs;
            IsPaused = false;
        }

        private void Begin()
        {
            StoppedBy = ChargeParty.None;
            Overdue = ChargeStage.None;
            IsPaused = false;
            Flags.Reset();
            Reports.Reset();
            _outputPermission = Ccs.Allowed;
            Missing = 0;
            End(0);
            _arrivals.Clear();
        }
    }
}
