using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// The newest of small records of one length, kept over a restart: entries of number (8), payload and CRC-32 (4),
    /// appended to one of two files in turn. A file goes only when the other one has taken a newer entry whole.
    /// </summary>
    public sealed class LatestRecord
    {
        private const int NumberLength = 8;
        private const int CrcLength = 4;
        private const int FileEntries = 64;
        private const int MostFileBytes = 8192;

        private readonly IStore _store;
        private readonly string[] _names;
        private readonly int _entryLength;
        private readonly byte[] _entry;
        private readonly int _fileLength;
        private ulong _number;
        private int _current;
        private int _length;

        /// <summary>What was read, or is to be kept. Its length is that of the record.</summary>
        public readonly byte[] Payload;

        /// <summary>A record was found, or kept since.</summary>
        public bool Found;

        /// <summary>
        /// There are bytes behind the newest sound record, or in a file without any: something was being kept, or was
        /// kept and has rotted. What was found is older.
        /// </summary>
        public bool Damaged;

        /// <summary>
        /// Damaged by more than an append that was cut short: a whole entry behind the newest sound one, or in a file
        /// without any, cannot be read.
        /// </summary>
        public bool Rotten;

        /// <param name="store">Where the files are.</param>
        /// <param name="prefix">Their names without 0 and 1.</param>
        /// <param name="payloadLength">Bytes of a record.</param>
        public LatestRecord(IStore store, string prefix, int payloadLength)
        {
            _store = store;
            _names = new string[] { prefix + "0", prefix + "1" };
            _entryLength = NumberLength + payloadLength + CrcLength;
            _entry = new byte[_entryLength];
            _fileLength = _entryLength * FileEntries < MostFileBytes ? _entryLength * FileEntries : MostFileBytes;
            Payload = new byte[payloadLength];
        }

        /// <summary>Reads both files and takes the newest sound record.</summary>
        public void Open()
        {
            _number = 0;
            Found = false;
            Damaged = false;
            Rotten = false;
            _current = 0;
            int end = 0;
            for (int file = 0; file < 2; file++)
            {
                int sound = 0;
                bool rotten = false;
                int length = _store.Length(_names[file]);
                for (int position = 0; position + _entryLength <= length; position += _entryLength)
                {
                    rotten = !IsSound(file, position);
                    if (rotten)
                    {
                        continue;
                    }

                    sound++;
                    if (Bytes.ReadUInt64(_entry, 0) > _number)
                    {
                        Take(file);
                        end = position + _entryLength;
                    }
                }

                Damaged = Damaged || (length > 0 && sound == 0);
                Rotten = Rotten || rotten;
            }

            int found = _store.Length(_names[_current]);
            Damaged = Damaged || (found > 0 && found != end);

            // Behind a torn entry nothing is appended: the other file is begun.
            _length = found > 0 && found != end ? _fileLength : end;
        }

        /// <summary>Keeps the payload; false when the store refused, to be tried again.</summary>
        public bool Keep()
        {
            bool turn = _length >= _fileLength;
            int file = turn ? 1 - _current : _current;
            if (turn && _store.Length(_names[file]) >= 0 && !_store.Delete(_names[file]))
            {
                return false;
            }

            // What a failed append left behind may be whole: its number is not used again.
            _number++;
            Bytes.WriteUInt64(_entry, 0, _number);
            System.Array.Copy(Payload, 0, _entry, NumberLength, Payload.Length);
            Bytes.WriteUInt32(_entry, _entryLength - CrcLength, Crc32.Compute(_entry, 0, _entryLength - CrcLength));
            if (_store.Append(_names[file], _entry, 0, _entryLength) != StoreResult.Ok)
            {
                _length = _fileLength;
                return false;
            }

            _current = file;
            _length = turn ? _entryLength : _length + _entryLength;
            Found = true;
            if (turn && _store.Length(_names[1 - file]) >= 0)
            {
                _store.Delete(_names[1 - file]);
            }

            return true;
        }

        private bool IsSound(int file, int position)
        {
            int body = _entryLength - CrcLength;
            return _store.Read(_names[file], position, _entry, 0, _entryLength) == _entryLength
                && Bytes.ReadUInt32(_entry, body) == Crc32.Compute(_entry, 0, body);
        }

        private void Take(int file)
        {
            _number = Bytes.ReadUInt64(_entry, 0);
            System.Array.Copy(_entry, NumberLength, Payload, 0, Payload.Length);
            _current = file;
            Found = true;
        }
    }
}
