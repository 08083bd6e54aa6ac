using System;
using SwapEdge.Firmware;

namespace SwapEdge.DeviceTests
{
    /// <summary>A few files in memory, with power that can fail inside an append.</summary>
    public sealed class MemoryStore : IStore
    {
        public const int Unlimited = 0x7FFFFFFF;

        private const int Most = 16;
        private const int Room = 2048;

        private readonly string[] _names = new string[Most];
        private readonly byte[][] _files = new byte[Most][];
        private readonly int[] _lengths = new int[Most];

        /// <summary>Bytes that still reach the medium; what exceeds them is torn off, and every later append
        /// fails.</summary>
        public int BytesLeft = Unlimited;

        /// <summary>Appends that were asked for.</summary>
        public int Appends;

        public MemoryStore()
        {
            for (int i = 0; i < Most; i++)
            {
                _names[i] = "";
                _files[i] = new byte[Room];
            }
        }

        public StoreResult Append(string name, byte[] data, int offset, int length)
        {
            Appends++;
            int index = Find(name);
            index = index >= 0 ? index : Find("");
            int taken = length < BytesLeft ? length : BytesLeft;
            if (index < 0 || _lengths[index] + length > Room || BytesLeft == 0)
            {
                return StoreResult.Full;
            }

            _names[index] = name;
            Array.Copy(data, offset, _files[index], _lengths[index], taken);
            _lengths[index] += taken;
            BytesLeft -= BytesLeft == Unlimited ? 0 : taken;
            return taken == length ? StoreResult.Ok : StoreResult.Full;
        }

        public int Length(string name)
        {
            int index = Find(name);
            return index < 0 ? -1 : _lengths[index];
        }

        public int Read(string name, int position, byte[] into, int offset, int count)
        {
            int index = Find(name);
            if (index < 0 || position < 0 || position >= _lengths[index])
            {
                return 0;
            }

            int left = _lengths[index] - position;
            int taken = count < left ? count : left;
            Array.Copy(_files[index], position, into, offset, taken);
            return taken;
        }

        public bool Delete(string name)
        {
            int index = Find(name);
            if (index < 0)
            {
                return false;
            }

            _names[index] = "";
            _lengths[index] = 0;
            return true;
        }

        public string[] List()
        {
            int count = 0;
            for (int i = 0; i < Most; i++)
            {
                count += _names[i].Length > 0 ? 1 : 0;
            }

            string[] names = new string[count];
            for (int i = 0; i < Most; i++)
            {
                if (_names[i].Length > 0)
                {
                    count--;
                    names[count] = _names[i];
                }
            }

            return names;
        }

        /// <summary>Turns bits of one byte, counted from the end of a file.</summary>
        public void Damage(string name, int fromEnd, byte bits)
        {
            int index = Find(name);
            _files[index][_lengths[index] - fromEnd] ^= bits;
        }

        /// <summary>Bytes in all files.</summary>
        public int Used()
        {
            int used = 0;
            foreach (int length in _lengths)
            {
                used += length;
            }

            return used;
        }

        private int Find(string name)
        {
            for (int i = 0; i < Most; i++)
            {
                if (_names[i] == name)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
