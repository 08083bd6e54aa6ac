namespace SwapEdge.Protocol
{
    /// <summary>
    /// Reads Protocol Buffers field by field, without allocating and without exceptions:
    /// <code>
    /// while (at &lt; end)
    /// {
    ///     at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
    ///     if (at &lt; 0) { return DecodeResult.Malformed; }
    ///     switch (tag) ...
    /// }
    /// </code>
    /// An unknown field needs no line: <see cref="Next"/> has gone past it. Offsets and lengths given to it lie in the
    /// array.
    /// </summary>
    public static class ProtoReader
    {
        public const int WireVarint = 0;
        public const int WireFixed64 = 1;
        public const int WireBytes = 2;
        public const int WireFixed32 = 5;

        /// <summary>
        /// Reads one field. The tag is number * 8 + wire type; a number of its own is the value of every wire type but
        /// bytes, where it is their count, and they end at the position returned.
        /// </summary>
        /// <returns>Where the next field starts, or -1: cut off, overlong, or not Protocol Buffers.</returns>
        public static int Next(byte[] data, int at, int end, out int tag, out ulong value)
        {
            tag = 0;
            at = RawVarint(data, at, end, out value);
            if (at < 0 || value > 0xFFFFFFFF || value < 8)
            {
                return -1;
            }

            tag = (int)value;
            switch (tag & 7)
            {
                case WireVarint:
                    return RawVarint(data, at, end, out value);
                case WireFixed64:
                    return Fixed(data, at, end, 8, out value);
                case WireFixed32:
                    return Fixed(data, at, end, 4, out value);
                case WireBytes:
                    at = RawVarint(data, at, end, out value);
                    return at < 0 || value > (ulong)(end - at) ? -1 : at + (int)value;
                default:
                    return -1;
            }
        }

        /// <summary>A varint without a tag, of 10 bytes at most; the position after it, or -1.</summary>
        public static int RawVarint(byte[] data, int at, int end, out ulong value)
        {
            value = 0;
            for (int shift = 0; shift < 64 && at < end; shift += 7)
            {
                byte part = data[at];
                at++;
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80)
                {
                    return shift == 63 && part > 1 ? -1 : at;
                }
            }

            return -1;
        }

        /// <summary>sint32 of a varint's value.</summary>
        public static int ZigZag(ulong value)
        {
            uint raw = (uint)value;
            return (int)(raw >> 1) ^ -(int)(raw & 1);
        }

        /// <summary>Whether the bytes are fields from the first to the last, whatever they mean.</summary>
        public static bool IsSound(byte[] data, int at, int end)
        {
            while (at >= 0 && at < end)
            {
                at = Next(data, at, end, out _, out _);
            }

            return at == end;
        }

        /// <summary>Whether an offset and a length lie in the array.</summary>
        public static bool IsRange(byte[] data, int offset, int length)
        {
            return data != null && offset >= 0 && length >= 0 && offset <= data.Length - length;
        }

        private static int Fixed(byte[] data, int at, int end, int count, out ulong value)
        {
            value = 0;
            if (count > end - at)
            {
                return -1;
            }

            for (int i = count - 1; i >= 0; i--)
            {
                value = (value << 8) | data[at + i];
            }

            return at + count;
        }
    }
}
