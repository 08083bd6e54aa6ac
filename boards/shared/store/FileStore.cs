using System;
using System.IO;
using SwapEdge.Firmware;

namespace SwapEdge.Boards
{
    /// <summary>
    /// Flat files in one folder of a drive. Names and lengths are kept in memory, the file read last stays open until
    /// something is written: few calls reach the medium. What it refuses is counted and becomes a result; none throws.
    /// </summary>
    public sealed class FileStore : IStore
    {
        private const int LongestName = 24;
        private const int LongestFile = 1 << 30;

        private readonly string _root;
        private readonly long _limitBytes;
        private readonly int _blockBytes;
        private readonly string[] _names;
        private readonly int[] _lengths;
        private int _count;
        private FileStream _reader;
        private int _read = -1;

        /// <summary>Calls that the medium has refused since start.</summary>
        public int Faults;

        /// <summary>Bytes of whole blocks that are left.</summary>
        public long RoomBytes;

        /// <param name="root">Folder, with its separator at the end: I:\, D:\ for a card, any on a desk.</param>
        /// <param name="limitBytes">Room for all files of the folder together, whole blocks counted.</param>
        /// <param name="blockBytes">What the file system gives a file at least: 4096 on I:\.</param>
        /// <param name="files">Most files; their table is taken here.</param>
        public FileStore(string root, long limitBytes, int blockBytes, int files)
        {
            _root = root;
            _limitBytes = limitBytes;
            _blockBytes = blockBytes;
            _names = new string[files];
            _lengths = new int[files];
            for (int i = 0; i < files; i++)
            {
                _names[i] = "";
            }
        }

        /// <summary>Reads the folder, at start and after a card was put in.</summary>
        /// <returns>False, and there are no files: it cannot be read, or has more than the table takes.</returns>
        public bool Open()
        {
            CloseReader();
            _count = 0;
            RoomBytes = _limitBytes;
            try
            {
                string[] paths = Directory.GetFiles(_root);
                for (int i = 0; i < paths.Length; i++)
                {
                    string name = NameOf(paths[i]);
                    long length = IsName(name) ? new FileInfo(_root + name).Length : -1;
                    if (length >= 0 && length <= LongestFile)
                    {
                        Add(name, (int)length);
                    }
                }

                return true;
            }
            catch (Exception)
            {
                Faults++;
                _count = 0;
                return false;
            }
        }

        public StoreResult Append(string name, byte[] data, int offset, int length)
        {
            if (!IsName(name))
            {
                return StoreResult.Failed;
            }

            int index = Find(name);
            int before = index < 0 ? 0 : _lengths[index];
            if ((index < 0 && _count == _names.Length) || length > LongestFile - before
                || Blocks(before + length) - (index < 0 ? 0 : Blocks(before)) > RoomBytes)
            {
                return StoreResult.Full;
            }

            CloseReader();
            bool done = Write(name, data, offset, length);
            int after = done ? before + length : Measured(name, index < 0 ? -1 : before);
            if (index >= 0)
            {
                SetLength(index, after);
            }
            else if (after >= 0)
            {
                Add(name, after);
            }

            return done ? StoreResult.Ok : StoreResult.Failed;
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

            int wanted = count < _lengths[index] - position ? count : _lengths[index] - position;
            int got = 0;
            try
            {
                if (index != _read)
                {
                    CloseReader();
                    _reader = File.OpenRead(_root + name);
                    _read = index;
                }

                _reader.Position = position;
                int part = 1;
                while (got < wanted && part > 0)
                {
                    part = _reader.Read(into, offset + got, wanted - got);
                    got += part;
                }
            }
            catch (Exception)
            {
                Faults++;
                CloseReader();
            }

            return got;
        }

        public bool Delete(string name)
        {
            int index = Find(name);
            if (index < 0)
            {
                return false;
            }

            CloseReader();
            try
            {
                File.Delete(_root + name);
            }
            catch (Exception)
            {
                Faults++;
                return false;
            }

            SetLength(index, -1);
            _count--;
            _names[index] = _names[_count];
            _lengths[index] = _lengths[_count];
            return true;
        }

        public string[] List()
        {
            string[] names = new string[_count];
            Array.Copy(_names, 0, names, 0, _count);
            return names;
        }

        private bool Write(string name, byte[] data, int offset, int length)
        {
            FileStream stream = null;
            bool written = false;
            try
            {
                stream = File.OpenWrite(_root + name);
                stream.Position = stream.Length;
                stream.Write(data, offset, length);
                written = true;
            }
            catch (Exception)
            {
                Faults++;
            }

            return Close(stream) && written;
        }

        /// <summary>What an append that failed has left; what was before when that cannot be told.</summary>
        private int Measured(string name, int before)
        {
            try
            {
                return (int)new FileInfo(_root + name).Length;
            }
            catch (Exception)
            {
                return before;
            }
        }

        private void CloseReader()
        {
            Close(_reader);
            _reader = null;
            _read = -1;
        }

        /// <summary>The file system commits at a close: one that fails is a write that failed.</summary>
        private bool Close(FileStream stream)
        {
            try
            {
                if (stream != null)
                {
                    stream.Close();
                }

                return true;
            }
            catch (Exception)
            {
                Faults++;
                return false;
            }
        }

        private void Add(string name, int length)
        {
            _names[_count] = name;
            _lengths[_count] = -1;
            SetLength(_count, length);
            _count++;
        }

        /// <summary>A file of -1 bytes takes no block, one of none takes one.</summary>
        private void SetLength(int index, int length)
        {
            RoomBytes += (_lengths[index] < 0 ? 0 : Blocks(_lengths[index])) - (length < 0 ? 0 : Blocks(length));
            _lengths[index] = length;
        }

        private long Blocks(long length)
        {
            return length <= _blockBytes ? _blockBytes : (length + _blockBytes - 1) / _blockBytes * _blockBytes;
        }

        private int Find(string name)
        {
            for (int i = 0; i < _count; i++)
            {
                if (_names[i] == name)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>Lower case letters, digits, and - or . behind the first: nothing leaves the folder.</summary>
        private static bool IsName(string name)
        {
            for (int i = 0; i < name.Length; i++)
            {
                char c = name[i];
                if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (i > 0 && (c == '-' || c == '.'))))
                {
                    return false;
                }
            }

            return name.Length > 0 && name.Length <= LongestName;
        }

        private static string NameOf(string path)
        {
            int start = path.Length;
            while (start > 0 && path[start - 1] != '\\' && path[start - 1] != '/')
            {
                start--;
            }

            return path.Substring(start);
        }
    }
}
