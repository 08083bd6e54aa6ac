namespace SwapEdge.Protocol
{
    /// <summary>
    /// One field of a CAN message in DBC terms, packed into a constant: start + length * <see cref="Bits"/>, and where
    /// they differ from Intel, unsigned, 1 and 0 also <see cref="Motorola"/>, <see cref="Signed"/>, factor *
    /// <see cref="Factor"/> and offset * <see cref="Offset"/>. A constant takes neither flash nor memory until it is
    /// read; several hundred objects would take tens of kilobytes of both.
    /// 1 to 32 bits, value = raw * factor + offset; integers only, the unit is in the signal's name. Bit n lies in byte
    /// n / 8 at weight 2^(n mod 8). The start is the least significant bit for Intel and the most significant bit for
    /// Motorola, where the field goes on at bit 7 of the next byte. Every value fits an int: a wider one is read raw.
    /// What a pass reads unpacks in place: a call costs an interpreter more than the shift it would hide.
    /// </summary>
    public static class Signal
    {
        /// <summary>Times the length, 1 to 32 bits. The start below it is 0 to 511.</summary>
        public const long Bits = 1L << 9;

        /// <summary>Byte order @0 of a DBC file; @1, Intel, without it.</summary>
        public const long Motorola = 1L << 15;

        /// <summary>Two's complement.</summary>
        public const long Signed = 1L << 16;

        /// <summary>Times the factor, 2 to 1048575; left out it is 1.</summary>
        public const long Factor = 1L << FactorShift;

        /// <summary>Times the offset, up to 67108863 either way; left out it is 0.</summary>
        public const long Offset = 1L << OffsetShift;

        internal const int FactorShift = 17;
        private const int OffsetShift = 37;

        /// <summary>Length in bits.</summary>
        public static int LengthOf(this long signal)
        {
            return ((int)signal >> 9) & 63;
        }

        public static int OffsetOf(this long signal)
        {
            return (int)(signal >> OffsetShift);
        }

        /// <summary>Bytes that a payload must have for the whole field to lie in it.</summary>
        public static int BytesOf(this long signal)
        {
            int packed = (int)signal;
            int before = (packed & (int)Motorola) == 0 ? packed & 7 : 7 - (packed & 7);
            return ((packed & 511) >> 3) + ((before + ((packed >> 9) & 63) + 7) >> 3);
        }

        /// <summary>Whether the whole field lies in a payload of that many bytes.</summary>
        public static bool Fits(this long signal, int payloadLength)
        {
            return BytesOf(signal) <= payloadLength;
        }

        public static uint Raw(this long signal, byte[] data)
        {
            int packed = (int)signal;
            int length = (packed >> 9) & 63;
            int index = (packed & 511) >> 3;
            uint raw;
            if ((packed & (int)Motorola) == 0)
            {
                raw = (uint)data[index] >> (packed & 7);
                if ((packed & 7) + length <= 8)
                {
                    return raw & ((1u << length) - 1);
                }

                for (int got = 8 - (packed & 7); got < length; got += 8)
                {
                    index++;
                    raw |= (uint)data[index] << got;
                }
            }
            else
            {
                // Bits above the field leave the word at its upper end, or are masked.
                int left = length - (packed & 7) - 1;
                raw = left < 0 ? (uint)data[index] >> -left : data[index];
                while (left > 0)
                {
                    index++;
                    raw = left < 8 ? (raw << left) | ((uint)data[index] >> (8 - left)) : (raw << 8) | data[index];
                    left -= 8;
                }
            }

            return length == 32 ? raw : raw & ((1u << length) - 1);
        }

        public static int Read(this long signal, byte[] data)
        {
            int packed = (int)signal;
            int length = (packed >> 9) & 63;
            bool inOneByte = (packed & (int)Motorola) == 0 && (packed & 7) + length <= 8;
            uint raw = inOneByte
                ? ((uint)data[(packed & 511) >> 3] >> (packed & 7)) & ((1u << length) - 1)
                : Raw(signal, data);
            return (ulong)signal < (ulong)Signed ? (int)raw : Scaled(signal, raw);
        }

        /// <summary>The value of a raw one.</summary>
        public static int Scaled(this long signal, uint raw)
        {
            int packed = (int)signal;
            int length = (packed >> 9) & 63;
            if ((packed & (int)Signed) != 0 && length < 32 && (raw >> (length - 1)) != 0)
            {
                raw |= 0xFFFFFFFF << length;
            }

            int factor = (int)(signal >> FactorShift) & 0xFFFFF;
            return (factor == 0 ? (int)raw : (int)raw * factor) + (int)(signal >> OffsetShift);
        }

        /// <summary>False when every bit is 1, which means "not available". A field of one bit always is.</summary>
        public static bool IsAvailable(this long signal, byte[] data)
        {
            int length = ((int)signal >> 9) & 63;
            return length == 1 || Raw(signal, data) != (length == 32 ? 0xFFFFFFFF : (1u << length) - 1);
        }

        /// <summary>True when only the lowest bit is 0: "abnormal" in messages that tell the two apart.</summary>
        public static bool IsAbnormal(this long signal, byte[] data)
        {
            return Raw(signal, data) == Largest(signal) - 1;
        }

        /// <summary>Writes the low bits of a raw value and leaves the bits around the field alone.</summary>
        public static void WriteRaw(this long signal, byte[] data, uint raw)
        {
            int packed = (int)signal;
            int length = (packed >> 9) & 63;
            int index = (packed & 511) >> 3;
            int bit = packed & 7;
            bool intel = (packed & (int)Motorola) == 0;
            if (intel && bit + length <= 8)
            {
                int ones = ((1 << length) - 1) << bit;
                data[index] = (byte)((data[index] & ~ones) | ((int)(raw << bit) & ones));
                return;
            }

            int left = length;
            while (left > 0)
            {
                int room = intel ? 8 - bit : bit + 1;
                int take = left < room ? left : room;
                int shift = intel ? bit : room - take;
                uint part = intel ? raw >> (length - left) : raw >> (left - take);
                int mask = ((1 << take) - 1) << shift;
                data[index] = (byte)((data[index] & ~mask) | ((int)(part << shift) & mask));
                left -= take;
                index++;
                bit = intel ? 0 : 7;
            }
        }

        /// <summary>
        /// Writes a value, rounded to the nearest step of the field. False, and nothing written, when it is out of
        /// range.
        /// </summary>
        public static bool Write(this long signal, byte[] data, int value)
        {
            int packed = (int)signal;
            int factor = (int)(signal >> FactorShift) & 0xFFFFF;
            long raw = (long)value - (int)(signal >> OffsetShift);
            if (factor != 0)
            {
                raw = (raw >= 0 ? raw + (factor / 2) : raw - (factor / 2)) / factor;
            }

            bool signed = (packed & (int)Signed) != 0;
            long span = 1L << ((packed >> 9) & 63);
            long least = signed ? -(span >> 1) : 0;
            long most = signed ? (span >> 1) - 1 : span - 1;
            if (raw < least || raw > most)
            {
                return false;
            }

            WriteRaw(signal, data, (uint)raw);
            return true;
        }

        private static uint Largest(long signal)
        {
            int length = LengthOf(signal);
            return length == 32 ? 0xFFFFFFFF : (1u << length) - 1;
        }
    }
}
