namespace SwapEdge.Protocol
{
    /// <summary>
    /// One field of a CAN message in DBC terms: 1 to 32 bits, value = raw * factor + offset. Integers only; the unit is
    /// in the signal's name. Bit n lies in byte n / 8 at weight 2^(n mod 8). The start is the least significant bit for
    /// Intel and the most significant bit for Motorola, where the field goes on at bit 7 of the next byte.
    /// </summary>
    public sealed class Signal
    {
        public readonly int Start;
        public readonly int Length;
        public readonly Order Order;
        public readonly bool Signed;
        public readonly int Factor;
        public readonly int Offset;

        private readonly int _firstByte;
        private readonly int _firstBit;
        private readonly int _lastByte;
        private readonly uint _mask;

        /// <summary>
        /// The factor is 1 or more, and every value of the field fits an int: a wider one is read raw.
        /// </summary>
        public Signal(int start, int length, Order order, bool signed, int factor, int offset)
        {
            Start = start;
            Length = length;
            Order = order;
            Signed = signed;
            Factor = factor;
            Offset = offset;
            _firstByte = start >> 3;
            _firstBit = start & 7;
            _mask = length == 32 ? 0xFFFFFFFF : (1u << length) - 1;
            int bitsOfFirst = order == Order.Intel ? 8 - _firstBit : _firstBit + 1;
            _lastByte = length <= bitsOfFirst ? _firstByte : _firstByte + ((length - bitsOfFirst + 7) >> 3);
        }

        /// <summary>Whether the whole field lies in a payload of that many bytes.</summary>
        public bool Fits(int payloadLength)
        {
            return _lastByte < payloadLength;
        }

        public uint Raw(byte[] data)
        {
            return Order == Order.Intel ? RawIntel(data) : RawMotorola(data);
        }

        public int Read(byte[] data)
        {
            uint raw = Raw(data);
            if (Signed && Length < 32 && (raw >> (Length - 1)) != 0)
            {
                raw |= ~_mask;
            }

            return (int)raw * Factor + Offset;
        }

        /// <summary>False when every bit is 1, which means "not available". A field of one bit always is.</summary>
        public bool IsAvailable(byte[] data)
        {
            return Length == 1 || Raw(data) != _mask;
        }

        /// <summary>True when only the lowest bit is 0: "abnormal" in messages that tell the two apart.</summary>
        public bool IsAbnormal(byte[] data)
        {
            return Raw(data) == _mask - 1;
        }

        /// <summary>Writes the low bits of a raw value and leaves the bits around the field alone.</summary>
        public void WriteRaw(byte[] data, uint raw)
        {
            int left = Length;
            int index = _firstByte;
            int bit = _firstBit;
            while (left > 0)
            {
                int room = Order == Order.Intel ? 8 - bit : bit + 1;
                int take = left < room ? left : room;
                int shift = Order == Order.Intel ? bit : room - take;
                uint part = Order == Order.Intel ? raw >> (Length - left) : raw >> (left - take);
                int mask = ((1 << take) - 1) << shift;
                data[index] = (byte)((data[index] & ~mask) | ((int)(part << shift) & mask));
                left -= take;
                index++;
                bit = Order == Order.Intel ? 0 : 7;
            }
        }

        /// <summary>
        /// Writes a value, rounded to the nearest step of the field. False, and nothing written, when it is out of
        /// range.
        /// </summary>
        public bool Write(byte[] data, int value)
        {
            long scaled = (long)value - Offset;
            long half = Factor / 2;
            long raw = scaled >= 0 ? (scaled + half) / Factor : (scaled - half) / Factor;
            long least = Signed ? -(1L << (Length - 1)) : 0;
            long most = Signed ? (1L << (Length - 1)) - 1 : _mask;
            if (raw < least || raw > most)
            {
                return false;
            }

            WriteRaw(data, (uint)raw);
            return true;
        }

        private uint RawIntel(byte[] data)
        {
            uint raw = (uint)data[_firstByte] >> _firstBit;
            int got = 8 - _firstBit;
            for (int index = _firstByte + 1; index <= _lastByte; index++)
            {
                raw |= (uint)data[index] << got;
                got += 8;
            }

            return raw & _mask;
        }

        private uint RawMotorola(byte[] data)
        {
            uint raw = 0;
            int left = Length;
            int bit = _firstBit;
            for (int index = _firstByte; index <= _lastByte; index++)
            {
                int take = left < bit + 1 ? left : bit + 1;
                uint part = ((uint)data[index] >> (bit + 1 - take)) & ((1u << take) - 1);
                raw = (raw << take) | part;
                left -= take;
                bit = 7;
            }

            return raw;
        }
    }
}
