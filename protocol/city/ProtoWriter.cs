namespace SwapEdge.Protocol
{
    /// <summary>
    /// Writes Protocol Buffers into the caller's array without allocating. Each call takes the position to write at and
    /// returns the next one, or -1 when there is no room; -1 as a position stays -1, so a message is written without a
    /// check between and looked at once, at the end. Zero and empty are left out, as proto3 does.
    /// </summary>
    public static class ProtoWriter
    {
        /// <summary>Longest body that <see cref="Close"/> can give a length to.</summary>
        public const int MaxNested = 0x3FFF;

        private const int LengthBytes = 2;

        public static int Varint(byte[] into, int at, int field, ulong value)
        {
            return value == 0 ? at : Present(into, at, field, value);
        }

        /// <summary>A field with presence of its own (<c>optional</c>): zero is written too.</summary>
        public static int Present(byte[] into, int at, int field, ulong value)
        {
            return RawVarint(into, Tag(into, at, field, ProtoReader.WireVarint), value);
        }

        /// <summary>sint32.</summary>
        public static int ZigZag(byte[] into, int at, int field, int value)
        {
            return Varint(into, at, field, (uint)((value << 1) ^ (value >> 31)));
        }

        public static int Fixed32(byte[] into, int at, int field, uint value)
        {
            return value == 0 ? at : Fixed(into, Tag(into, at, field, ProtoReader.WireFixed32), value, 4);
        }

        public static int Fixed64(byte[] into, int at, int field, ulong value)
        {
            return value == 0 ? at : Fixed(into, Tag(into, at, field, ProtoReader.WireFixed64), value, 8);
        }

        /// <summary>A string field from bytes; what is not printable ASCII becomes a question mark.</summary>
        public static int Text(byte[] into, int at, int field, byte[] text, int length)
        {
            if (length == 0)
            {
                return at;
            }

            at = Head(into, at, field, length);
            if (at < 0)
            {
                return -1;
            }

            for (int i = 0; i < length; i++)
            {
                into[at + i] = Ascii.Printable(text[i]);
            }

            return at + length;
        }

        public static int Text(byte[] into, int at, int field, string text)
        {
            if (text == null || text.Length == 0)
            {
                return at;
            }

            at = Head(into, at, field, text.Length);
            return at < 0 ? -1 : at + Ascii.Write(text, into, at);
        }

        /// <summary>Tag and length of a field whose bytes the caller writes next; there is room for them.</summary>
        public static int Head(byte[] into, int at, int field, int length)
        {
            at = RawVarint(into, Tag(into, at, field, ProtoReader.WireBytes), (uint)length);
            return at < 0 || length > into.Length - at ? -1 : at;
        }

        /// <summary>
        /// Begins a nested message and returns where its body starts: keep that for <see cref="Close"/>. The length
        /// takes two bytes whatever it is, so that nothing has to be moved.
        /// </summary>
        public static int Open(byte[] into, int at, int field)
        {
            at = Tag(into, at, field, ProtoReader.WireBytes);
            return at < 0 || LengthBytes > into.Length - at ? -1 : at + LengthBytes;
        }

        /// <summary>Ends the message that was opened at <paramref name="start"/>.</summary>
        public static int Close(byte[] into, int start, int at)
        {
            int length = at - start;
            if (at < 0 || start < 0 || length > MaxNested)
            {
                return -1;
            }

            into[start - 2] = (byte)(length | 0x80);
            into[start - 1] = (byte)(length >> 7);
            return at;
        }

        /// <summary>A varint without a tag, as in packed repeated fields.</summary>
        public static int RawVarint(byte[] into, int at, ulong value)
        {
            if (at < 0)
            {
                return -1;
            }

            while (at < into.Length)
            {
                if (value < 0x80)
                {
                    into[at] = (byte)value;
                    return at + 1;
                }

                into[at] = (byte)(value | 0x80);
                value >>= 7;
                at++;
            }

            return -1;
        }

        /// <summary>Counts by their number, as a packed field; without those behind the last that is not 0.</summary>
        public static int Packed(byte[] into, int at, int field, uint[] values)
        {
            int count = values.Length;
            while (count > 0 && values[count - 1] == 0)
            {
                count--;
            }

            if (count == 0)
            {
                return at;
            }

            int start = Open(into, at, field);
            at = start;
            for (int i = 0; i < count; i++)
            {
                at = RawVarint(into, at, values[i]);
            }

            return Close(into, start, at);
        }

        private static int Tag(byte[] into, int at, int field, int wire)
        {
            return RawVarint(into, at, (uint)((field << 3) | wire));
        }

        private static int Fixed(byte[] into, int at, ulong value, int count)
        {
            if (at < 0 || count > into.Length - at)
            {
                return -1;
            }

            for (int i = 0; i < count; i++)
            {
                into[at + i] = (byte)value;
                value >>= 8;
            }

            return at + count;
        }
    }
}
