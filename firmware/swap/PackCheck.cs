using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Whether the pack on the vehicle may be handled or driven, from its BMS on the swap-pack bus.</summary>
    public static class PackCheck
    {
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

        /// <summary>BMS says off, both main relays open, and no voltage behind them; all heard lately.</summary>
        public static bool IsHighVoltageOff(SwapPackBus bus, SwapProfile profile, long nowMs)
        {
            if (!bus.IsFresh(SwapPackMessage.St0, nowMs) || !bus.IsFresh(SwapPackMessage.St1, nowMs)
                || !bus.IsFresh(SwapPackMessage.St3, nowMs))
            {
                return false;
            }

            byte[] relays = bus.Slot(SwapPackMessage.St0).Data;
            byte[] volts = bus.Slot(SwapPackMessage.St3).Data;
            return PackSt1.WorkStage.Read(bus.Slot(SwapPackMessage.St1).Data) == PackSt1.HighVoltageOff
                && PackSt0.MainPositive.Read(relays) == PackSt0.Open
                && PackSt0.MainNegative.Read(relays) == PackSt0.Open
                && PackSt3.BusSideMv.Read(volts) < profile.SafeVoltageMv;
        }

        public static bool IsRelayWelded(SwapPackBus bus, long nowMs)
        {
            byte[] relays = bus.Slot(SwapPackMessage.St0).Data;
            return bus.IsFresh(SwapPackMessage.St0, nowMs)
                && (PackSt0.MainPositiveWelded.Raw(relays) == 1 || PackSt0.MainNegativeWelded.Raw(relays) == 1);
        }

        /// <summary>The serial number of a pack code, or 0: there is none.</summary>
        public static uint SerialOf(byte[] code, int length)
        {
            return BatteryCode.SerialOf(code, length);
        }
    }
}
