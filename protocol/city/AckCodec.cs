namespace SwapEdge.Protocol
{
    /// <summary>
    /// <c>Signed</c> with an <c>AckBody</c>. The MAC is the caller's: after <see cref="Encode"/> it is computed over
    /// the body and put at its offset; after <see cref="Decode"/> it is computed and compared before a field is used.
    /// </summary>
    public static class AckCodec
    {
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
            at = ProtoWriter.Head(into, at, 2, SignedRecord.MacLength);
            record.MacOffset = at;
            return at < 0 ? -1 : at + SignedRecord.MacLength - offset;
        }

        /// <summary>
        /// Reads an acknowledgement, its MAC unchecked. On any result but <see cref="DecodeResult.Ok"/> nothing of the
        /// record counts.
        /// </summary>
        public static DecodeResult Decode(byte[] data, int offset, int length, AckRecord into)
        {
            DecodeResult result = into.Open(data, offset, length, SignedKind.Ack);
            if (result != DecodeResult.Ok)
            {
                return result;
            }

            int at = into.BodyOffset;
            int end = at + into.BodyLength;
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

            into.Journal = journal;
            into.EventThrough = events;
            into.TelemetryThrough = telemetry;
            into.CityUtcMs = (long)utc;
            return DecodeResult.Ok;
        }
    }
}
