using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Layout of a journal segment: a header, then records one after another. Little-endian.
    /// Header, 32 bytes: "SEJ1", identity (8), number (4), first sequence (8), zero (4), CRC-32 of the 28 before.
    /// Record: payload length (2), CRC-32 of length and payload (4), payload.
    /// </summary>
    public static class Segment
    {
        public const int HeaderLength = 32;
        public const int RecordHead = 6;

        /// <summary>Bytes by which a record of a journal is known: head, field number, identity.</summary>
        public const int RecordStart = RecordHead + 9;

        private const string Prefix = "ev-";
        private const int IdentityTag = (1 << 3) | ProtoReader.WireFixed64;
        private const uint Magic = 0x314A4553;

        public static string Name(int number)
        {
            return Prefix + number.ToString();
        }

        /// <summary>Number in a segment's file name, or -1 when the file is none.</summary>
        public static int Number(string name)
        {
            if (!name.StartsWith(Prefix) || name.Length == Prefix.Length || name.Length > Prefix.Length + 9)
            {
                return -1;
            }

            int number = 0;
            for (int i = Prefix.Length; i < name.Length; i++)
            {
                int digit = name[i] - '0';
                if (digit < 0 || digit > 9)
                {
                    return -1;
                }

                number = number * 10 + digit;
            }

            return number;
        }

        public static void WriteHeader(byte[] into, int offset, ulong identity, int number, ulong firstSequence)
        {
            Bytes.WriteUInt32(into, offset, Magic);
            Bytes.WriteUInt64(into, offset + 4, identity);
            Bytes.WriteUInt32(into, offset + 12, (uint)number);
            Bytes.WriteUInt64(into, offset + 16, firstSequence);
            Bytes.WriteUInt32(into, offset + 24, 0);
            Bytes.WriteUInt32(into, offset + 28, Crc32.Compute(into, offset, 28));
        }

        /// <summary>True when the bytes are a whole header of that segment.</summary>
        public static bool IsHeader(byte[] data, int length, int number)
        {
            return length >= HeaderLength
                && Bytes.ReadUInt32(data, 0) == Magic
                && Bytes.ReadUInt32(data, 12) == (uint)number
                && Bytes.ReadUInt32(data, 28) == Crc32.Compute(data, 0, 28);
        }

        public static ulong Identity(byte[] header)
        {
            return Bytes.ReadUInt64(header, 4);
        }

        public static ulong FirstSequence(byte[] header)
        {
            return Bytes.ReadUInt64(header, 16);
        }

        /// <summary>Puts the head before a payload that already lies at offset + <see cref="RecordHead"/>.</summary>
        public static void FrameRecord(byte[] into, int offset, int payloadLength)
        {
            Bytes.WriteUInt16(into, offset, payloadLength);
            Bytes.WriteUInt32(into, offset + 2, RecordCrc(into, offset, payloadLength));
        }

        /// <summary>
        /// Payload length of the whole and sound record at an offset of the buffer, or -1: torn or damaged.
        /// </summary>
        public static int CheckRecord(byte[] data, int offset, int available)
        {
            if (available < RecordHead)
            {
                return -1;
            }

            int length = Bytes.ReadUInt16(data, offset);
            if (length == 0 || length > available - RecordHead)
            {
                return -1;
            }

            return Bytes.ReadUInt32(data, offset + 2) == RecordCrc(data, offset, length) ? length : -1;
        }

        /// <summary>
        /// True when a record of that journal begins at an offset, sound or not: every payload begins with the
        /// identity. Needs <see cref="RecordStart"/> bytes.
        /// </summary>
        public static bool IsRecordStart(byte[] data, int offset, ulong identity)
        {
            return data[offset + RecordHead] == IdentityTag
                && Bytes.ReadUInt64(data, offset + RecordHead + 1) == identity;
        }

        private static uint RecordCrc(byte[] data, int offset, int payloadLength)
        {
            return Crc32.Extend(Crc32.Compute(data, offset, 2), data, offset + RecordHead, payloadLength);
        }
    }
}
