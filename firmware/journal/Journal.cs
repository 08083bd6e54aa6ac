using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The station's events: a gap-free sequence under a random identity that is made with the empty store. An event
    /// gets its number when it happens, waits in memory while something moves, is stored by <see cref="Commit"/>, and
    /// can be read for sending only after that. It is kept until the city has stored it, and then while there is room.
    /// </summary>
    public sealed class Journal
    {
        /// <summary>Longest encoded event, bytes.</summary>
        public const int RecordRoom = EventCodec.MaxLength;

        /// <summary>How many events a search at start goes back.</summary>
        public const ulong SearchDepth = 64;

        /// <summary>How many events a swap is looked for in at start.</summary>
        public const ulong SwapDepth = 1024;

        private readonly IStore _store;
        private readonly Watermark _watermark;
        private readonly SegmentIndex _segments;
        private readonly JournalBatch _batch;
        private readonly SegmentChain _chain;
        private readonly SegmentWriter _writer;
        private readonly byte[] _found = new byte[RecordRoom];
        private readonly JournalReader _reader;
        private readonly EventRecord _damaged = new EventRecord();

        /// <summary>Random identity of this journal; part of every event.</summary>
        public ulong Identity;

        /// <summary>Number of this start, from 1.</summary>
        public uint Boot = 1;

        /// <summary>Highest stored sequence, 0 when there is none.</summary>
        public ulong LastStored;

        /// <summary>The city has stored everything up to here.</summary>
        public ulong AcknowledgedThrough;

        /// <summary>The last commit was refused although the journal is within its own room: others have it.</summary>
        public bool StoreFull
        {
            get { return _writer.StoreFull; }
        }

        /// <summary>Commits that the store refused since start, or that waited for the watermark.</summary>
        public uint RefusedCommits;

        /// <summary>Records that could not be read back since start.</summary>
        public uint DamagedRecords;

        /// <summary>Segments that could not be read at start. They stay until the city has what is behind
        /// them.</summary>
        public uint DamagedSegments;

        /// <param name="store">Where the files are.</param>
        /// <param name="mac">Key of the chain through them.</param>
        /// <param name="settings">Checked by the caller.</param>
        public Journal(IStore store, IMac mac, JournalSettings settings)
        {
            _store = store;
            _chain = new SegmentChain(mac);
            _watermark = new Watermark(store, "mark-");
            _segments = new SegmentIndex(settings.Segments);
            _reader = new JournalReader(store, _segments);
            _batch = new JournalBatch(settings.PendingBytes);
            _writer = new SegmentWriter(store, settings, _segments, _watermark, _chain);
        }

        /// <summary>Oldest event that is still stored, 0 when there is none.</summary>
        public ulong FirstStored
        {
            get { return LastStored == 0 || _segments.Count == 0 ? 0 : _segments.First(0); }
        }

        /// <summary>Something waits to be stored.</summary>
        public bool HasPending
        {
            get { return _batch.Count > 0; }
        }

        /// <summary>Events that found no room since start; each run of them ends in one Lost record.</summary>
        public uint LostEvents
        {
            get { return _batch.LostEvents; }
        }

        /// <summary>Sequence that the next event will get.</summary>
        public ulong NextSequence
        {
            get { return LastStored + (ulong)_batch.Count + 1; }
        }

        /// <summary>
        /// Once: finds what is stored, see <see cref="JournalRecovery"/>. An empty store becomes a new journal.
        /// </summary>
        /// <param name="random">Gives the identity of a new journal.</param>
        public void Open(IRandom random)
        {
            JournalRecovery recovery = new JournalRecovery(_store, _segments, _watermark, _chain);
            recovery.Run(random, _batch.Data.Length);
            Identity = recovery.Identity;
            LastStored = recovery.LastStored;
            AcknowledgedThrough = _watermark.Stored;
            Boot = recovery.LastBoot + 1;
            DamagedSegments = recovery.DamagedSegments;
            _writer.Open(recovery.BeginSegment);
            _batch.LostRun = _watermark.Lost;
        }

        /// <summary>
        /// Numbers an event and keeps it for the next commit. False when there was no room: it is counted, and one
        /// Lost record will say how many and since when.
        /// </summary>
        public bool Add(EventRecord record)
        {
            return _batch.Add(record, Identity, LastStored);
        }

        /// <summary>
        /// At most one append. For moments in which nothing moves: it may stall every thread.
        /// </summary>
        /// <returns>True when nothing waits any more.</returns>
        public bool Commit()
        {
            if (_batch.Count == 0)
            {
                return true;
            }

            if (_batch.LostRun > _watermark.Lost)
            {
                // Before: when the watermark must be kept for room, that tells it too, in one append.
                _watermark.Lost = _batch.LostRun;
            }

            StoreResult result = _writer.Write(_batch, Identity, LastStored + 1, AcknowledgedThrough);
            if (result != StoreResult.Ok)
            {
                RefusedCommits++;
                if (result == StoreResult.Full && _watermark.IsBehind)
                {
                    KeepWatermark();
                }

                return false;
            }

            _watermark.Lost = _batch.LostRun;
            LastStored += (ulong)_batch.Count;
            _batch.Clear();
            return true;
        }

        /// <summary>
        /// The city has stored everything up to a sequence; more than is stored here is not believed.
        /// </summary>
        public void Acknowledge(ulong through)
        {
            if (through > AcknowledgedThrough && through <= LastStored)
            {
                AcknowledgedThrough = through;
            }
        }

        /// <summary>Events acknowledged since the watermark was last kept, or 1 when it is to be kept for what was
        /// lost.</summary>
        public ulong UnkeptAcknowledgements
        {
            get
            {
                ulong unkept = AcknowledgedThrough - _watermark.Stored;
                return unkept == 0 && _watermark.IsBehind ? 1 : unkept;
            }
        }

        /// <summary>Keeps the watermark over a restart; an append, so only while nothing moves.</summary>
        public bool KeepWatermark()
        {
            return _watermark.Keep(Identity, AcknowledgedThrough);
        }

        /// <summary>
        /// Copies a stored event as it is sent. Returns its length; 0 when it is not (or no longer) stored; -1 when it
        /// is damaged: then <see cref="EncodeDamaged"/> takes its place.
        /// </summary>
        public int Read(ulong sequence, byte[] into)
        {
            if (sequence == 0 || sequence > LastStored)
            {
                return 0;
            }

            int length = _reader.Read(sequence, Identity, into);
            if (length == 0 && sequence > AcknowledgedThrough)
            {
                // Nothing is deleted before the city has it, so it was in a segment that cannot be read.
                length = -1;
            }

            DamagedRecords += length < 0 ? 1u : 0u;
            return length;
        }

        /// <summary>
        /// What is sent in place of an event that is damaged: one Lost event under its number, so that the city can
        /// close the gap. Returns its length, or -1 when there is no room.
        /// </summary>
        public int EncodeDamaged(ulong sequence, byte[] into)
        {
            _damaged.Clear();
            _damaged.Kind = EventKind.Lost;
            _damaged.Journal = Identity;
            _damaged.Sequence = sequence;

            // No boot: sent again after a restart it is the same bytes.
            _damaged.LostCount = 1;
            return EventCodec.Encode(_damaged, into, 0);
        }

        /// <summary>
        /// Newest event of a kind among the last <see cref="SearchDepth"/>; its Kind is None when none is. False when
        /// a later one cannot be read, or what went before it is lost: it may have been of that kind.
        /// </summary>
        public bool FindLast(EventKind kind, EventRecord into)
        {
            bool sure = DamagedSegments == 0;
            ulong oldest = LastStored > SearchDepth ? LastStored - SearchDepth + 1 : 1;
            ulong found = 0;
            for (ulong sequence = oldest; sequence <= LastStored; sequence++)
            {
                bool read = Find(sequence, into);
                if (read && into.Kind == kind)
                {
                    found = sequence;
                    sure = true;
                }

                sure = sure && read;
            }

            if (found == 0 || !Find(found, into))
            {
                into.Clear();
            }

            return sure;
        }

        /// <summary>
        /// The stored sequence whose low 32 bits are a request id; at most <see cref="SwapDepth"/> events ago.
        /// </summary>
        public ulong SequenceOf(uint requestId)
        {
            ulong ago = (uint)LastStored - requestId;
            ago = ago < SwapDepth ? ago : SwapDepth;
            return ago < LastStored ? LastStored - ago : 1;
        }

        /// <summary>Decodes a stored event; false when it is not there, or damaged.</summary>
        public bool Find(ulong sequence, EventRecord into)
        {
            int length = Read(sequence, _found);
            return length > 0 && EventCodec.Decode(_found, 0, length, into) == DecodeResult.Ok;
        }
    }
}
