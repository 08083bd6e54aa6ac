using System;
using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Closed blocks on the store port within a budget of their own. A block is numbered when it is stored and can be
    /// sent only then; until a moment in which nothing moves it waits in memory. Files are named by their first number;
    /// the oldest goes when room is needed. Numbers are never used twice: what may have been given out is skipped.
    /// </summary>
    public sealed class TelemetryStore
    {
        /// <summary>Files of a full budget: so much of it goes at once.</summary>
        public const int Files = 64;

        /// <summary>Room for blocks that wait for a moment without motion.</summary>
        public const int PendingBytes = 4096;

        /// <summary>Before each block: its length (2) and CRC-32 (4), little-endian.</summary>
        public const int Head = 6;

        private const string Prefix = "tm-";
        private const int LeastFileBytes = 4096;
        private const int KeepAfterBlocks = 32;

        /// <summary>No framed block is shorter: head, header, one sample.</summary>
        private const int LeastRecord = Head + 12;

        private readonly IStore _store;
        private readonly Watermark _mark;
        private readonly SegmentIndex _files = new SegmentIndex(Files + 1);
        private readonly byte[] _batch = new byte[PendingBytes];
        private readonly int _budgetBytes;
        private readonly int _fileBytes;
        private ulong _journal;
        private int _batchLength;
        private int _batchCount;
        private bool _beginFile;
        private string _name;
        private string _readName;
        private int _readFile;
        private int _readNumber;
        private int _readPosition;

        /// <summary>The block that was read last, behind its head of <see cref="Head"/> bytes.</summary>
        public readonly byte[] Record = new byte[Head + TelemetryTrack.BlockRoom];
        public int Length;

        /// <summary>Highest number that was given out.</summary>
        public int LastStored;

        /// <summary>The city has all that there is up to here.</summary>
        public int Through;

        /// <summary>Blocks since start that had to go before the city had them.</summary>
        public uint Dropped;

        /// <param name="store">Where the files are.</param>
        /// <param name="budgetBytes">All files together.</param>
        public TelemetryStore(IStore store, int budgetBytes)
        {
            _store = store;
            _mark = new Watermark(store, "tmark-");
            _budgetBytes = budgetBytes;
            _fileBytes = budgetBytes / Files < LeastFileBytes ? LeastFileBytes : budgetBytes / Files;
        }

        /// <summary>Once: finds what is stored. Reads the newest file to its end.</summary>
        public void Open(ulong journal)
        {
            string[] names = _store.List();
            _files.Expect(names.Length + 1);
            for (int i = 0; i < names.Length; i++)
            {
                int first = Segment.Number(Prefix, names[i]);
                if (first > 0)
                {
                    _files.Insert(first, (ulong)first, _store.Length(names[i]));
                }
            }

            _beginFile = true;
            if (_files.Count > 0)
            {
                int newest = _files.Count - 1;
                LastStored = _files.Number(newest) - 1;
                _name = Name(LastStored + 1);
                for (int number = Read(LastStored + 1); number != 0; number = Read(number + 1))
                {
                    LastStored = number;
                }

                // What is behind is torn and was never sent, or rotten and perhaps was.
                int behind = _files.Bytes(newest) - _readPosition;
                LastStored += (behind + LeastRecord - 1) / LeastRecord;
                _beginFile = behind > 0;
            }

            _journal = journal;
            _mark.Open(journal);
            Through = _mark.Stored < (ulong)LastStored ? (int)_mark.Stored : LastStored;
        }

        /// <summary>Takes over a closed block; when too much waits already it is dropped and counted.</summary>
        public void Add(TelemetryBlock block)
        {
            int payload = _batchLength + Head;
            if (payload + block.Length > _batch.Length)
            {
                Dropped++;
                return;
            }

            Array.Copy(block.Data, 0, _batch, payload, block.Length);
            Bytes.WriteUInt16(_batch, _batchLength, block.Length);
            Bytes.WriteUInt32(_batch, _batchLength + 2, Crc32.Compute(_batch, payload, block.Length));
            _batchLength = payload + block.Length;
            _batchCount++;
        }

        /// <summary>Stores what waits, or now and then the watermark: at most one append.</summary>
        public void Keep()
        {
            if (_batchCount > 0)
            {
                Append();
            }
            else if (Through >= (int)_mark.Stored + KeepAfterBlocks)
            {
                _mark.Keep(_journal, (ulong)Through);
            }
        }

        /// <summary>Deletes the oldest file, never the newest: its name keeps the numbers. False: nothing to
        /// delete.</summary>
        public bool GiveWay()
        {
            if (_files.Count < 2 || !_store.Delete(Name(_files.Number(0))))
            {
                return false;
            }

            int kept = Through < _files.Number(0) ? _files.Number(0) - 1 : Through;
            int unsent = _files.Number(1) - 1 - kept;
            Dropped += unsent > 0 ? (uint)unsent : 0;
            _files.RemoveOldest();
            return true;
        }

        /// <summary>
        /// Reads the block of that number, or the next that can be read, into <see cref="Record"/>; its number, 0 when
        /// there is none. Quick for the one after the last.
        /// </summary>
        public int Read(int number)
        {
            int index = _files.Find((ulong)number);
            index = index < 0 ? 0 : index;
            while (index < _files.Count)
            {
                if (_readFile != _files.Number(index) || number < _readNumber)
                {
                    _readFile = _files.Number(index);
                    _readName = Name(_readFile);
                    _readNumber = _readFile;
                    _readPosition = 0;
                }

                int got = _store.Read(_readName, _readPosition, Record, 0, Record.Length);
                int length = got < Head ? 0 : Bytes.ReadUInt16(Record, 0);
                if (length == 0 || length > got - Head
                    || Bytes.ReadUInt32(Record, 2) != Crc32.Compute(Record, Head, length))
                {
                    index++;
                    continue;
                }

                _readPosition += Head + length;
                _readNumber++;
                if (_readNumber > number)
                {
                    Length = length;
                    return _readNumber - 1;
                }
            }

            return 0;
        }

        private void Append()
        {
            bool begin = _beginFile || _files.Bytes(_files.Count - 1) + _batchLength > _fileBytes;
            while (_files.TotalBytes + _batchLength > _budgetBytes || (begin && _files.IsFull))
            {
                if (!GiveWay())
                {
                    return;
                }
            }

            if (begin)
            {
                // What a failed append left under this name was never sent.
                _name = Name(LastStored + 1);
                _store.Delete(_name);
            }

            StoreResult result = _store.Append(_name, _batch, 0, _batchLength);
            if (result != StoreResult.Ok)
            {
                _beginFile = true;
                if (result == StoreResult.Full)
                {
                    GiveWay();
                }

                return;
            }

            if (begin)
            {
                _files.Insert(LastStored + 1, (ulong)LastStored + 1, _batchLength);
            }
            else
            {
                _files.Grow(_files.Count - 1, _batchLength);
            }

            _beginFile = false;
            LastStored += _batchCount;
            _batchLength = 0;
            _batchCount = 0;
        }

        private static string Name(int number)
        {
            return Prefix + number.ToString();
        }
    }
}
