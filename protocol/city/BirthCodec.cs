namespace SwapEdge.Protocol
{
    /// <summary><c>Birth</c> of city.proto.</summary>
    public static class BirthCodec
    {
        /// <summary>Writes a birth; returns its length, or -1 when there is no room.</summary>
        public static int Encode(BirthRecord record, byte[] into, int offset)
        {
            int at = ProtoWriter.Fixed64(into, offset, 1, record.Journal);
            at = ProtoWriter.Varint(into, at, 2, record.Boot);
            if (record.TimeQuality != TimeQuality.Unknown)
            {
                at = ProtoWriter.Varint(into, at, 3, (ulong)record.UtcMs);
                at = ProtoWriter.Varint(into, at, 4, (uint)record.TimeQuality);
            }

            at = ProtoWriter.Varint(into, at, 5, (ulong)record.UptimeMs);
            at = ProtoWriter.Varint(into, at, 6, (uint)record.NodeKind);
            at = ProtoWriter.Text(into, at, 7, record.Firmware);
            at = ProtoWriter.Text(into, at, 8, record.Board);
            at = ProtoWriter.Fixed32(into, at, 9, record.SettingsCrc);
            if (record.BayCount > 0)
            {
                int start = ProtoWriter.Open(into, at, 10);
                at = start;
                for (int i = 0; i < record.BayCount; i++)
                {
                    at = ProtoWriter.RawVarint(into, at, (uint)record.Bays[i]);
                }

                at = ProtoWriter.Close(into, start, at);
            }

            at = ProtoWriter.Varint(into, at, 11, record.FirstSequence);
            at = ProtoWriter.Varint(into, at, 12, record.LastSequence);
            at = ProtoWriter.Varint(into, at, 13, record.EventThrough);
            at = ProtoWriter.Varint(into, at, 15, record.SettingsVersion);
            at = ProtoWriter.Fixed32(into, at, 16, record.Key);
            return at < 0 ? -1 : at - offset;
        }
    }
}
