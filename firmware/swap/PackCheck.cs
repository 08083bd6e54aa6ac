using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Whether the pack on the vehicle may be handled or driven, from its BMS on the swap-pack bus.</summary>
    public static class PackCheck
    {
        /// <summary>What its BMS says just now, into the reading of this pass.</summary>
        public static void Gather(SwapPackBus bus, SwapProfile profile, long nowMs, LaneReading reading)
        {
            bool known = IsKnown(bus, nowMs);
            bool healthy = known && IsHealthy(bus, profile);
            reading.PackHealthy = healthy;
            reading.Verdict = !known ? PackVerdict.Unknown : healthy ? PackVerdict.Normal : PackVerdict.Reject;
            bool relays = bus.IsFresh(SwapPackMessage.St0, nowMs);
            bool stage = bus.IsFresh(SwapPackMessage.St1, nowMs);
            byte[] st0 = bus.Slot(SwapPackMessage.St0).Data;
            byte[] st1 = bus.Slot(SwapPackMessage.St1).Data;
            reading.StageIsOff = stage && PackSt1.WorkStage.Read(st1) == PackSt1.HighVoltageOff;
            reading.MainPositiveOpen = relays && PackSt0.MainPositive.Read(st0) == PackSt0.Open;
            reading.MainNegativeOpen = relays && PackSt0.MainNegative.Read(st0) == PackSt0.Open;
            reading.RelayWelded = relays
                && (PackSt0.MainPositiveWelded.Raw(st0) == 1 || PackSt0.MainNegativeWelded.Raw(st0) == 1);
            reading.RunawayReported = stage
                && (PackSt1.SmokeAlarm.Raw(st1) == 1 || PackSt1.FireAlarm.Raw(st1) == 1);
            reading.BusSideSafe = bus.IsFresh(SwapPackMessage.St3, nowMs)
                && PackSt3.BusSideMv.Read(bus.Slot(SwapPackMessage.St3).Data) < profile.SafeVoltageMv;
        }

        /// <summary>All that is asked for was heard lately.</summary>
        public static bool IsKnown(SwapPackBus bus, long nowMs)
        {
            return bus.PackCode.IsComplete
                && bus.IsFresh(SwapPackMessage.PackCode1, nowMs)
                && bus.IsFresh(SwapPackMessage.St1, nowMs)
                && bus.IsFresh(SwapPackMessage.St3, nowMs)
                && bus.IsFresh(SwapPackMessage.St4, nowMs);
        }

        /// <summary>
        /// Alarm level, hottest cell and insulation within the profile's limits. Of meaning while known.
        /// </summary>
        public static bool IsHealthy(SwapPackBus bus, SwapProfile profile)
        {
            byte[] levels = bus.Slot(SwapPackMessage.St1).Data;
            byte[] volts = bus.Slot(SwapPackMessage.St3).Data;
            byte[] heat = bus.Slot(SwapPackMessage.St4).Data;
            if (!PackSt3.InsulationPositiveKohm.IsAvailable(volts) || !PackSt3.InsulationNegativeKohm.IsAvailable(volts)
                || !PackSt3.BatterySideMv.IsAvailable(volts) || !PackSt4.MaxTemperatureC.IsAvailable(heat))
            {
                return false;
            }

            int positive = PackSt3.InsulationPositiveKohm.Read(volts);
            int negative = PackSt3.InsulationNegativeKohm.Read(volts);
            int insulationKohm = positive < negative ? positive : negative;

            // Ohms per volt times millivolts is milliohms times 1000: compared in ohms.
            int neededOhm = PackSt3.BatterySideMv.Read(volts) / 1000 * profile.InsulationOhmPerVolt;
            return PackSt1.MaxLevel.Read(levels) < profile.AlarmLevelLimit
                && PackSt1.SmokeAlarm.Raw(levels) == 0
                && PackSt1.FireAlarm.Raw(levels) == 0
                && PackSt4.MaxTemperatureC.Read(heat) <= profile.TemperatureLimitC
                && insulationKohm * 1000 >= neededOhm;
        }

        /// <summary>The serial number of a pack code, or 0: there is none.</summary>
        public static uint SerialOf(byte[] code, int length)
        {
            return BatteryCode.SerialOf(code, length);
        }
    }
}
