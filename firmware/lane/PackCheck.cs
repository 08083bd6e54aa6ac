using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Whether the pack on the vehicle may be handled, taken in, and driven, from its BMS on the swap-pack bus.
    /// </summary>
    public sealed class PackCheck
    {
        private readonly SwapPackBus _bus;
        private readonly SwapProfile _profile;
        private readonly PackCondition _condition;
        private readonly MessageSlot _st0;
        private readonly MessageSlot _st1;
        private readonly MessageSlot _st3;
        private readonly MessageSlot _st15;

        // What a frame said, read again when another one says something else.
        private ulong _st0Word;
        private int _positive;
        private int _negative;
        private bool _welded;
        private ulong _st1Word;
        private bool _stageIsOff;
        private bool _burns;
        private ulong _st3Word;
        private bool _busSideSafe;
        private bool _busSideLive;

        public PackCheck(SwapPackBus bus, SwapProfile profile)
        {
            _bus = bus;
            _profile = profile;
            _condition = new PackCondition(bus, profile);
            _st0 = bus.Slot(SwapPackMessage.St0);
            _st1 = bus.Slot(SwapPackMessage.St1);
            _st3 = bus.Slot(SwapPackMessage.St3);
            _st15 = bus.Slot(SwapPackMessage.St15);
            _st0Word = ~_st0.Word;
            _st1Word = ~_st1.Word;
            _st3Word = ~_st3.Word;
            ReadFrames();
        }

        /// <summary>What its BMS says just now, into the reading of this pass.</summary>
        public void Gather(long nowMs, LaneReading reading)
        {
            ReadFrames();
            bool st0 = _st0.IsFresh(nowMs, PackSt0.PeriodMs * SwapPackMessages.StalePeriods);
            bool st1 = _st1.IsFresh(nowMs, PackSt1.PeriodMs * SwapPackMessages.StalePeriods);
            bool st3 = _st3.IsFresh(nowMs, PackSt3.PeriodMs * SwapPackMessages.StalePeriods);
            reading.MainPositiveOpen = st0 && _positive == PackSt0.Open;
            reading.MainNegativeOpen = st0 && _negative == PackSt0.Open;
            reading.LiveSigns = (st0 && _positive == PackSt0.Closed ? 1 : 0)
                | (st0 && _negative == PackSt0.Closed ? 2 : 0) | (st3 && _busSideLive ? 4 : 0);
            reading.RelayWelded = st0 && _welded;
            reading.StageIsOff = st1 && _stageIsOff;
            reading.BusSideSafe = st3 && _busSideSafe;
            reading.RunawayReported = (st1 && _burns) || IsRunaway(nowMs);
            bool known = st1 && st3 && IsKnown(_bus, nowMs);
            PackFinding condition = !known ? PackFinding.NotHeard
                : reading.RunawayReported ? PackFinding.Burning : _condition.Of(nowMs);
            PackFinding standing = !known ? PackFinding.NotHeard : StandingOf(_bus, _profile, nowMs);
            reading.PackHealthy = condition == PackFinding.None;
            reading.Finding = standing != PackFinding.None ? standing : condition;
            reading.Verdict = VerdictOf(reading.Finding);
        }

        /// <summary>What becomes of a pack of which this was found first.</summary>
        public static PackVerdict VerdictOf(PackFinding finding)
        {
            switch (finding)
            {
                case PackFinding.None:
                    return PackVerdict.Normal;
                case PackFinding.NotHeard:
                case PackFinding.AuthorisationWaits:
                    return PackVerdict.Unknown;
                case PackFinding.AuthorisationSilent:
                case PackFinding.AuthorisationRefused:
                case PackFinding.CodeUnknown:
                case PackFinding.NotPermitted:
                case PackFinding.OtherOperator:
                    return PackVerdict.Reject;
                default:
                    return PackVerdict.Isolate;
            }
        }

        /// <summary>All else that is asked for was heard lately.</summary>
        private static bool IsKnown(SwapPackBus bus, long nowMs)
        {
            return bus.PackCode.IsComplete
                && bus.IsFresh(SwapPackMessage.PackCode1, nowMs)
                && bus.IsFresh(SwapPackMessage.St4, nowMs);
        }

        private void ReadFrames()
        {
            if (_st0.Word != _st0Word)
            {
                _st0Word = _st0.Word;
                _positive = PackSt0.MainPositive.Read(_st0.Data);
                _negative = PackSt0.MainNegative.Read(_st0.Data);
                _welded = PackSt0.MainPositiveWelded.Raw(_st0.Data) == 1
                    || PackSt0.MainNegativeWelded.Raw(_st0.Data) == 1;
            }

            if (((_st1.Word ^ _st1Word) & PackCondition.St1Says) != 0)
            {
                _st1Word = _st1.Word;
                _stageIsOff = PackSt1.WorkStage.Read(_st1.Data) == PackSt1.HighVoltageOff;
                _burns = PackSt1.SmokeAlarm.Raw(_st1.Data) == 1 || PackSt1.FireAlarm.Raw(_st1.Data) == 1;
            }

            if (_st3.Word != _st3Word)
            {
                _st3Word = _st3.Word;
                _busSideSafe = PackSt3.BusSideMv.Read(_st3.Data) < _profile.SafeVoltageMv;
                _busSideLive = !_busSideSafe && PackSt3.BusSideMv.IsAvailable(_st3.Data);
            }
        }

        /// <summary>It counts while it is said; a person confirms after it in any case.</summary>
        private bool IsRunaway(long nowMs)
        {
            // The last byte of the frame; FFh is no reason.
            ulong reason = _st15.Word >> (int)PackSt15.ThermalRunawayReason;
            return reason != 0 && reason != 0xFF && _bus.IsFresh(SwapPackMessage.St15, nowMs);
        }

        /// <summary>Who the pack is and whether it is authorised.</summary>
        private static PackFinding StandingOf(SwapPackBus bus, SwapProfile profile, long nowMs)
        {
            if (bus.PackCode.Serial == 0)
            {
                return PackFinding.CodeUnknown;
            }

            PackFinding registered = profile.Against(bus.PackCode.Code, bus.PackCode.Length);
            if (registered != PackFinding.None || !profile.NeedsAuthorisation)
            {
                return registered;
            }

            bool heard = bus.IsFresh(SwapPackMessage.AuthorisationReply, nowMs);
            int progress = AuthorisationReply.Progress.Read(bus.Slot(SwapPackMessage.AuthorisationReply).Data);
            return !heard ? PackFinding.AuthorisationWaits
                : progress == AuthorisationReply.Passed ? PackFinding.None
                : progress == AuthorisationReply.FailedSilence ? PackFinding.AuthorisationSilent
                : progress == AuthorisationReply.FailedCipher ? PackFinding.AuthorisationRefused
                : PackFinding.AuthorisationWaits;
        }
    }
}
