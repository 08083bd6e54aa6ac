namespace SwapEdge.Protocol
{
    /// <summary>What the city has stored; <c>AckBody</c> of city.proto, and where body and MAC lie.</summary>
    public sealed class AckRecord : SignedRecord
    {
        public ulong Journal;

        /// <summary>Every event up to and with this sequence is stored.</summary>
        public ulong EventThrough;

        public ulong TelemetryThrough;

        /// <summary>Unix milliseconds, 0 when the city does not say.</summary>
        public long CityUtcMs;
    }
}
