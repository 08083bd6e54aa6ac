namespace SwapEdge.Protocol
{
    /// <summary>What the city has stored; <c>AckBody</c> of city.proto, and where it lies in the message.</summary>
    public sealed class AckRecord
    {
        public ulong Journal;

        /// <summary>Every event up to and with this sequence is stored.</summary>
        public ulong EventThrough;

        public ulong TelemetryThrough;

        /// <summary>Unix milliseconds, 0 when the city does not say.</summary>
        public long CityUtcMs;

        /// <summary>The bytes that the MAC is over.</summary>
        public int BodyOffset;

        public int BodyLength;

        public int MacOffset;

        /// <summary>Always <see cref="AckCodec.MacLength"/> after a successful decode.</summary>
        public int MacLength;
    }
}
