using System;
using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Layout of a journal segment: a header, then records one after another. Little-endian; SPEC.md has every byte.
    /// Header, 64 bytes: "SEJ2", identity (8), number (4), first sequence (8), chain value before it (32), tag (4),
    /// CRC-32 of the 60 before. Record: payload length (2), CRC-32 of length, tag and payload (4), tag (4), payload.
    /// A tag is the beginning of the chain value behind its header or record.
    /// </summary>
    public static class Segment
    {
        public const int HeaderLength = 64;
        public const int RecordHead = 10;

        /// <summary>Bytes of a header that its chain value is over, with the value before it behind them.</summary>
        public const int ChainedHeader = 24;

        /// <summary>Bytes by which a record of a journal is known: head, field number, identity.</summary>
        public const int RecordStart = RecordHead + 9;

        private const string Prefix = "ev-";
        private const int IdentityTag = (1 << 3) | ProtoReader.WireFixed64;
        private const uint Magic = 0x324A4553;
        private const int HeaderTag = ChainedHeader + SegmentChain.Length;
        private const int HeaderCrc = HeaderTag + TagLength;
        private const int TagLength = 4;
        private const int CrcLength = 4;

        public static string Name(int number)
        {
            return Prefix + number.ToString();
        }

        /// <summary>Number in a segment's file name, or -1 when the file is none.</summary>
        public static int Number(string name)
        {
            return Number(Prefix, name);
        }

        /// <summary>The same with another beginning of the name.</summary>
        public static int Number(string prefix, string name)
        {
            if (!name.StartsWith(prefix) || name.Length == prefix.Length || name.Length > prefix.Length + 9)
            {
                return -1;
            }

            int number = 0;
            for (int i = prefix.Length; i < name.Length; i++)
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

        /// <summary>Writes a header and takes it into the chain.</summary>
        public static void WriteHeader(
            byte[] into, ulong identity, int number, ulong firstSequence, SegmentChain chain)
        {
            Bytes.WriteUInt32(into, 0, Magic);
            Bytes.WriteUInt64(into, 4, identity);
            Bytes.WriteUInt32(into, 12, (uint)number);
            Bytes.WriteUInt64(into, 16, firstSequence);
            Array.Copy(chain.Value, 0, into, ChainedHeader, SegmentChain.Length);
            chain.Extend(into, 0, ChainedHeader);
            Array.Copy(chain.Value, 0, into, HeaderTag, TagLength);
            Bytes.WriteUInt32(into, HeaderCrc, Crc32.Compute(into, 0, HeaderCrc));
        }

        /// <summary>True when the bytes are a whole header of that segment.</summary>
        public static bool IsHeader(byte[] data, int length, int number)
        {
            return length >= HeaderLength
                && Bytes.ReadUInt32(data, 0) == Magic
                && Bytes.ReadUInt32(data, 12) == (uint)number
                && Bytes.ReadUInt32(data, HeaderCrc) == Crc32.Compute(data, 0, HeaderCrc);
        }

        public static ulong Identity(byte[] header)
        {
            return Bytes.ReadUInt64(header, 4);
        }

        public static ulong FirstSequence(byte[] header)
        {
            return Bytes.ReadUInt64(header, 16);
        }

        /// <summary>Takes a record into the chain and completes the head that says only its length yet.</summary>
        public static void SealRecord(byte[] into, int offset, int payloadLength, SegmentChain chain)
        {
            chain.Extend(into, offset + RecordHead, payloadLength);
            Array.Copy(chain.Value, 0, into, offset + RecordHead - TagLength, TagLength);
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
            int from = 2 + CrcLength;
            return Crc32.Extend(
                Crc32.Compute(data, offset, 2), data, offset + from, RecordHead - from + payloadLength);
        }
    }
}
