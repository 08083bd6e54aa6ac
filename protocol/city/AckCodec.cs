namespace SwapEdge.Protocol
{
    /// <summary>
    /// <c>Signed</c> with an <c>AckBody</c>. The MAC is the caller's: it is computed and compared before a field is
    /// used.
    /// </summary>
    public static class AckCodec
    {
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
