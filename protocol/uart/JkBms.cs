namespace SwapEdge.Protocol
{
    /// <summary>
    /// What a JK BMS last answered or reported. A frame is checked and copied when it comes, and its fields are decoded
    /// when they are read.
    /// </summary>
    public sealed class JkBms
    {
        /// <summary>An answer older than this is stale; the protocol allows 5 s for one.</summary>
        public const int StaleMs = 10000;

        private const int Absent = -1;

        // Raw 0 to 140: 100 °C down to 0, then 1 to 40 below.
        private const int MaxTemperatureRaw = 140;

        private readonly MessageSlot _frame = new MessageSlot(Jk.Room);
        private readonly int[] _at = new int[JkField.Last - JkField.First + 1];
        private readonly DecodeCounts _counts = new DecodeCounts();
        private readonly int[] _alarms = new int[]
        {
            UartAlarm.ChargeLow, UartAlarm.Electronics, UartAlarm.PackHigh, UartAlarm.PackLow, UartAlarm.Hot,
            UartAlarm.ChargeCurrent, UartAlarm.DischargeCurrent, UartAlarm.CellsApart, UartAlarm.Hot, UartAlarm.Cold,
            UartAlarm.CellHigh, UartAlarm.CellLow, UartAlarm.Electronics, UartAlarm.Electronics,
        };

        /// <summary>Frames that held a field not known here; what stands before it was taken.</summary>
        public uint CutShort;

        public uint Count(DecodeResult result)
        {
            return _counts.Of(result);
        }

        /// <summary>
        /// Takes a frame that <see cref="JkFramer"/> found. UnknownId: not one with all fields; WrongSender: a request,
        /// left alone.
        /// </summary>
        public DecodeResult Accept(byte[] frame, int length, long nowMs)
        {
            return _counts.Add(Take(frame, length, nowMs));
        }

        /// <summary>The pack went away.</summary>
        public void Reset()
        {
            _frame.Clear();
        }

        public bool Has(int code)
        {
            return _frame.Received != 0 && _at[code - JkField.First] != Absent;
        }

        /// <summary>A field of up to four bytes as it was sent; 0 when it was not.</summary>
        public uint Raw(int code)
        {
            uint value = 0;
            int length = Has(code) ? JkField.LengthOf(code) : 0;
            for (int i = 0; i < length; i++)
            {
                value = (value << 8) | _frame.Data[_at[code - JkField.First] + i];
            }

            return value;
        }

        /// <summary>A text as it was sent, without the zeros at its end; empty when it was not.</summary>
        public string Text(int code)
        {
            int length = Has(code) ? JkField.LengthOf(code) : 0;
            int at = _at[code - JkField.First];
            while (length > 0 && _frame.Data[at + length - 1] == 0)
            {
                length--;
            }

            return length == 0 ? "" : Ascii.Read(_frame.Data, at, length);
        }

        public void Read(long nowMs, UartReading into)
        {
            into.Clear();
            if (_frame.Received == 0)
            {
                return;
            }

            Quality quality = _frame.IsFresh(nowMs, StaleMs) ? Quality.Valid : Quality.Stale;
            ReadCells(quality, into);
            ReadTemperatures(quality, into);
            ReadCurrent(quality, into);
            SetNumber(UartValue.VoltageMv, JkField.Voltage, 10, 655350, quality, into);
            SetNumber(UartValue.ChargePermille, JkField.Charge, 10, 1000, quality, into);
            SetNumber(UartValue.Cycles, JkField.Cycles, 1, 65535, quality, into);
            SetNumber(UartValue.CapacityMah, JkField.Capacity, 1000, 2000000, quality, into);
            if (Has(JkField.Switches))
            {
                into.Set(UartValue.Switches, (int)Raw(JkField.Switches) & 7, quality);
            }

            if (Has(JkField.Warnings))
            {
                into.Set(UartValue.Alarms, UartAlarm.Translate(Raw(JkField.Warnings), _alarms), quality);
            }
        }

        private DecodeResult Take(byte[] frame, int length, long nowMs)
        {
            int transport = frame[Jk.TransportOffset];
            if (transport != Jk.Answer && transport != Jk.Report)
            {
                return transport == Jk.Request ? DecodeResult.WrongSender : DecodeResult.UnknownId;
            }

            if (frame[Jk.CommandOffset] != Jk.ReadAll)
            {
                return DecodeResult.UnknownId;
            }

            DecodeResult result = Walk(frame, length - Jk.Tail, false);
            if (result == DecodeResult.Ok)
            {
                Walk(frame, length - Jk.Tail, true);
                _frame.Copy(frame, length, nowMs);
            }

            return result;
        }

        // Goes through the fields: first to see whether they are good, then to note where each stands.
        private DecodeResult Walk(byte[] frame, int end, bool note)
        {
            for (int i = 0; note && i < _at.Length; i++)
            {
                _at[i] = Absent;
            }

            int at = Jk.FieldOffset;
            while (at < end)
            {
                int code = frame[at];
                bool cells = code == JkField.Cells && at + 1 < end;
                int length = cells ? 1 + frame[at + 1] : JkField.LengthOf(code);
                if (length == 0)
                {
                    CutShort += note ? 1u : 0u;
                    return at == Jk.FieldOffset ? DecodeResult.UnknownId : DecodeResult.Ok;
                }

                if (at + 1 + length > end || (cells && length % 3 != 1))
                {
                    return DecodeResult.Malformed;
                }

                if (cells && length > 1 + (3 * UartReading.MaxCells))
                {
                    return DecodeResult.Long;
                }

                if (note)
                {
                    _at[code - JkField.First] = at + 1;
                }

                at += 1 + length;
            }

            return at == Jk.FieldOffset ? DecodeResult.Short : DecodeResult.Ok;
        }

        private void ReadCells(Quality quality, UartReading into)
        {
            if (!Has(JkField.Cells))
            {
                return;
            }

            int at = _at[0];
            into.CellCount = _frame.Data[at] / 3;
            for (int i = 0; i < into.CellCount; i++)
            {
                int cell = at + 1 + (3 * i);
                into.CellMv[i] = (_frame.Data[cell + 1] << 8) | _frame.Data[cell + 2];
            }

            into.SetCells(quality);
        }

        private void ReadTemperatures(Quality quality, UartReading into)
        {
            for (int code = JkField.BoxTemperature; code <= JkField.CellTemperature; code++)
            {
                if (Has(code))
                {
                    into.ProbeC[into.ProbeCount] = Temperature(code);
                    into.ProbeCount++;
                }
            }

            into.SetProbes(quality);
            if (Has(JkField.BoardTemperature))
            {
                into.SetWithin(UartValue.BoardTemperatureC, Temperature(JkField.BoardTemperature),
                    UartReading.LeastProbeC, UartReading.MostProbeC, quality);
            }
        }

        // What the format excludes comes out far below any temperature.
        private int Temperature(int code)
        {
            int raw = (int)Raw(code);
            return raw > MaxTemperatureRaw ? -273 : raw > 100 ? 100 - raw : raw;
        }

        private void ReadCurrent(Quality quality, UartReading into)
        {
            if (!Has(JkField.Current))
            {
                return;
            }

            int raw = (int)Raw(JkField.Current);
            int discharge = Raw(JkField.ProtocolVersion) == 0 ? raw - 10000
                : (raw & 0x8000) != 0 ? -(raw & 0x7FFF)
                : raw;
            into.Set(UartValue.CurrentMa, discharge * 10, quality);
        }

        private void SetNumber(UartValue value, int code, int factor, int most, Quality quality, UartReading into)
        {
            if (Has(code))
            {
                uint raw = Raw(code);
                bool fits = raw <= (uint)(most / factor);
                into.Set(value, fits ? (int)raw * factor : 0, fits ? quality : Quality.Abnormal);
            }
        }
    }
}
