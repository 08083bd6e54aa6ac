using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// How far the city has stored the journal, kept over a restart: entries of identity (8), sequence (8) and CRC-32
    /// (4), appended to one of two files in turn. A late entry costs only that some events are sent again.
    /// </summary>
    public sealed class Watermark
    {
        private const int EntryLength = 20;
        private const int FileLimit = 100 * EntryLength;

        private readonly IStore _store;
        private readonly byte[] _entry = new byte[EntryLength];
        private readonly string[] _names = new string[] { "mark-0", "mark-1" };
        private int _current;
        private int _length;

        /// <summary>Highest sequence that is known to be stored by the city and kept here.</summary>
        public ulong Stored;

        public Watermark(IStore store)
        {
            _store = store;
        }

        /// <summary>Reads both files and takes the highest sound entry of this journal.</summary>
        public void Open(ulong identity)
        {
            Stored = 0;
            for (int file = 0; file < 2; file++)
            {
                int length = _store.Length(_names[file]);
                for (int position = 0; position + EntryLength <= length; position += EntryLength)
                {
                    if (_store.Read(_names[file], position, _entry, 0, EntryLength) == EntryLength
                        && Bytes.ReadUInt32(_entry, 16) == Crc32.Compute(_entry, 0, 16)
                        && Bytes.ReadUInt64(_entry, 0) == identity
                        && Bytes.ReadUInt64(_entry, 8) > Stored)
                    {
                        Stored = Bytes.ReadUInt64(_entry, 8);
                        _current = file;
                    }
                }
            }

            int found = _store.Length(_names[_current]);

            // A torn entry would shift all that follow: such a file is left and the other one begun.
            _length = found < 0 ? 0 : found % EntryLength == 0 ? found : FileLimit;
        }

        /// <summary>Appends one entry; false when the store refused, to be tried again.</summary>
        public bool Keep(ulong identity, ulong sequence)
        {
            // The file with the highest entry stays until the other one has taken a higher entry whole.
            bool turn = _length >= FileLimit;
            int file = turn ? 1 - _current : _current;
            if (turn && _store.Length(_names[file]) >= 0 && !_store.Delete(_names[file]))
            {
                return false;
            }

            Bytes.WriteUInt64(_entry, 0, identity);
            Bytes.WriteUInt64(_entry, 8, sequence);
            Bytes.WriteUInt32(_entry, 16, Crc32.Compute(_entry, 0, 16));
            if (_store.Append(_names[file], _entry, 0, EntryLength) != StoreResult.Ok)
            {
                _length = FileLimit;
                return false;
            }

            _current = file;
            _length = turn ? EntryLength : _length + EntryLength;
            Stored = sequence;
            return true;
        }
    }
}
