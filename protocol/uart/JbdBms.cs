namespace SwapEdge.Protocol
{
    /// <summary>
    /// What a JBD BMS last answered. An answer is checked and copied when it comes, and decoded when it is read.
    /// </summary>
    public sealed class JbdBms
    {
        /// <summary>An answer older than this is stale: the BMS is asked every second.</summary>
        public const int StaleMs = 5000;

        private const int SlotRoom = 64;

        /// <summary>Data of register 03, see <see cref="JbdBasic"/>.</summary>
        public readonly MessageSlot Basic = new MessageSlot(SlotRoom);

        /// <summary>Data of register 04: two bytes a cell, in millivolts.</summary>
        public readonly MessageSlot Cells = new MessageSlot(2 * UartReading.MaxCells);

        /// <summary>
        /// Data of register 05, ASCII. There is no serial number among the registers that can be read at any time, so
        /// swap fleets write the pack's code here; that is the owner's, not the maker's, doing.
        /// </summary>
        public readonly MessageSlot Name = new MessageSlot(SlotRoom);

        private readonly DecodeCounts _counts = new DecodeCounts();
        private readonly byte[] _data = new byte[255];
        private readonly int[] _alarms = new int[]
        {
            UartAlarm.CellHigh, UartAlarm.CellLow, UartAlarm.PackHigh, UartAlarm.PackLow, UartAlarm.Hot, UartAlarm.Cold,
            UartAlarm.Hot, UartAlarm.Cold, UartAlarm.ChargeCurrent, UartAlarm.DischargeCurrent, UartAlarm.ShortCircuit,
            UartAlarm.Electronics, UartAlarm.Locked,
        };

        public uint Count(DecodeResult result)
        {
            return _counts.Of(result);
        }

        /// <summary>
        /// Takes a frame that <see cref="JbdFramer"/> found. UnknownId: another register, or one that the BMS does not
        /// have; WrongSender: a request, left alone.
        /// </summary>
        public DecodeResult Accept(byte[] frame, long nowMs)
        {
            return _counts.Add(Take(frame, nowMs));
        }

        /// <summary>The pack went away.</summary>
        public void Reset()
        {
            Basic.Clear();
            Cells.Clear();
            Name.Clear();
        }

        public void Read(long nowMs, UartReading into)
        {
            into.Clear();
            ReadBasic(Basic.IsFresh(nowMs, StaleMs) ? Quality.Valid : Quality.Stale, into);
            into.CellCount = Cells.Length / 2;
            for (int i = 0; i < into.CellCount; i++)
            {
                into.CellMv[i] = Number(Cells.Data, 2 * i);
            }

            into.SetCells(Cells.IsFresh(nowMs, StaleMs) ? Quality.Valid : Quality.Stale);
        }

        private DecodeResult Take(byte[] frame, long nowMs)
        {
            if (Jbd.IsRequest(frame))
            {
                return DecodeResult.WrongSender;
            }

            int register = frame[1];
            int length = frame[Jbd.LengthOffset];
            if (frame[2] != Jbd.StatusOk || register < Jbd.BasicRegister || register > Jbd.NameRegister)
            {
                return DecodeResult.UnknownId;
            }

            System.Array.Copy(frame, Jbd.DataOffset, _data, 0, length);
            if (register == Jbd.NameRegister)
            {
                return TakeName(length, nowMs);
            }

            if (register == Jbd.BasicRegister)
            {
                if (length < JbdBasic.MinLength
                    || length < JbdBasic.MinLength + (2 * JbdBasic.ProbeCount.Read(_data)))
                {
                    return DecodeResult.Short;
                }

                Basic.Copy(_data, length, nowMs);
                return DecodeResult.Ok;
            }

            if (length == 0 || length % 2 != 0 || length > 2 * UartReading.MaxCells)
            {
                return length == 0 ? DecodeResult.Short
                    : length % 2 != 0 ? DecodeResult.Malformed
                    : DecodeResult.Long;
            }

            Cells.Copy(_data, length, nowMs);
            return DecodeResult.Ok;
        }

        private DecodeResult TakeName(int length, long nowMs)
        {
            if (length == 0 || length > SlotRoom)
            {
                return length == 0 ? DecodeResult.Short : DecodeResult.Long;
            }

            Name.Copy(_data, length, nowMs);
            return DecodeResult.Ok;
        }

        private void ReadBasic(Quality quality, UartReading into)
        {
            if (Basic.Received == 0)
            {
                return;
            }

            byte[] data = Basic.Data;
            into.Set(UartValue.VoltageMv, JbdBasic.VoltageMv.Read(data), quality);
            into.Set(UartValue.CurrentMa, -JbdBasic.ChargeCurrentMa.Read(data), quality);
            into.SetWithin(UartValue.ChargePermille, JbdBasic.ChargePermille.Read(data), 0, 1000, quality);
            into.Set(UartValue.RemainingMah, JbdBasic.RemainingMah.Read(data), quality);
            into.Set(UartValue.CapacityMah, JbdBasic.CapacityMah.Read(data), quality);
            into.Set(UartValue.Cycles, JbdBasic.Cycles.Read(data), quality);
            into.Set(UartValue.Alarms, UartAlarm.Translate(JbdBasic.Protection.Raw(data), _alarms), quality);
            bool balancing = (JbdBasic.Balancing.Raw(data) | JbdBasic.BalancingFrom17.Raw(data)) != 0;
            into.Set(UartValue.Switches, (JbdBasic.Switches.Read(data) & 3) | (balancing ? 4 : 0), quality);
            int probes = JbdBasic.ProbeCount.Read(data);
            into.ProbeCount = probes < UartReading.MaxProbes ? probes : UartReading.MaxProbes;
            for (int i = 0; i < into.ProbeCount; i++)
            {
                int tenths = Number(data, JbdBasic.ProbeOffset + (2 * i)) - JbdBasic.ProbeZero;
                into.ProbeC[i] = (tenths >= 0 ? tenths + 5 : tenths - 5) / 10;
            }

            into.SetProbes(quality);
        }

        private static int Number(byte[] data, int offset)
        {
            return (data[offset] << 8) | data[offset + 1];
        }
    }
}
