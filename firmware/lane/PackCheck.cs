using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Whether the pack on the vehicle may be handled, taken in, and driven, from its BMS on the swap-pack bus.
    /// </summary>
    public static class PackCheck
    {
        /// <summary>What its BMS says just now, into the reading of this pass.</summary>
        public static void Gather(SwapPackBus bus, SwapProfile profile, long nowMs, LaneReading reading)
        {
            bool st1 = bus.IsFresh(SwapPackMessage.St1, nowMs);
            bool st3 = bus.IsFresh(SwapPackMessage.St3, nowMs);
            byte[] levels = bus.Slot(SwapPackMessage.St1).Data;
            GatherRelays(bus, nowMs, reading);
            reading.StageIsOff = st1 && PackSt1.WorkStage.Read(levels) == PackSt1.HighVoltageOff;
            byte[] volts = bus.Slot(SwapPackMessage.St3).Data;
            reading.BusSideSafe = st3 && PackSt3.BusSideMv.Read(volts) < profile.SafeVoltageMv;
            reading.LiveSigns |= st3 && !reading.BusSideSafe && PackSt3.BusSideMv.IsAvailable(volts) ? 4 : 0;
            bool burns = st1 && (PackSt1.SmokeAlarm.Raw(levels) == 1 || PackSt1.FireAlarm.Raw(levels) == 1);
            reading.RunawayReported = burns || IsRunaway(bus, nowMs);
            bool known = st1 && st3 && IsKnown(bus, nowMs);
            PackFinding condition = !known ? PackFinding.NotHeard
                : reading.RunawayReported ? PackFinding.Burning : PackCondition.Of(bus, profile, nowMs);
            PackFinding standing = !known ? PackFinding.NotHeard : StandingOf(bus, profile, nowMs);
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

        private static void GatherRelays(SwapPackBus bus, long nowMs, LaneReading reading)
        {
            bool relays = bus.IsFresh(SwapPackMessage.St0, nowMs);
            byte[] st0 = bus.Slot(SwapPackMessage.St0).Data;
            reading.MainPositiveOpen = relays && PackSt0.MainPositive.Read(st0) == PackSt0.Open;
            reading.MainNegativeOpen = relays && PackSt0.MainNegative.Read(st0) == PackSt0.Open;
            reading.LiveSigns = (relays && PackSt0.MainPositive.Read(st0) == PackSt0.Closed ? 1 : 0)
                | (relays && PackSt0.MainNegative.Read(st0) == PackSt0.Closed ? 2 : 0);
            reading.RelayWelded = relays
                && (PackSt0.MainPositiveWelded.Raw(st0) == 1 || PackSt0.MainNegativeWelded.Raw(st0) == 1);
        }

        /// <summary>It counts while it is said; a person confirms after it in any case.</summary>
        private static bool IsRunaway(SwapPackBus bus, long nowMs)
        {
            byte[] st15 = bus.Slot(SwapPackMessage.St15).Data;
            return bus.IsFresh(SwapPackMessage.St15, nowMs)
                && PackSt15.ThermalRunawayReason.IsAvailable(st15) && PackSt15.ThermalRunawayReason.Raw(st15) != 0;
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
