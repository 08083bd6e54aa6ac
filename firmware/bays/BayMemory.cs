using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What the bays of a node must not forget in a restart: which had a pack, which is isolated, which lane had it.
    /// Entries of a count (4), three bytes a bay and CRC-32 (4), appended to one of two files in turn; the last sound
    /// one counts. Files without a sound entry mean that all is unknown, and then nothing is given out.
    /// </summary>
    public sealed class BayMemory
    {
        private const int Bays = 8;
        private const int BytesOfBay = 3;
        private const int CrcAt = 4 + (Bays * BytesOfBay);
        private const int EntryLength = CrcAt + 4;
        private const int FileLimit = 64 * EntryLength;
        private const int RetryMs = 1000;
        private const int HasPack = 1;
        private const int Isolated = 2;
        private const int ToTake = 4;
        private const int Known = 8;

        private readonly IStore _store;
        private readonly string[] _names = new string[] { "bays-0", "bays-1" };
        private readonly byte[] _entry = new byte[EntryLength];
        private readonly byte[] _kept = new byte[EntryLength];
        private uint _count;
        private int _file;
        private int _length;
        private long _triedMs = -RetryMs;

        /// <summary>A sound entry was found.</summary>
        public bool Found;

        /// <summary>There are entries, and none of them is sound.</summary>
        public bool Damaged;

        public BayMemory(IStore store)
        {
            _store = store;
        }

        /// <summary>Once, at start.</summary>
        public void Open()
        {
            for (int file = 0; file < 2; file++)
            {
                int length = _store.Length(_names[file]);
                Damaged |= length > 0;
                for (int at = 0; at + EntryLength <= length; at += EntryLength)
                {
                    if (_store.Read(_names[file], at, _entry, 0, EntryLength) == EntryLength
                        && Bytes.ReadUInt32(_entry, CrcAt) == Crc32.Compute(_entry, 0, CrcAt)
                        && Bytes.ReadUInt32(_entry, 0) > _count)
                    {
                        _count = Bytes.ReadUInt32(_entry, 0);
                        _file = file;
                        Found = true;
                        System.Array.Copy(_entry, 0, _kept, 0, EntryLength);
                    }
                }
            }

            Damaged &= !Found;
            System.Array.Copy(_kept, 0, _entry, 0, EntryLength);
            int found = _store.Length(_names[_file]);

            // A torn entry would shift all that follow: such a file is left and the other one begun.
            _length = found < 0 ? 0 : found % EntryLength == 0 ? found : FileLimit;
        }

        /// <summary>Something is remembered of this bay.</summary>
        public bool Knows(int index, int number)
        {
            return Flags(index, number) != 0;
        }

        public bool HadPack(int index, int number)
        {
            return (Flags(index, number) & HasPack) != 0;
        }

        public bool WasIsolated(int index, int number)
        {
            return (Flags(index, number) & Isolated) != 0;
        }

        /// <summary>Lane that had the bay, 0 for none.</summary>
        public int Lane(int index, int number)
        {
            return Flags(index, number) == 0 ? 0 : _entry[At(index) + 2];
        }

        public bool WasToTake(int index, int number)
        {
            return (Flags(index, number) & ToTake) != 0;
        }

        /// <summary>What is to be kept of a bay that has looked; stored by <see cref="Keep"/>.</summary>
        public void Set(int index, Bay bay)
        {
            if (bay.Looked)
            {
                int lane = bay.Reservation.KeptLane;
                Set(index, bay.Number, bay.Records.HasPack, bay.Isolated, lane);
                _entry[At(index) + 1] |= (byte)(bay.Reservation.KeptToTake ? ToTake : 0);
            }
        }

        /// <summary>The same of any pack place; a door of a cabinet is kept for no lane.</summary>
        public void Set(int index, int number, bool hasPack, bool isolated, int lane)
        {
            int at = At(index);
            _entry[at] = (byte)number;
            _entry[at + 1] = (byte)(Known | (hasPack ? HasPack : 0) | (isolated ? Isolated : 0));
            _entry[at + 2] = (byte)lane;
        }

        /// <summary>At most one append, when something has changed. True when it has used the store.</summary>
        public bool Keep(long nowMs)
        {
            if (!IsChanged() || nowMs - _triedMs < RetryMs)
            {
                return false;
            }

            // The file with the last entry stays until the other one has taken a newer one whole.
            bool turn = _length >= FileLimit;
            int file = turn ? 1 - _file : _file;
            Bytes.WriteUInt32(_entry, 0, _count + 1);
            Bytes.WriteUInt32(_entry, CrcAt, Crc32.Compute(_entry, 0, CrcAt));
            bool cleared = !turn || _store.Length(_names[file]) < 0 || _store.Delete(_names[file]);
            if (!cleared || _store.Append(_names[file], _entry, 0, EntryLength) != StoreResult.Ok)
            {
                _triedMs = nowMs;
                _length = cleared ? FileLimit : _length;
                return true;
            }

            _count++;
            _file = file;
            _length = turn ? EntryLength : _length + EntryLength;
            System.Array.Copy(_entry, 0, _kept, 0, EntryLength);
            return true;
        }

        private bool IsChanged()
        {
            for (int i = 4; i < CrcAt; i++)
            {
                if (_entry[i] != _kept[i])
                {
                    return true;
                }
            }

            return false;
        }

        private int Flags(int index, int number)
        {
            int at = At(index);
            return _entry[at] == number ? _entry[at + 1] : 0;
        }

        private static int At(int index)
        {
            return 4 + (index * BytesOfBay);
        }
    }
}
