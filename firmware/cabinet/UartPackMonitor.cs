using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Watches one pack by what its BMS answers on a serial line: who it is, its reading, its warnings. Values are kept
    /// from when they were last valid; <see cref="IsKnown"/> says whether that was lately.
    /// </summary>
    public sealed class UartPackMonitor
    {
        /// <summary>Without an answer for so long a pack is silent: two rounds of a full cabinet.</summary>
        public const int SilentMs = 15000;

        private const int NoteLevel = 1;
        private const int OrdinaryLevel = 2;

        /// <summary>Less than this is no charge but what a BMS measures of nothing.</summary>
        private const int LeastChargingMa = 200;

        private readonly UartReading _uart = new UartReading();
        private readonly UartPackReader _reader = new UartPackReader();
        private readonly BatteryCodeParts _code = new BatteryCodeParts();
        private readonly SwapProfile _profile;
        private long _heardMs;

        public readonly JbdBms Bms = new JbdBms();
        public readonly PackWarnings Warnings = new PackWarnings();

        /// <summary>Of the pack here; -1 while it is not known.</summary>
        public int ChargePermille = -1;

        /// <summary>Its hottest point, °C; of meaning while <see cref="HottestKnown"/>.</summary>
        public int HottestC;
        public bool HottestKnown;

        /// <summary>It says that current flows into it.</summary>
        public bool IsCharging;

        /// <param name="profile">Which packs are permitted, and how hot one may be.</param>
        public UartPackMonitor(SwapProfile profile)
        {
            _profile = profile;
        }

        /// <summary>The name it gives itself; the first <see cref="CodeLength"/> characters, ASCII.</summary>
        public byte[] Code
        {
            get { return _code.Text; }
        }

        public int CodeLength
        {
            get { return _code.Length; }
        }

        /// <summary>It names itself by a code of GB/T 34014, as the packs of a swap fleet do, and a permitted one.
        /// </summary>
        public bool CodeFits
        {
            get { return Standing == PackFinding.None; }
        }

        /// <summary>What speaks against its code: none was heard, it is none, or what the register says.</summary>
        public PackFinding Standing
        {
            get
            {
                return _code.Length == 0 ? PackFinding.NotHeard
                    : !_code.Fits ? PackFinding.CodeUnknown
                    : _profile.Against(_code.Text, _code.Length);
            }
        }

        /// <summary>Serial number of its code; 0 while there is none.</summary>
        public uint Serial
        {
            get { return _code.Serial; }
        }

        /// <summary>Writes who owns it, when the register says so.</summary>
        public void TellOwner(EventRecord into)
        {
            PackRule.TellOwner(_profile.PermittedPacks, _code.Text, _code.Length, into);
        }

        /// <summary>State, charge, heat and name were all heard lately.</summary>
        public bool IsKnown(long nowMs)
        {
            return Bms.Basic.IsFresh(nowMs, SilentMs) && Bms.Name.IsFresh(nowMs, SilentMs) && ChargePermille >= 0
                && HottestKnown;
        }

        /// <summary>Takes a frame from the line while this pack was selected. Allocates nothing.</summary>
        public void Accept(byte[] frame, long nowMs)
        {
            if (Bms.Accept(frame, nowMs) != DecodeResult.Ok)
            {
                return;
            }

            _heardMs = nowMs;
            if (frame[1] == Jbd.NameRegister)
            {
                _code.Parse(Bms.Name.Data, LengthOf(Bms.Name));
            }
            else if (frame[1] == Jbd.BasicRegister)
            {
                Judge(nowMs);
            }
        }

        /// <summary>Once a pass while a pack is there: finds that it has fallen silent.</summary>
        public void Poll(long nowMs)
        {
            bool silent = nowMs - _heardMs > SilentMs;
            IsCharging = IsCharging && !silent;
            Warnings.Set(PackWarning.BmsSilent, silent, OrdinaryLevel, 0, nowMs);
        }

        public void Read(long nowMs, PackReading into)
        {
            Bms.Read(nowMs, _uart);
            _reader.Read(_uart, into);
            into.Set(PackValue.PackSerial, (int)Serial, Serial != 0 ? Quality.Valid : Quality.NotAvailable);
        }

        /// <summary>Another pack, or none, from now on.</summary>
        public void Reset(long nowMs)
        {
            Bms.Reset();
            _code.Clear();
            Warnings.ClearAll(nowMs);
            _heardMs = nowMs;
            ChargePermille = -1;
            HottestKnown = false;
            IsCharging = false;
        }

        private void Judge(long nowMs)
        {
            Bms.Read(nowMs, _uart);
            if (_uart.QualityOf(UartValue.ChargePermille) == Quality.Valid)
            {
                ChargePermille = _uart.Value(UartValue.ChargePermille);
            }

            HottestKnown = _uart.QualityOf(UartValue.MaxTemperatureC) == Quality.Valid;
            HottestC = _uart.Value(UartValue.MaxTemperatureC);
            IsCharging = _uart.Value(UartValue.CurrentMa) <= -LeastChargingMa;
            int alarms = _uart.Value(UartValue.Alarms);
            bool hot = (alarms & UartAlarm.Hot) != 0 || (HottestKnown && HottestC > _profile.TemperatureLimitC);

            // A pack that comes back empty is low by nature.
            Set(PackWarning.CellVoltageHigh, alarms & (UartAlarm.CellHigh | UartAlarm.PackHigh), EventWriter.AlarmLevel,
                nowMs);
            Set(PackWarning.CellVoltageLow, alarms & (UartAlarm.CellLow | UartAlarm.PackLow), NoteLevel, nowMs);
            Warnings.Set(PackWarning.OverTemperature, hot, EventWriter.AlarmLevel, HottestC, nowMs);
            int over = alarms & (UartAlarm.ChargeCurrent | UartAlarm.DischargeCurrent | UartAlarm.ShortCircuit);
            Set(PackWarning.OverCurrent, over,
                (over & UartAlarm.ShortCircuit) != 0 ? EventWriter.AlarmLevel : OrdinaryLevel, nowMs);
            Set(PackWarning.BmsFault, alarms & UartAlarm.Electronics, EventWriter.AlarmLevel, nowMs);
            Set(PackWarning.CellsApart, alarms & UartAlarm.CellsApart, OrdinaryLevel, nowMs);
        }

        /// <param name="warning">Which.</param>
        /// <param name="alarms">Those of UartAlarm that stand behind it.</param>
        /// <param name="level">What it means when any does.</param>
        /// <param name="nowMs">Time of this pass.</param>
        private void Set(PackWarning warning, int alarms, int level, long nowMs)
        {
            Warnings.Set(warning, alarms != 0, level, alarms, nowMs);
        }

        /// <summary>A name may be filled up with zeros, blanks or FFh.</summary>
        private static int LengthOf(MessageSlot name)
        {
            int length = name.Length;
            while (length > 0 && (name.Data[length - 1] == 0 || name.Data[length - 1] == (byte)' '
                || name.Data[length - 1] == 0xFF))
            {
                length--;
            }

            return length;
        }
    }
}
