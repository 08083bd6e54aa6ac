using System;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Appends to the newest segment, begins the next one when it is full, and lets the oldest go for it.
    /// </summary>
    public sealed class SegmentWriter
    {
        private readonly IStore _store;
        private readonly JournalSettings _settings;
        private readonly SegmentIndex _segments;
        private readonly Watermark _watermark;
        private readonly SegmentChain _chain;

        /// <summary>Chain value behind the last stored record.</summary>
        private readonly byte[] _chained = new byte[SegmentChain.Length];
        private bool _begin;

        /// <summary>The last append found no room, although all segments together are within theirs.</summary>
        public bool StoreFull;

        public SegmentWriter(
            IStore store, JournalSettings settings, SegmentIndex segments, Watermark watermark, SegmentChain chain)
        {
            _store = store;
            _settings = settings;
            _segments = segments;
            _watermark = watermark;
            _chain = chain;
        }

        /// <summary>Once, with the chain behind the last stored record.</summary>
        public void Open(bool beginSegment)
        {
            _begin = beginSegment;
            Array.Copy(_chain.Value, 0, _chained, 0, SegmentChain.Length);
        }

        /// <summary>
        /// One append: the batch, or, when the watermark must be kept before a segment may go, only that.
        /// </summary>
        /// <param name="batch">What is to be stored.</param>
        /// <param name="identity">Of the journal.</param>
        /// <param name="first">Sequence of the batch's first record.</param>
        /// <param name="acknowledged">The city has everything up to here.</param>
        public StoreResult Write(JournalBatch batch, ulong identity, ulong first, ulong acknowledged)
        {
            int length = batch.Length - Segment.HeaderLength;
            if (!_begin && _segments.Bytes(_segments.Count - 1) + length > _settings.SegmentBytes)
            {
                _begin = true;
            }

            if (!MakeRoom(length, identity, acknowledged))
            {
                StoreFull = false;
                return StoreResult.Full;
            }

            // An append that failed has left the chain where the next one does not begin.
            Array.Copy(_chained, 0, _chain.Value, 0, SegmentChain.Length);
            StoreResult result = Append(batch, identity, first);
            StoreFull = result == StoreResult.Full;
            if (result == StoreResult.Ok)
            {
                Array.Copy(_chain.Value, 0, _chained, 0, SegmentChain.Length);
            }

            // What a failed append left behind is unknown: the next one begins a segment, whose first sequence tells a
            // reader how much of this one counts.
            _begin = result == StoreResult.Failed || (_begin && result != StoreResult.Ok);
            return result;
        }

        private bool MakeRoom(int length, ulong identity, ulong acknowledged)
        {
            int need = length + (_begin ? Segment.HeaderLength : 0);
            while (_segments.TotalBytes + need > _settings.CapacityBytes || (_begin && _segments.IsFull))
            {
                // The oldest goes only when the city has all of it, and never the one that is being written.
                ulong last = _segments.Count < 2 ? 0 : _segments.First(1) - 1;
                if (_segments.Count < 2 || last > acknowledged)
                {
                    return false;
                }

                // After a restart it must be known why it is gone: then the next commit deletes it.
                if (last > _watermark.Stored)
                {
                    _watermark.Keep(identity, acknowledged);
                    return false;
                }

                if (!_store.Delete(Segment.Name(_segments.Number(0))))
                {
                    return false;
                }

                _segments.RemoveOldest();
            }

            return true;
        }

        private StoreResult Append(JournalBatch batch, ulong identity, ulong first)
        {
            int index = _segments.Count - 1;
            int number = index < 0 ? 0 : _segments.Number(index);
            int from = Segment.HeaderLength;
            if (_begin)
            {
                number++;
                from = 0;
                Segment.WriteHeader(batch.Data, identity, number, first, _chain);
            }

            string name = Segment.Name(number);
            if (_begin && _store.Length(name) >= 0 && !_store.Delete(name))
            {
                return StoreResult.Failed;
            }

            batch.Seal(_chain);
            int length = batch.Length - from;
            StoreResult result = _store.Append(name, batch.Data, from, length);
            if (result == StoreResult.Ok && _begin)
            {
                _segments.Insert(number, first, length);
            }
            else if (result == StoreResult.Ok)
            {
                _segments.Grow(index, length);
            }

            return result;
        }
    }
}
