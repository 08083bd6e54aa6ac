using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What state a pack is in, by what its BMS and the vehicle's swap controller say of it.</summary>
    public static class PackCondition
    {
        /// <summary>The first thing that is wrong, or none. Of meaning while the pack is known.</summary>
        public static PackFinding Of(SwapPackBus bus, SwapProfile profile, long nowMs)
        {
            byte[] levels = bus.Slot(SwapPackMessage.St1).Data;
            if (PackSt1.MaxLevel.Read(levels) >= profile.AlarmLevelLimit)
            {
                return PackFinding.AlarmLevel;
            }

            PackFinding found = Cells(bus.Slot(SwapPackMessage.St4).Data, profile);
            found = found != PackFinding.None ? found : Connector(bus, profile, nowMs);
            found = found != PackFinding.None ? found : Insulation(bus.Slot(SwapPackMessage.St3).Data, profile);
            return found == PackFinding.None && IsDamaged(bus, profile, nowMs) ? PackFinding.Damaged : found;
        }

        private static PackFinding Cells(byte[] heat, SwapProfile profile)
        {
            if (!PackSt4.MaxTemperatureC.IsAvailable(heat) || !PackSt4.MinTemperatureC.IsAvailable(heat))
            {
                return PackFinding.NotMeasured;
            }

            return PackSt4.MaxTemperatureC.Read(heat) > profile.TemperatureLimitC ? PackFinding.CellHot
                : PackSt4.MinTemperatureC.Read(heat) < profile.TemperatureLeastC ? PackFinding.CellCold
                : PackFinding.None;
        }

        /// <summary>Not every vehicle sends the temperatures; while they come they count.</summary>
        private static PackFinding Connector(SwapPackBus bus, SwapProfile profile, long nowMs)
        {
            if (bus.LockValid(nowMs))
            {
                byte[] frame = bus.Slot(SwapPackMessage.Lock).Data;
                bool fault = LockFrame.FaultCode.Raw(frame) != 0
                    && LockFrame.FaultLevel.Read(frame) >= profile.AlarmLevelLimit;
                if (fault)
                {
                    return PackFinding.ConnectorFault;
                }
            }

            byte[] heat = bus.Slot(SwapPackMessage.ConnectorTemperatures).Data;
            return bus.IsFresh(SwapPackMessage.ConnectorTemperatures, nowMs)
                && IsConnectorHot(heat, profile.ConnectorLimitC) ? PackFinding.ConnectorHot : PackFinding.None;
        }

        // Eight bytes of one form, Sensor1TemperatureC to Sensor8TemperatureC; FFh: that sensor is not fitted.
        private static bool IsConnectorHot(byte[] heat, int limitC)
        {
            int hottest = 0;
            for (int i = 0; i < ConnectorTemperatures.Sensors; i++)
            {
                hottest = heat[i] != 0xFF && heat[i] > hottest ? heat[i] : hottest;
            }

            return hottest > limitC - ConnectorTemperatures.Sensor1TemperatureC.OffsetOf();
        }

        private static PackFinding Insulation(byte[] volts, SwapProfile profile)
        {
            if (!PackSt3.InsulationPositiveKohm.IsAvailable(volts) || !PackSt3.InsulationNegativeKohm.IsAvailable(volts)
                || !PackSt3.BatterySideMv.IsAvailable(volts))
            {
                return PackFinding.NotMeasured;
            }

            int positive = PackSt3.InsulationPositiveKohm.Read(volts);
            int negative = PackSt3.InsulationNegativeKohm.Read(volts);
            int insulationKohm = positive < negative ? positive : negative;

            // Ohms per volt times millivolts is milliohms times 1000: compared in ohms.
            int neededOhm = PackSt3.BatterySideMv.Read(volts) / 1000 * profile.InsulationOhmPerVolt;
            return insulationKohm * 1000 < neededOhm ? PackFinding.InsulationWeak : PackFinding.None;
        }

        private static bool IsDamaged(SwapPackBus bus, SwapProfile profile, long nowMs)
        {
            byte[] levels = bus.Slot(SwapPackMessage.St1).Data;
            byte[] faults = bus.Slot(SwapPackMessage.Fault).Data;
            return PackSt1.InterlockAlarm.Raw(levels) == 1
                || PackSt1.HardwareLevel.Read(levels) >= profile.AlarmLevelLimit
                || (bus.IsFresh(SwapPackMessage.Fault, nowMs)
                    && (PackFault.MainCircuitFault.Raw(faults) == 1 || PackFault.ProtectorFault.Raw(faults) == 1
                        || PackFault.MainConnectionFault.Raw(faults) == 1
                        || PackFault.TemperatureWireFault.Raw(faults) == 1
                        || PackFault.VoltageWireFault.Raw(faults) == 1));
        }
    }
}
