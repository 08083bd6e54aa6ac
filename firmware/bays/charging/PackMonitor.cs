using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Watches the pack of one bay on its charger bus, listening only: the session, the reading and the warnings.
    /// Warning does not need the uplink. Hand in every frame of the bus in the order of arrival, then Poll once a pass.
    /// </summary>
    public sealed class PackMonitor
    {
        public readonly ChargeBus Bus;
        public readonly ChargeSession Session;
        public readonly PackWarnings Warnings = new PackWarnings();

        private readonly ChargeBusReader _reader = new ChargeBusReader();

        private uint _judgedMissing;
        private ChargeStage _judgedOverdue;
        private ChargeStage _judgedStage;

        public PackMonitor()
        {
            Bus = new ChargeBus();
            Session = new ChargeSession(Bus);
        }

        /// <summary>Takes one frame. Allocates nothing.</summary>
        public DecodeResult Accept(CanFrame frame)
        {
            DecodeResult result = Bus.Accept(frame);
            ChargeMessage completed = Bus.Completed;
            if (completed == ChargeMessage.None)
            {
                return result;
            }

            ChargeSession session = Session;
            ChargeStage before = session.Stage;
            session.Accept(completed, frame.TimeMs);
            switch (completed)
            {
                case ChargeMessage.Bsm:
                    if (session.Flags.Changed)
                    {
                        JudgeFlags(frame.TimeMs);
                    }

                    break;
                case ChargeMessage.Bst:
                case ChargeMessage.Cst:
                case ChargeMessage.Bem:
                case ChargeMessage.Cem:
                    JudgeSession(frame.TimeMs);
                    break;
                default:
                    break;
            }

            if (session.Stage != before)
            {
                Judge(frame.TimeMs);
            }

            return result;
        }

        /// <summary>
        /// Finds what did not come. The warnings are judged again only when something of the session has changed.
        /// </summary>
        public void Poll(long nowMs)
        {
            while (Bus.Poll(nowMs) != DecodeResult.None)
            {
                // Each overdue transport session is counted by the bus.
            }

            ChargeSession session = Session;
            session.Poll(nowMs);
            if (session.Missing != _judgedMissing || session.Overdue != _judgedOverdue || session.Stage != _judgedStage
                || session.IsPaused)
            {
                Judge(nowMs);
            }
        }

        public void Read(long nowMs, PackReading into)
        {
            _reader.Read(Bus, nowMs, into);
        }

        /// <summary>Of the values only charge, serial number and hottest point.</summary>
        public void Glance(long nowMs, PackReading into)
        {
            _reader.Glance(Bus, nowMs, into);
        }

        /// <summary>The pack is gone: its warnings are cleared, each as a change, and its values forgotten.</summary>
        public void Reset(long nowMs)
        {
            Bus.Reset();
            Session.Reset();
            Warnings.ClearAll(nowMs);
        }

        private void Judge(long nowMs)
        {
            JudgeSession(nowMs);
            JudgeFlags(nowMs);
            JudgeMessages(nowMs);
            _judgedMissing = Session.Missing;
            _judgedOverdue = Session.Overdue;
            _judgedStage = Session.Stage;
        }

        private void JudgeSession(long nowMs)
        {
            ChargeFault byBms = Session.Reports.First(ChargeParty.Bms);
            ChargeFault byCharger = Session.Reports.First(ChargeParty.Charger);
            Warnings.SetCode(PackWarning.BmsReportsTimeout, 2, (int)byBms, nowMs);
            Warnings.SetCode(PackWarning.ChargerReportsTimeout, 2, (int)byCharger, nowMs);
            Warnings.SetCode(PackWarning.StageOverdue, 2, (int)Session.Overdue, nowMs);
            bool exhausted = Session.Stage == ChargeStage.Failed && Session.Attempts >= ChargeLimits.Attempts;
            Warnings.Set(PackWarning.AttemptsExhausted, exhausted, 2, Session.Attempts, nowMs);
            bool paused = Session.IsPaused && nowMs - Session.PausedMs > ChargeLimits.PauseMs;
            Warnings.Set(PackWarning.PausedTooLong, paused, 1, 0, nowMs);
            Warnings.SetCode(PackWarning.StoppedOnFault, 2, (int)Session.Reports.FaultReason(), nowMs);
            bool emergency = Session.Reports.Has(StopReason.ChargerEmergencyStop);
            Warnings.Set(PackWarning.EmergencyStop, emergency, 3, 0, nowMs);
        }

        private void JudgeFlags(long nowMs)
        {
            PackFlags flags = Session.Flags;
            Warnings.Set(PackWarning.CellVoltageHigh, flags.CellVoltage == Bsm.High, 3, 0, nowMs);
            Warnings.Set(PackWarning.CellVoltageLow, flags.CellVoltage == Bsm.Low, 2, 0, nowMs);
            Warnings.Set(PackWarning.ChargeTooHigh, flags.Charge == Bsm.High, 1, 0, nowMs);
            Warnings.Set(PackWarning.ChargeTooLow, flags.Charge == Bsm.Low, 1, 0, nowMs);
            Warnings.Set(PackWarning.OverCurrent, flags.OverCurrent == Bsm.Abnormal, 2, 0, nowMs);
            int hottestC = Bsm.MaxTemperatureC.Read(Bus.Slot(ChargeMessage.Bsm).Data);
            Warnings.Set(PackWarning.OverTemperature, flags.OverTemperature == Bsm.Abnormal, 3, hottestC, nowMs);
            Warnings.Set(PackWarning.InsulationAbnormal, flags.Insulation == Bsm.Abnormal, 3, 0, nowMs);
            Warnings.Set(PackWarning.ConnectorAbnormal, flags.Connector == Bsm.Abnormal, 2, 0, nowMs);
        }

        private void JudgeMessages(long nowMs)
        {
            JudgeMessage(PackWarning.ChmMissing, ChargeMessage.Chm, nowMs);
            JudgeMessage(PackWarning.CrmMissing, ChargeMessage.Crm, nowMs);
            JudgeMessage(PackWarning.BrmMissing, ChargeMessage.Brm, nowMs);
            JudgeMessage(PackWarning.BcpMissing, ChargeMessage.Bcp, nowMs);
            JudgeMessage(PackWarning.CmlMissing, ChargeMessage.Cml, nowMs);
            JudgeMessage(PackWarning.BroMissing, ChargeMessage.Bro, nowMs);
            JudgeMessage(PackWarning.CroMissing, ChargeMessage.Cro, nowMs);
            JudgeMessage(PackWarning.BclMissing, ChargeMessage.Bcl, nowMs);
            JudgeMessage(PackWarning.CcsMissing, ChargeMessage.Ccs, nowMs);
            JudgeMessage(PackWarning.BcsMissing, ChargeMessage.Bcs, nowMs);
            JudgeMessage(PackWarning.BsmMissing, ChargeMessage.Bsm, nowMs);
            JudgeMessage(PackWarning.BstMissing, ChargeMessage.Bst, nowMs);
            JudgeMessage(PackWarning.CstMissing, ChargeMessage.Cst, nowMs);
            JudgeMessage(PackWarning.BsdMissing, ChargeMessage.Bsd, nowMs);
            JudgeMessage(PackWarning.CsdMissing, ChargeMessage.Csd, nowMs);
        }

        private void JudgeMessage(PackWarning warning, ChargeMessage message, long nowMs)
        {
            Warnings.Set(warning, Session.IsMissing(message), 2, 0, nowMs);
        }
    }
}
