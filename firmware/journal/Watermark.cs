using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// How far the city has stored the journal, kept over a restart: identity (8) and sequence (8). A late entry costs
    /// only that some events are sent again.
    /// </summary>
    public sealed class Watermark
    {
        private readonly LatestRecord _latest;

        /// <summary>Highest sequence that is known to be stored by the city and kept here.</summary>
        public ulong Stored;

        public Watermark(IStore store)
        {
            _latest = new LatestRecord(store, "mark-", 16);
        }

        /// <summary>Reads what was kept; that of another journal does not count.</summary>
        public void Open(ulong identity)
        {
            _latest.Open();
            Stored = _latest.Found && Bytes.ReadUInt64(_latest.Payload, 0) == identity
                ? Bytes.ReadUInt64(_latest.Payload, 8) : 0;
        }

        /// <summary>Appends one entry; false when the store refused, to be tried again.</summary>
        public bool Keep(ulong identity, ulong sequence)
        {
            Bytes.WriteUInt64(_latest.Payload, 0, identity);
            Bytes.WriteUInt64(_latest.Payload, 8, sequence);
            if (!_latest.Keep())
            {
                return false;
            }

            Stored = sequence;
            return true;
        }
    }
}
