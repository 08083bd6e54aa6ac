using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What the two sides have said in BEM, CEM, BST and CST of one session.</summary>
    public sealed class ChargeReports
    {
        private const uint BmsFaults = 0x000000FE;

        // Reached, asked for by a person, or following the other side; the emergency stop is a warning of its own.
        private const uint NormalReasons = (1u << (int)StopReason.BmsChargeReached)
            | (1u << (int)StopReason.BmsTotalVoltageReached) | (1u << (int)StopReason.BmsCellVoltageReached)
            | (1u << (int)StopReason.BmsSawChargerStop) | (1u << (int)StopReason.ChargerConditionReached)
            | (1u << (int)StopReason.ChargerManual) | (1u << (int)StopReason.ChargerSawBmsStop)
            | (1u << (int)StopReason.ChargerEmergencyStop);

        private readonly long[] _bem;
        private readonly long[] _cem;
        private readonly long[] _bst;
        private readonly long[] _cst;
        private uint _faults;
        private uint _reasons;

        // In the order of the enums, from the first of each message on. Not static: a static initialiser must not read
        // the statics of another type.
        public ChargeReports()
        {
            _bem = new long[]
            {
                Bem.CrmNotRecognised, Bem.CrmRecognised, Bem.CtsOrCml, Bem.Cro, Bem.Ccs, Bem.Cst, Bem.Csd,
            };
            _cem = new long[] { Cem.Brm, Cem.Bcp, Cem.Bro, Cem.Bcs, Cem.Bcl, Cem.Bst, Cem.Bsd };
            _bst = new long[]
            {
                Bst.ChargeReached, Bst.TotalVoltageReached, Bst.CellVoltageReached, Bst.ChargerStopped, Bst.Insulation,
                Bst.OutputConnectorHot, Bst.ElementHot, Bst.ChargeConnector, Bst.PackHot, Bst.Relay, Bst.CheckPoint2,
                Bst.Other, Bst.OverCurrent, Bst.VoltageAbnormal,
            };
            _cst = new long[]
            {
                Cst.ConditionReached, Cst.Manual, Cst.Fault, Cst.BmsStopped, Cst.ChargerHot, Cst.ChargeConnector,
                Cst.InsideHot, Cst.CannotDeliver, Cst.EmergencyStop, Cst.Other, Cst.CurrentMismatch,
                Cst.VoltageAbnormal,
            };
        }

        public bool Has(ChargeFault fault)
        {
            return (_faults & (1u << (int)fault)) != 0;
        }

        public bool Has(StopReason reason)
        {
            return (_reasons & (1u << (int)reason)) != 0;
        }

        /// <summary>The first time-out that one side reports, None when it reports none.</summary>
        public ChargeFault First(ChargeParty party)
        {
            return (ChargeFault)Lowest(party == ChargeParty.Bms ? _faults & BmsFaults : _faults & ~BmsFaults);
        }

        /// <summary>
        /// The first reason given for the stop that is neither a normal end nor the other side's stop.
        /// </summary>
        public StopReason FaultReason()
        {
            return (StopReason)Lowest(_reasons & ~NormalReasons);
        }

        /// <summary>True when the message leaves its sender with a time-out to report.</summary>
        internal bool TakeError(ChargeMessage message, byte[] data)
        {
            if (message == ChargeMessage.Bem)
            {
                _faults = Take(_faults, _bem, (int)ChargeFault.BmsMissedCrmNotRecognised, data);
                return (_faults & BmsFaults) != 0;
            }

            _faults = Take(_faults, _cem, (int)ChargeFault.ChargerMissedBrm, data);
            return (_faults & ~BmsFaults) != 0;
        }

        internal void TakeStop(ChargeMessage message, byte[] data)
        {
            if (message == ChargeMessage.Bst)
            {
                _reasons = Take(_reasons, _bst, (int)StopReason.BmsChargeReached, data);
            }
            else if (message == ChargeMessage.Cst)
            {
                _reasons = Take(_reasons, _cst, (int)StopReason.ChargerConditionReached, data);
            }
        }

        internal void Reset()
        {
            _faults = 0;
            _reasons = 0;
        }

        // 0 when no bit is set; bit 0 stands for None.
        private static int Lowest(uint set)
        {
            int bit = 0;
            while (set > 1)
            {
                if ((set & 1) != 0)
                {
                    return bit;
                }

                set >>= 1;
                bit++;
            }

            return set == 0 ? 0 : bit;
        }

        private static uint Take(uint set, long[] signals, int first, byte[] data)
        {
            for (int i = 0; i < signals.Length; i++)
            {
                set = TwoBits.Keep(set, first + i, signals[i].Raw(data));
            }

            return set;
        }
    }
}
