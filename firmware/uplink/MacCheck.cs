using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Whether a signed message is from who has this node's key: the one it was given, or the one derived from that by
    /// a nonce. A new nonce counts beside the key in force until the first message that its key has signed; then the
    /// other is gone. What a power loss leaves is always a key that the city has.
    /// </summary>
    public sealed class MacCheck
    {
        /// <summary>Bytes of a nonce.</summary>
        public const int NonceLength = 16;

        private const long RetryMs = 1000;

        // What is stored: in force, then candidate; each 0 or 1 for whether there is one, and its nonce.
        private const int InForceAt = 0;
        private const int CandidateAt = 1 + NonceLength;

        private readonly IMac _mac;
        private readonly LatestRecord _latest;
        private readonly byte[] _stored;
        private readonly byte[] _nonce = new byte[NonceLength];
        private readonly byte[] _digest = new byte[SignedRecord.MacLength];
        private long _keepAtMs;

        /// <summary>A new nonce, or that it is in force, waits to be stored.</summary>
        public bool IsDue;

        public MacCheck(IMac mac, IStore store)
        {
            _mac = mac;
            _latest = new LatestRecord(store, "key-", 2 + 2 * NonceLength);
            _stored = _latest.Payload;
        }

        /// <summary>CRC-32 of the nonce of the key in force; 0 for the key that the node was given.</summary>
        public uint Key
        {
            get { return _stored[InForceAt] == 0 ? 0 : Crc32.Compute(_stored, InForceAt + 1, NonceLength); }
        }

        /// <summary>Once; takes over which keys count. False when some of it could not be read.</summary>
        public bool Open()
        {
            _latest.Open();
            return !_latest.Rotten && (_latest.Found || !_latest.Damaged);
        }

        /// <summary>The MAC is true for the body, both where the record says.</summary>
        public bool Fits(byte[] message, SignedRecord record)
        {
            if (FitsKey(message, record, InForceAt))
            {
                return true;
            }

            // Not before it is kept: whoever hears of its use throws the other away.
            if (_stored[CandidateAt] == 0 || IsDue || !FitsKey(message, record, CandidateAt))
            {
                return false;
            }

            System.Array.Copy(_stored, CandidateAt, _stored, InForceAt, 1 + NonceLength);
            _stored[CandidateAt] = 0;
            IsDue = true;
            return true;
        }

        /// <summary>The key of this nonce counts, too; false when it is none.</summary>
        public bool Offer(byte[] nonce, int length)
        {
            if (length == NonceLength)
            {
                _stored[CandidateAt] = 1;
                System.Array.Copy(nonce, 0, _stored, CandidateAt + 1, NonceLength);
                IsDue = true;
            }

            return length == NonceLength;
        }

        /// <summary>At most one append, so only while nothing moves. True when it has used the store.</summary>
        public bool Keep(long nowMs)
        {
            if (!IsDue || nowMs < _keepAtMs)
            {
                return false;
            }

            IsDue = !_latest.Keep();
            _keepAtMs = IsDue ? nowMs + RetryMs : nowMs;
            return true;
        }

        private bool FitsKey(byte[] message, SignedRecord record, int at)
        {
            if (_stored[at] == 0)
            {
                _mac.Compute(message, record.BodyOffset, record.BodyLength, _digest);
            }
            else
            {
                System.Array.Copy(_stored, at + 1, _nonce, 0, NonceLength);
                _mac.ComputeDerived(_nonce, message, record.BodyOffset, record.BodyLength, _digest);
            }

            // All bytes are compared: how long it takes tells nothing.
            int difference = 0;
            for (int i = 0; i < SignedRecord.MacLength; i++)
            {
                difference |= _digest[i] ^ message[record.MacOffset + i];
            }

            return difference == 0;
        }
    }
}
