using System;
using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Finds out at start what a store holds: whose journal it is, how far it goes, and in which boot it ended. A
    /// segment that cannot be read is kept, counted and never written again; only what one torn append explains is
    /// removed. Numbering never goes back: when more was given out than can be read, the next segment begins after it,
    /// and the city sees the gap. Only when no segment can be read does a journal of another identity begin.
    /// </summary>
    public sealed class JournalRecovery
    {
        private readonly IStore _store;
        private readonly SegmentIndex _segments;
        private readonly Watermark _watermark;
        private readonly SegmentCursor _cursor;
        private readonly SegmentChain _chain;
        private readonly byte[] _header = new byte[Segment.HeaderLength];
        private int _readable = -1;

        public ulong Identity;

        /// <summary>Highest sequence that was given out, as far as anything here can tell.</summary>
        public ulong LastStored;

        /// <summary>Boot of the newest event that can be read, 0 when there is none.</summary>
        public uint LastBoot;

        /// <summary>The next append begins a segment.</summary>
        public bool BeginSegment;

        public uint DamagedSegments;

        /// <summary>Leaves the chain behind the last sound record.</summary>
        public JournalRecovery(IStore store, SegmentIndex segments, Watermark watermark, SegmentChain chain)
        {
            _chain = chain;
            _store = store;
            _segments = segments;
            _watermark = watermark;
            _cursor = new SegmentCursor(store);
        }

        /// <param name="random">Gives the identity of a new journal.</param>
        /// <param name="appendBytes">The longest append.</param>
        public void Run(IRandom random, int appendBytes)
        {
            FindSegments();
            ReadHeaders();
            RemoveTorn(appendBytes);
            if (_readable < 0)
            {
                random.Fill(_header);
                Identity = Bytes.ReadUInt64(_header, 0);
                BeginSegment = true;
            }
            else
            {
                FindEnd();
                FindBoot();
            }

            _watermark.Open(Identity);
            if (_watermark.Stored > LastStored)
            {
                LastStored = _watermark.Stored;
                BeginSegment = true;
            }

            for (int i = _readable + 1; i < _segments.Count; i++)
            {
                _segments.SetFirst(i, LastStored + 1);
            }
        }

        private void FindSegments()
        {
            string[] names = _store.List();
            _segments.Expect(names.Length);
            for (int i = 0; i < names.Length; i++)
            {
                int number = Segment.Number(names[i]);
                if (number >= 0)
                {
                    _segments.Insert(number, 0, _store.Length(names[i]));
                }
            }
        }

        /// <summary>From the newest to the oldest: the newest that can be read says whose journal this is.</summary>
        private void ReadHeaders()
        {
            ulong first = 0;
            for (int i = _segments.Count - 1; i >= 0; i--)
            {
                int number = _segments.Number(i);
                int got = _store.Read(Segment.Name(number), 0, _header, 0, Segment.HeaderLength);
                bool sound = Segment.IsHeader(_header, got, number);
                if (sound && _readable < 0)
                {
                    _readable = i;
                    Identity = Segment.Identity(_header);
                }

                if (sound && Segment.Identity(_header) == Identity)
                {
                    first = Segment.FirstSequence(_header);
                }
                else
                {
                    DamagedSegments++;
                }

                _segments.SetFirst(i, first);
            }
        }

        /// <summary>Power failed while the newest was begun: nothing in it was ever counted.</summary>
        private void RemoveTorn(int appendBytes)
        {
            int newest = _segments.Count - 1;
            if (newest > _readable && IsTorn(newest, appendBytes)
                && _store.Delete(Segment.Name(_segments.Number(newest))))
            {
                _segments.RemoveNewest();
                DamagedSegments--;
            }
        }

        private bool IsTorn(int index, int appendBytes)
        {
            int bytes = _segments.Bytes(index);
            if (bytes < Segment.HeaderLength)
            {
                return true;
            }

            string name = Segment.Name(_segments.Number(index));
            if (bytes > appendBytes || _store.Read(name, 0, _header, 0, _header.Length) < _header.Length)
            {
                return false;
            }

            int got = _store.Read(name, Segment.HeaderLength, _cursor.Record, 0, _cursor.Record.Length);
            if (Segment.CheckRecord(_cursor.Record, 0, got) > 0)
            {
                return false;
            }

            _cursor.Open(_segments.Number(index), 1, Identity);
            return _readable < 0 || !_cursor.Next(bytes);
        }

        /// <summary>
        /// The end of the newest segment that can be read; those behind it still may tell what was given out. The chain
        /// is gone through from the beginning of that segment only, whatever the journal's size.
        /// </summary>
        private void FindEnd()
        {
            _store.Read(Segment.Name(_segments.Number(_readable)), 0, _header, 0, Segment.HeaderLength);
            Array.Copy(_header, Segment.ChainedHeader, _chain.Value, 0, SegmentChain.Length);
            _chain.Extend(_header, 0, Segment.ChainedHeader);
            LastStored = _segments.First(_readable) - 1;
            for (int i = _readable; i < _segments.Count; i++)
            {
                Walk(i, LastStored + 1, true);
                LastBoot = _cursor.Boot != 0 ? _cursor.Boot : LastBoot;
                LastStored = _cursor.Sequence + (ulong)_cursor.DamagedBehind;
                BeginSegment = i > _readable || _cursor.Position < _segments.Bytes(i);
            }
        }

        /// <summary>The newest segment may hold a header and nothing else.</summary>
        private void FindBoot()
        {
            for (int i = _readable - 1; i >= 0 && LastBoot == 0; i--)
            {
                Walk(i, 1, false);
                LastBoot = _cursor.Boot;
            }
        }

        /// <summary>To the last record.</summary>
        private void Walk(int index, ulong first, bool chained)
        {
            int end = _segments.Bytes(index);
            _cursor.Open(_segments.Number(index), first, Identity);
            while (_cursor.Next(end))
            {
                if (chained)
                {
                    _chain.Extend(_cursor.Record, Segment.RecordHead, _cursor.Length);
                }
            }
        }
    }
}
