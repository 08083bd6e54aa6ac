using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What state a pack is in, by what its BMS and the vehicle's swap controller say of it.</summary>
    public sealed class PackCondition
    {
        /// <summary>All of ST1 but its checksum and life counter.</summary>
        internal const ulong St1Says = ~0UL << (int)PackSt1.WorkStage;

        // A signal's start is in the low bits of its constant, which are all that a shift looks at.
        private const ulong Damage = 1UL << (int)PackFault.MainCircuitFault | 1UL << (int)PackFault.ProtectorFault
            | 1UL << (int)PackFault.MainConnectionFault | 1UL << (int)PackFault.TemperatureWireFault
            | 1UL << (int)PackFault.VoltageWireFault;

        // The code of a fault in the lock frame: any of its eight bits.
        private const ulong AnyFault = 0xFFUL << (int)LockFrame.FaultCode;

        private readonly SwapPackBus _bus;
        private readonly SwapProfile _profile;
        private readonly MessageSlot _st1;
        private readonly MessageSlot _st3;
        private readonly MessageSlot _st4;
        private readonly MessageSlot _heat;
        private readonly MessageSlot _fault;
        private readonly MessageSlot _lock;

        // What a frame said, read again when another one says something else.
        private ulong _st1Word;
        private bool _alarm;
        private bool _broken;
        private ulong _st3Word;
        private PackFinding _insulation;
        private ulong _st4Word;
        private PackFinding _cells;
        private ulong _heatWord;
        private bool _connectorHot;

        public PackCondition(SwapPackBus bus, SwapProfile profile)
        {
            _bus = bus;
            _profile = profile;
            _st1 = bus.Slot(SwapPackMessage.St1);
            _st3 = bus.Slot(SwapPackMessage.St3);
            _st4 = bus.Slot(SwapPackMessage.St4);
            _heat = bus.Slot(SwapPackMessage.ConnectorTemperatures);
            _fault = bus.Slot(SwapPackMessage.Fault);
            _lock = bus.Slot(SwapPackMessage.Lock);
            _st1Word = ~_st1.Word;
            _st3Word = ~_st3.Word;
            _st4Word = ~_st4.Word;
            _heatWord = ~_heat.Word;
            ReadFrames();
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
            if (((_st1.Word ^ _st1Word) & St1Says) != 0)
            {
                _st1Word = _st1.Word;
                _alarm = PackSt1.MaxLevel.Read(_st1.Data) >= _profile.AlarmLevelLimit;
                _broken = PackSt1.InterlockAlarm.Raw(_st1.Data) == 1
                    || PackSt1.HardwareLevel.Read(_st1.Data) >= _profile.AlarmLevelLimit;
            }

            if (_st3.Word != _st3Word)
            {
                _st3Word = _st3.Word;
                _insulation = Insulation(_st3.Data, _profile);
            }

            if (_st4.Word != _st4Word)
            {
                _st4Word = _st4.Word;
                _cells = Cells(_st4.Data, _profile);
            }

            if (_heat.Word != _heatWord)
            {
                _heatWord = _heat.Word;
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
            if ((_lock.Word & AnyFault) != 0 && LockFrame.FaultLevel.Read(_lock.Data) >= _profile.AlarmLevelLimit
                && _bus.LockValid(nowMs))
            {
                return PackFinding.ConnectorFault;
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
            return (_fault.Word & Damage) != 0 && _bus.IsFresh(SwapPackMessage.Fault, nowMs);
        }
    }
}
