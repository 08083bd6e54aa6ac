using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What state a pack is in, by what its BMS and the vehicle's swap controller say of it.</summary>
    public sealed class PackCondition
    {
        private readonly SwapPackBus _bus;
        private readonly SwapProfile _profile;
        private readonly MessageSlot _st1;
        private readonly MessageSlot _st3;
        private readonly MessageSlot _st4;
        private readonly MessageSlot _heat;

        // What a frame said, read once for each that came.
        private uint _st1Read;
        private bool _alarm;
        private bool _broken;
        private uint _st3Read;
        private PackFinding _insulation;
        private uint _st4Read;
        private PackFinding _cells;
        private uint _heatRead;
        private bool _connectorHot;

        public PackCondition(SwapPackBus bus, SwapProfile profile)
        {
            _bus = bus;
            _profile = profile;
            _st1 = bus.Slot(SwapPackMessage.St1);
            _st3 = bus.Slot(SwapPackMessage.St3);
            _st4 = bus.Slot(SwapPackMessage.St4);
            _heat = bus.Slot(SwapPackMessage.ConnectorTemperatures);
        }

        /// <summary>The bus has forgotten its frames.</summary>
        public void Forget()
        {
            _st1Read = 0;
            _st3Read = 0;
            _st4Read = 0;
            _heatRead = 0;
        }

        /// <summary>The first thing that is wrong, or none. Of meaning while the pack is known.</summary>
        public PackFinding Of(long nowMs)
        {
            ReadFrames();
            if (_alarm)
            {
                return PackFinding.AlarmLevel;
            }

            PackFinding found = _cells;
            found = found != PackFinding.None ? found : Connector(nowMs);
            found = found != PackFinding.None ? found : _insulation;
            return found == PackFinding.None && (_broken || IsDamaged(nowMs)) ? PackFinding.Damaged : found;
        }

        private void ReadFrames()
        {
            if (_st1.Received != _st1Read)
            {
                _st1Read = _st1.Received;
                _alarm = PackSt1.MaxLevel.Read(_st1.Data) >= _profile.AlarmLevelLimit;
                _broken = PackSt1.InterlockAlarm.Raw(_st1.Data) == 1
                    || PackSt1.HardwareLevel.Read(_st1.Data) >= _profile.AlarmLevelLimit;
            }

            if (_st3.Received != _st3Read)
            {
                _st3Read = _st3.Received;
                _insulation = Insulation(_st3.Data, _profile);
            }

            if (_st4.Received != _st4Read)
            {
                _st4Read = _st4.Received;
                _cells = Cells(_st4.Data, _profile);
            }

            if (_heat.Received != _heatRead)
            {
                _heatRead = _heat.Received;
                _connectorHot = IsConnectorHot(_heat.Data, _profile.ConnectorLimitC);
            }
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
        private PackFinding Connector(long nowMs)
        {
            if (_bus.LockValid(nowMs))
            {
                byte[] frame = _bus.Slot(SwapPackMessage.Lock).Data;
                bool fault = LockFrame.FaultCode.Raw(frame) != 0
                    && LockFrame.FaultLevel.Read(frame) >= _profile.AlarmLevelLimit;
                if (fault)
                {
                    return PackFinding.ConnectorFault;
                }
            }

            return _connectorHot && _bus.IsFresh(SwapPackMessage.ConnectorTemperatures, nowMs)
                ? PackFinding.ConnectorHot : PackFinding.None;
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

        private bool IsDamaged(long nowMs)
        {
            byte[] faults = _bus.Slot(SwapPackMessage.Fault).Data;
            return _bus.IsFresh(SwapPackMessage.Fault, nowMs)
                && (PackFault.MainCircuitFault.Raw(faults) == 1 || PackFault.ProtectorFault.Raw(faults) == 1
                    || PackFault.MainConnectionFault.Raw(faults) == 1
                    || PackFault.TemperatureWireFault.Raw(faults) == 1
                    || PackFault.VoltageWireFault.Raw(faults) == 1);
        }
    }
}
