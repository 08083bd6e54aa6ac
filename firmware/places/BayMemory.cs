using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What the bays of a node must not forget in a restart: which had a pack, which is isolated, which lane had it;
    /// three bytes a bay. Files without a sound entry mean that all is unknown, and then nothing is given out.
    /// </summary>
    public sealed class BayMemory
    {
        private const int Bays = 8;
        private const int BytesOfBay = 3;
        private const int RetryMs = 1000;
        private const int HasPack = 1;
        private const int Isolated = 2;
        private const int ToTake = 4;
        private const int Known = 8;

        private readonly LatestRecord _latest;
        private readonly byte[] _bays;
        private bool _changed;
        private long _triedMs = -RetryMs;

        public BayMemory(IStore store)
        {
            _latest = new LatestRecord(store, "bays-", Bays * BytesOfBay);
            _bays = _latest.Payload;
        }

        /// <summary>A sound entry was found.</summary>
        public bool Found
        {
            get { return _latest.Found; }
        }

        /// <summary>There are entries, and none of them is sound.</summary>
        public bool Damaged
        {
            get { return _latest.Damaged && !_latest.Found; }
        }

        /// <summary>Once, at start.</summary>
        public void Open()
        {
            _latest.Open();
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
            return Flags(index, number) == 0 ? 0 : _bays[(index * BytesOfBay) + 2];
        }

        public bool WasToTake(int index, int number)
        {
            return (Flags(index, number) & ToTake) != 0;
        }

        /// <summary>What is to be kept of a bay or door; stored by <see cref="Keep"/>.</summary>
        /// <param name="index">Its place in the settings.</param>
        /// <param name="number">Its number in the station.</param>
        /// <param name="hasPack">A pack stands there.</param>
        /// <param name="isolated">And is kept apart.</param>
        /// <param name="lane">Lane that has it, 0 for none.</param>
        /// <param name="toTake">That lane takes the pack from it.</param>
        public void Set(int index, int number, bool hasPack, bool isolated, int lane, bool toTake)
        {
            int at = index * BytesOfBay;
            int flags = Known | (hasPack ? HasPack : 0) | (isolated ? Isolated : 0) | (toTake ? ToTake : 0);
            byte[] bays = _bays;
            if (bays[at] != number || bays[at + 1] != flags || bays[at + 2] != lane)
            {
                bays[at] = (byte)number;
                bays[at + 1] = (byte)flags;
                bays[at + 2] = (byte)lane;
                _changed = true;
            }
        }

        /// <summary>At most one append, when something has changed. True when it has used the store.</summary>
        public bool Keep(long nowMs)
        {
            if (!_changed || nowMs - _triedMs < RetryMs)
            {
                return false;
            }

            _changed = !_latest.Keep();
            _triedMs = _changed ? nowMs : _triedMs;
            return true;
        }

        private int Flags(int index, int number)
        {
            int at = index * BytesOfBay;
            return _bays[at] == number ? _bays[at + 1] : 0;
        }
    }
}
