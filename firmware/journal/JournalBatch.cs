using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Events that are numbered and wait for the next commit, behind room for a segment's header, so that a new segment
    /// and its first events are one append. What finds no room is counted and becomes one Lost record.
    /// </summary>
    public sealed class JournalBatch
    {
        /// <summary>Room for a header, then <see cref="Count"/> framed records up to <see cref="Length"/>.</summary>
        public readonly byte[] Data;

        private readonly EventRecord _lost = new EventRecord();
        private long _lostSinceMs;

        public int Length = Segment.HeaderLength;
        public int Count;

        /// <summary>Events that found no room since start.</summary>
        public uint LostEvents;

        /// <summary>Those that no record tells yet, of an earlier start too.</summary>
        public uint LostRun;

        public JournalBatch(int bytes)
        {
            Data = new byte[Segment.HeaderLength + bytes];
        }

        /// <summary>Gives the event its place in the journal; false when there is no room.</summary>
        public bool Add(EventRecord record, ulong identity, ulong lastStored)
        {
            if ((LostRun == 0 || AddLost(record, identity, lastStored)) && Encode(record, identity, lastStored))
            {
                return true;
            }

            if (LostRun == 0)
            {
                _lostSinceMs = record.UptimeMs;
            }

            LostEvents++;
            LostRun++;
            return false;
        }

        /// <summary>Takes all records into the chain, in their order.</summary>
        public void Seal(SegmentChain chain)
        {
            int at = Segment.HeaderLength;
            while (at < Length)
            {
                int length = Bytes.ReadUInt16(Data, at);
                Segment.SealRecord(Data, at, length, chain);
                at += Segment.RecordHead + length;
            }
        }

        public void Clear()
        {
            Count = 0;
            Length = Segment.HeaderLength;
        }

        private bool AddLost(EventRecord at, ulong identity, ulong lastStored)
        {
            _lost.Clear();
            _lost.Kind = EventKind.Lost;
            _lost.Boot = at.Boot;
            _lost.UtcMs = at.UtcMs;
            _lost.TimeQuality = at.TimeQuality;
            _lost.UptimeMs = at.UptimeMs;
            _lost.LostCount = LostRun;
            _lost.LostSinceMs = _lostSinceMs;
            if (!Encode(_lost, identity, lastStored))
            {
                return false;
            }

            LostRun = 0;
            return true;
        }

        private bool Encode(EventRecord record, ulong identity, ulong lastStored)
        {
            int payload = Length + Segment.RecordHead;
            record.Journal = identity;
            record.Sequence = lastStored + (ulong)Count + 1;
            int length = EventCodec.Encode(record, Data, payload);
            if (length <= 0)
            {
                return false;
            }

            Bytes.WriteUInt16(Data, Length, length);
            Length = payload + length;
            Count++;
            return true;
        }
    }
}
