namespace SwapEdge.Protocol
{
    /// <summary>
    /// Writes what <see cref="AckCodec"/> reads: the city's side. The MAC is the caller's: computed over the body
    /// afterwards and put at its offset.
    /// </summary>
    public static class AckWriter
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
    }
}
