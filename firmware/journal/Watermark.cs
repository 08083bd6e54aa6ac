using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// How far the city has stored the journal, kept over a restart: identity (8), sequence (8), and how many events
    /// found no room that no record tells yet (4). A late entry costs only that some events are sent again.
    /// </summary>
    public sealed class Watermark
    {
        private readonly LatestRecord _latest;
        private uint _keptLost;

        /// <summary>Highest sequence that is known to be stored by the city and kept here.</summary>
        public ulong Stored;

        /// <summary>Events that found no room and that no record tells yet.</summary>
        public uint Lost;

        /// <param name="store">Where its files are.</param>
        /// <param name="prefix">Their names without 0 and 1.</param>
        public Watermark(IStore store, string prefix)
        {
            _latest = new LatestRecord(store, prefix, 20);
        }

        /// <summary>
        /// How many are lost is not kept each time, but before it is twice as much, and when it has been told.
        /// </summary>
        public bool IsBehind
        {
            get { return Lost > 2 * _keptLost || (Lost == 0 && _keptLost != 0); }
        }

        /// <summary>Reads what was kept; that of another journal does not count.</summary>
        public void Open(ulong identity)
        {
            _latest.Open();
            if (_latest.Found && Bytes.ReadUInt64(_latest.Payload, 0) == identity)
            {
                Stored = Bytes.ReadUInt64(_latest.Payload, 8);
                Lost = Bytes.ReadUInt32(_latest.Payload, 16);
                _keptLost = Lost;
            }
        }

        /// <summary>Appends one entry; false when the store refused, to be tried again.</summary>
        public bool Keep(ulong identity, ulong sequence)
        {
            Bytes.WriteUInt64(_latest.Payload, 0, identity);
            Bytes.WriteUInt64(_latest.Payload, 8, sequence);
            Bytes.WriteUInt32(_latest.Payload, 16, Lost);
            if (!_latest.Keep())
            {
                return false;
            }

            _keptLost = Lost;
            Stored = sequence;
            return true;
        }
    }
}
