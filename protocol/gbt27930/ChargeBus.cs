namespace SwapEdge.Protocol
{
    /// <summary>
    /// Listens to both directions of one charger bus: identifier, addresses, length, reassembly, copy. It never sends.
    /// A refused frame changes nothing but its counter.
    /// </summary>
    public sealed class ChargeBus
    {
        /// <summary>What the last Accept completed.</summary>
        public ChargeMessage Completed;

        /// <summary>PGN that the last Accept or Poll was about; 0 for a packet of an unknown session.</summary>
        public int Pgn;

        /// <summary>The transport sessions that are followed.</summary>
        public readonly TransportReceiver Sessions;

        /// <summary>What is taken off a raw current now: 400 A, or what CFC has set for this pack.</summary>
        public int CurrentOffsetMa = StandardOffsetMa;

        private const int StandardOffsetMa = 400000;

        // Destination and sender, the low two bytes of an identifier.
        private const int FromBms = (ChargeMessages.ChargerAddress << 8) | ChargeMessages.BmsAddress;
        private const int FromCharger = (ChargeMessages.BmsAddress << 8) | ChargeMessages.ChargerAddress;

        // One each way, and one more for a broadcast or an unfinished one.
        private const int SessionCount = 3;
        private const int FormatCount = 128;

        private readonly ChargeRow[] _rows;
        private readonly MessageSlot[] _slots;
        private readonly int[] _shiftsMa;

        // By format and sender: a PGN may be one message of the charger and another of the BMS.
        private readonly byte[] _ofCharger = new byte[FormatCount];
        private readonly byte[] _ofBms = new byte[FormatCount];
        private readonly uint[] _counts;

        public readonly DecodeCounts Counts = new DecodeCounts();

        public ChargeBus()
        {
            _counts = Counts.All;
            _rows = ChargeMessages.Rows;
            _slots = new MessageSlot[_rows.Length];
            _shiftsMa = new int[_rows.Length];
            for (int i = 0; i < _rows.Length; i++)
            {
                _slots[i] = new MessageSlot(_rows[i].MaxLength);
                if (_rows[i].IsFrom(true))
                {
                    _ofCharger[_rows[i].Pgn >> 8] = (byte)i;
                }

                if (_rows[i].IsFrom(false))
                {
                    _ofBms[_rows[i].Pgn >> 8] = (byte)i;
                }
            }

            Sessions = new TransportReceiver(SessionCount, Transport.MaxSize);
        }

        /// <summary>Takes one frame of either direction. Allocates nothing.</summary>
        public DecodeResult Accept(CanFrame frame)
        {
            Completed = ChargeMessage.None;
            int id = (int)frame.Id;
            int pair = id & 0xFFFF;
            int format = (id >> 16) & 0x3FF;
            int index = !frame.Extended || format >= FormatCount ? 0
                : pair == FromBms ? _ofBms[format] : pair == FromCharger ? _ofCharger[format] : 0;
            ChargeRow row = _rows[index];
            int length = frame.Length;
            DecodeResult result = DecodeResult.Ok;
            if (index != 0 && length >= row.MinLength && length <= row.MaxLength && !row.ViaTransport)
            {
                // Nearly every frame, in one look: below that format nothing is transport.
                Pgn = format << 8;
                Keep(index, frame.Data, length, frame.TimeMs);
            }
            else
            {
                result = Decide(frame);
            }

            _counts[(int)result]++;
            return result;
        }

        /// <summary>
        /// Ends one overdue transport session: TransportTimeout; None when no more is overdue. Call it after the frames
        /// that have arrived were accepted.
        /// </summary>
        public DecodeResult Poll(long nowMs)
        {
            DecodeResult result = Sessions.Poll(nowMs);
            if (result != DecodeResult.None)
            {
                Pgn = Sessions.Pgn;
                Counts.Add(result);
            }

            return result;
        }

        public MessageSlot Slot(ChargeMessage message)
        {
            return _slots[(int)message];
        }

        /// <summary>Whether the message came within three of its periods.</summary>
        public bool IsFresh(ChargeMessage message, long nowMs)
        {
            int index = (int)message;
            return _slots[index].IsFresh(nowMs, _rows[index].PeriodMs * ChargeMessages.StalePeriods);
        }

        /// <summary>
        /// To be added to every current that is read from the copy of a message: 0, or what the offset that CFC had set
        /// when it came takes off beyond the standard's.
        /// </summary>
        public int CurrentShiftMa(ChargeMessage message)
        {
            return _shiftsMa[(int)message];
        }

        public uint Count(DecodeResult result)
        {
            return Counts.Of(result);
        }

        /// <summary>Forgets the pack; the counters stay.</summary>
        public void Reset()
        {
            Completed = ChargeMessage.None;
            Sessions.Reset();
            CurrentOffsetMa = StandardOffsetMa;
            for (int i = 0; i < _slots.Length; i++)
            {
                _slots[i].Clear();
                _shiftsMa[i] = 0;
            }
        }

        private DecodeResult Decide(CanFrame frame)
        {
            Pgn = J1939.Pgn(frame.Id);
            if (!frame.Extended)
            {
                return DecodeResult.UnknownId;
            }

            int source = J1939.Source(frame.Id);
            if (!IsOfThisBus(source, J1939.Destination(frame.Id)))
            {
                return DecodeResult.ForeignAddress;
            }

            if (Pgn != Transport.ConnectionPgn && Pgn != Transport.DataPgn)
            {
                return Deliver(source, frame.Data, frame.Length, true, frame.TimeMs);
            }

            DecodeResult result = Sessions.Accept(frame);
            Pgn = Sessions.Pgn;
            return result == DecodeResult.Ok
                ? Deliver(Sessions.Source, Sessions.Data, Sessions.Length, false, frame.TimeMs)
                : result;
        }

        private DecodeResult Deliver(int source, byte[] data, int length, bool single, long timeMs)
        {
            int format = Pgn >> 8;
            bool known = format < FormatCount && (Pgn & 0xFF) == 0;
            bool fromCharger = source == ChargeMessages.ChargerAddress;
            int index = !known ? 0 : fromCharger ? _ofCharger[format] : _ofBms[format];
            if (index == 0)
            {
                return known && (_ofCharger[format] | _ofBms[format]) != 0
                    ? DecodeResult.WrongSender
                    : DecodeResult.UnknownId;
            }

            ChargeRow row = _rows[index];
            if (length < row.MinLength)
            {
                return DecodeResult.Short;
            }

            int longest = row.MaxLength;
            if (length > longest && !(single && IsPadding(data, longest, length)))
            {
                return DecodeResult.Long;
            }

            if (row.Message == ChargeMessage.Bmv && length % Bmv.CellLength != 0)
            {
                return DecodeResult.Malformed;
            }

            Keep(index, data, length, timeMs);
            return DecodeResult.Ok;
        }

        private void Keep(int index, byte[] data, int length, long timeMs)
        {
            _slots[index].Copy(data, length, timeMs);
            _shiftsMa[index] = StandardOffsetMa - CurrentOffsetMa;
            Completed = (ChargeMessage)index;
            if (Completed == ChargeMessage.Cfc)
            {
                SetOffset(data);
            }
        }

        // A dialect's offset of nothing, or "not available", is none.
        private void SetOffset(byte[] data)
        {
            if (Cfc.CurrentOffsetMa.IsAvailable(data) && Cfc.CurrentOffsetMa.Raw(data) != 0)
            {
                CurrentOffsetMa = Cfc.CurrentOffsetMa.Read(data);
            }
        }

        private static bool IsOfThisBus(int source, int destination)
        {
            if (source == ChargeMessages.ChargerAddress)
            {
                return destination == ChargeMessages.BmsAddress || destination == J1939.Everyone;
            }

            return source == ChargeMessages.BmsAddress
                && (destination == ChargeMessages.ChargerAddress || destination == J1939.Everyone);
        }

        // Some controllers send every frame with 8 bytes, the rest filled with ones or zeros.
        private static bool IsPadding(byte[] data, int from, int length)
        {
            byte fill = data[from];
            for (int i = from; i < length; i++)
            {
                if (data[i] != fill)
                {
                    return false;
                }
            }

            return fill == 0xFF || fill == 0x00;
        }
    }
}
