namespace SwapEdge.Protocol
{
    /// <summary>
    /// Finds the lines in the bytes of an SLCAN adapter, or, in an adapter's place, of its user. What fits no line is
    /// counted and left out up to the next end of line, or to a letter that begins a frame: digits never hold one, so
    /// a lost end costs one frame. Memory is taken once; nothing throws.
    /// </summary>
    public sealed class SlcanReader
    {
        /// <summary>Room for the line without its end; a longer one is refused.</summary>
        public const int Room = 32;

        private readonly byte[] _nibbles = new byte[256];
        private readonly DecodeCounts _counts = new DecodeCounts();
        private bool _skipping;

        /// <summary>What the last <see cref="Accept"/> completed, or None.</summary>
        public SlcanKind Kind;

        /// <summary>The frame, while <see cref="Kind"/> says there is one; its time is that of the call.</summary>
        public readonly CanFrame Frame = new CanFrame();

        /// <summary>The frame asks another node for one: it has a length and no bytes.</summary>
        public bool Remote;

        /// <summary>The adapter's own time stamp, 0 to 59,999; -1 when the line has none.</summary>
        public int StampMs;

        /// <summary>Number of a line that has one: rate, flags, code, mask.</summary>
        public uint Value;

        /// <summary>A line that is no frame, without its end, until the next call; a text begins at 1.</summary>
        public readonly byte[] Line = new byte[Room];
        public int LineLength;

        public SlcanReader()
        {
            for (int i = 0; i < 256; i++)
            {
                _nibbles[i] = (byte)SlcanLetters.NibbleOf(i);
            }
        }

        public uint Count(DecodeResult result)
        {
            return _counts.Of(result);
        }

        /// <summary>
        /// Takes bytes up to the end of the first good line and returns how many it took: call again with the rest.
        /// <see cref="Kind"/> is None when they ran out before.
        /// </summary>
        public int Accept(byte[] data, int offset, int count, long nowMs)
        {
            if (Kind != SlcanKind.None)
            {
                Kind = SlcanKind.None;
                LineLength = 0;
            }

            if (LineLength == 0 && !_skipping)
            {
                int whole = TakeWhole(data, offset, offset + count, nowMs);
                if (whole > 0)
                {
                    return whole;
                }
            }

            for (int i = 0; i < count; i++)
            {
                byte value = data[offset + i];
                int length = LineLength;
                if (length > 0 && length < Room && _nibbles[value] != SlcanLetters.NoNibble)
                {
                    Line[length] = value;
                    LineLength = length + 1;
                }
                else if (TakeOther(value, nowMs))
                {
                    return i + 1;
                }
            }

            return count;
        }

        /// <summary>Forgets the bytes of an unfinished line, after the port was opened anew.</summary>
        public void Reset()
        {
            Kind = SlcanKind.None;
            LineLength = 0;
            _skipping = false;
        }

        // The line that a bus is made of, an extended frame without a stamp that lies whole in the bytes, at a sixth of
        // the cost of taking them one by one. 0, and nothing counted, when it is not that line.
        private int TakeWhole(byte[] data, int offset, int end, long nowMs)
        {
            const int DataAt = 2 + Slcan.ExtendedDigits;
            if (end - offset <= DataAt || data[offset] != (byte)'T')
            {
                return 0;
            }

            byte[] nibbles = _nibbles;
            int length = nibbles[data[offset + DataAt - 1]];
            int at = offset + DataAt;
            int close = at + (2 * length);
            if (length > 8 || close >= end || data[close] != Slcan.End)
            {
                return 0;
            }

            uint id = 0;
            int all = 0;
            for (int i = offset + 1; i < at - 1; i++)
            {
                int nibble = nibbles[data[i]];
                all |= nibble;
                id = (id << 4) | (uint)nibble;
            }

            byte[] into = Frame.Data;
            for (int i = 0; i < length; i++)
            {
                int high = nibbles[data[at]];
                int low = nibbles[data[at + 1]];
                all |= high | low;
                into[i] = (byte)((high << 4) | low);
                at += 2;
            }

            if (all > 0xF || id > 0x1FFFFFFF)
            {
                return 0;
            }

            for (int i = length; i < 8; i++)
            {
                into[i] = 0;
            }

            Frame.Id = id;
            Frame.Extended = true;
            Frame.Length = length;
            Frame.TimeMs = nowMs;
            Remote = false;
            StampMs = -1;
            Kind = SlcanKind.Frame;
            _counts.Add(DecodeResult.Ok);
            return close + 1 - offset;
        }

        // True when a good line ends here.
        private bool TakeOther(byte value, long nowMs)
        {
            if (value == Slcan.End || value == Slcan.Bell)
            {
                return EndLine(value, nowMs);
            }

            if (LineLength > 0)
            {
                bool text = (Line[0] == (byte)'V' || Line[0] == (byte)'N') && value > 0x20 && value < 0x7F;
                if (text && LineLength < Room)
                {
                    Line[LineLength] = value;
                    LineLength++;
                    return false;
                }

                Refuse(LineLength == Room ? DecodeResult.Long : DecodeResult.Malformed);
                _skipping = true;
            }

            if (_skipping ? SlcanLetters.BeginsFrame(value) : SlcanLetters.BeginsLine(value))
            {
                _skipping = false;
                Line[0] = value;
                LineLength = 1;
            }
            else if (!_skipping && value != (byte)'\n')
            {
                Refuse(DecodeResult.Malformed);
                _skipping = true;
            }

            return false;
        }

        private bool EndLine(byte end, long nowMs)
        {
            if (end == Slcan.Bell)
            {
                if (LineLength > 0)
                {
                    Refuse(DecodeResult.Malformed);
                }

                _skipping = false;
                Kind = SlcanKind.Refused;
                _counts.Add(DecodeResult.Ok);
                return true;
            }

            if (_skipping)
            {
                _skipping = false;
                return false;
            }

            DecodeResult result = LineLength == 0 ? Found(SlcanKind.Accepted)
                : SlcanLetters.BeginsFrame(Line[0]) ? ReadFrame(nowMs)
                : ReadLine();
            if (result != DecodeResult.Ok)
            {
                Refuse(result);
                return false;
            }

            _counts.Add(result);
            return true;
        }

        private DecodeResult ReadFrame(long nowMs)
        {
            bool extended = Line[0] == (byte)'T' || Line[0] == (byte)'R';
            bool remote = Line[0] == (byte)'r' || Line[0] == (byte)'R';
            int idDigits = extended ? Slcan.ExtendedDigits : Slcan.StandardDigits;
            if (LineLength < idDigits + 2)
            {
                return DecodeResult.Short;
            }

            uint id = Hex(1, idDigits);
            int length = (int)Hex(1 + idDigits, 1);
            if (id > (extended ? 0x1FFFFFFFu : 0x7FFu) || length > 8)
            {
                return DecodeResult.Malformed;
            }

            int dataAt = 2 + idDigits;
            int stampAt = remote ? dataAt : dataAt + (2 * length);
            int rest = LineLength - stampAt;
            if (rest != 0 && rest != Slcan.StampDigits)
            {
                return rest < Slcan.StampDigits ? DecodeResult.Short : DecodeResult.Long;
            }

            Frame.Id = id;
            Frame.Extended = extended;
            Frame.Length = length;
            Frame.TimeMs = nowMs;
            for (int i = 0; i < 8; i++)
            {
                Frame.Data[i] = remote || i >= length ? (byte)0 : (byte)Hex(dataAt + (2 * i), 2);
            }

            Remote = remote;
            StampMs = rest == 0 ? -1 : (int)Hex(stampAt, Slcan.StampDigits);
            return Found(SlcanKind.Frame);
        }

        private DecodeResult ReadLine()
        {
            switch ((char)Line[0])
            {
                case 'z': return Plain(SlcanKind.Sent);
                case 'O': return Plain(SlcanKind.Open);
                case 'L': return Plain(SlcanKind.Listen);
                case 'C': return Plain(SlcanKind.Close);
                case 'Z': return LineLength == 1 ? Found(SlcanKind.Sent) : Number(SlcanKind.TimeStamps, 1, 1);
                case 'F': return LineLength == 1 ? Found(SlcanKind.AskFlags) : Number(SlcanKind.Flags, 2, 0xFF);
                case 'V': return Found(LineLength == 1 ? SlcanKind.AskVersion : SlcanKind.Version);
                case 'N': return Found(LineLength == 1 ? SlcanKind.AskSerial : SlcanKind.Serial);
                case 'S': return Number(SlcanKind.SetRate, 1, Slcan.MaxRate);
                case 's': return Number(SlcanKind.SetTiming, 4, 0xFFFF);
                case 'M': return Number(SlcanKind.AcceptanceCode, 8, 0xFFFFFFFF);
                default: return Number(SlcanKind.AcceptanceMask, 8, 0xFFFFFFFF);
            }
        }

        private DecodeResult Plain(SlcanKind kind)
        {
            return LineLength == 1 ? Found(kind) : DecodeResult.Long;
        }

        private DecodeResult Number(SlcanKind kind, int digits, uint most)
        {
            if (LineLength != digits + 1)
            {
                return LineLength <= digits ? DecodeResult.Short : DecodeResult.Long;
            }

            uint value = Hex(1, digits);
            if (value > most)
            {
                return DecodeResult.Malformed;
            }

            Value = value;
            return Found(kind);
        }

        private DecodeResult Found(SlcanKind kind)
        {
            Kind = kind;
            return DecodeResult.Ok;
        }

        private void Refuse(DecodeResult result)
        {
            LineLength = 0;
            _counts.Add(result);
        }

        private uint Hex(int at, int digits)
        {
            uint value = 0;
            for (int i = 0; i < digits; i++)
            {
                value = (value << 4) | _nibbles[Line[at + i]];
            }

            return value;
        }
    }
}
