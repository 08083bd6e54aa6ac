namespace SwapEdge.Protocol
{
    /// <summary>
    /// <c>Signed</c> with an <c>AckBody</c>. The MAC is the caller's: after <see cref="Encode"/> it is computed over
    /// the body and put at its offset; after <see cref="Decode"/> it is computed and compared before a field is used.
    /// </summary>
    public static class AckCodec
    {
        /// <summary>HMAC-SHA256.</summary>
        public const int MacLength = 32;

        /// <summary>
        /// Writes an acknowledgement with room for its MAC, and tells in the record where body and MAC lie. Returns
        /// the length, or -1 when there is no room.
        /// </summary>
        public static int Encode(AckRecord record, byte[] into, int offset)
        {
            int start = ProtoWriter.Open(into, offset, 1);
            int at = ProtoWriter.Varint(into, start, 1, (uint)SignedKind.Ack);
            at = ProtoWriter.Fixed64(into, at, 2, record.Journal);
            at = ProtoWriter.Varint(into, at, 3, record.EventThrough);
            at = ProtoWriter.Varint(into, at, 4, record.TelemetryThrough);
            at = ProtoWriter.Varint(into, at, 5, (ulong)record.CityUtcMs);
            at = ProtoWriter.Close(into, start, at);
            record.BodyOffset = start;
            record.BodyLength = at - start;
            at = ProtoWriter.Head(into, at, 2, MacLength);
            record.MacOffset = at;
            record.MacLength = MacLength;
            return at < 0 ? -1 : at + MacLength - offset;
        }

        /// <summary>
        /// Reads an acknowledgement, its MAC unchecked. On any result but <see cref="DecodeResult.Ok"/> the record is
        /// untouched.
        /// </summary>
        public static DecodeResult Decode(byte[] data, int offset, int length, AckRecord into)
        {
            if (!ProtoReader.IsRange(data, offset, length))
            {
                return DecodeResult.Short;
            }

            int end = offset + length;
            int at = offset;
            int bodyEnd = -1;
            int bodyLength = 0;
            int macEnd = -1;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0)
                {
                    return DecodeResult.Malformed;
                }

                if (tag == ((1 << 3) | ProtoReader.WireBytes))
                {
                    bodyEnd = at;
                    bodyLength = (int)value;
                }
                else if (tag == ((2 << 3) | ProtoReader.WireBytes))
                {
                    macEnd = value == MacLength ? at : -1;
                }
            }

            if (bodyEnd < 0 || macEnd < 0)
            {
                return DecodeResult.Malformed;
            }

            return TakeBody(data, bodyEnd - bodyLength, bodyLength, macEnd - MacLength, into);
        }

        private static DecodeResult TakeBody(byte[] data, int offset, int length, int macOffset, AckRecord into)
        {
            int end = offset + length;
            int at = offset;
            ulong kind = 0;
            ulong journal = 0;
            ulong events = 0;
            ulong telemetry = 0;
            ulong utc = 0;
            while (at < end)
            {
                at = ProtoReader.Next(data, at, end, out int tag, out ulong value);
                if (at < 0)
                {
                    return DecodeResult.Malformed;
                }

                switch (tag)
                {
                    case 1 << 3:
                        kind = value;
                        break;
                    case (2 << 3) | ProtoReader.WireFixed64:
                        journal = value;
                        break;
                    case 3 << 3:
                        events = value;
                        break;
                    case 4 << 3:
                        telemetry = value;
                        break;
                    case 5 << 3:
                        utc = value;
                        break;
                }
            }

            if (kind != (ulong)SignedKind.Ack)
            {
                return DecodeResult.UnknownId;
            }

            into.Journal = journal;
            into.EventThrough = events;
            into.TelemetryThrough = telemetry;
            into.CityUtcMs = (long)utc;
            into.BodyOffset = offset;
            into.BodyLength = length;
            into.MacOffset = macOffset;
            into.MacLength = MacLength;
            return DecodeResult.Ok;
        }
    }
}
